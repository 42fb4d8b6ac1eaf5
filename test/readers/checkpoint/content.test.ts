import {describe, expect, test} from 'vitest';
import {
	bytesOf,
	dictOf,
	h5Of,
	joined,
	safetensorsOf,
	torchFile,
	trainings,
	zipOf,
} from '../../kit/checkpoints.ts';
import {peek, peekAt} from './peek.ts';

describe('torch', () => {
	test.each([2, 3, 4, 5])('a training saved with pickle protocol %i', protocol => {
		expect(peek('a.pth', torchFile(trainings[protocol]!))).toMatchObject({
			kind: 'torch',
			whole: true,
			weights: true,
			optimizer: true,
			keys: ['model', 'optimizer', 'epoch', 'best', 'note', 'big', 'neg', 'nothing'],
			numbers: {epoch: 3},
			why: '',
		});
	});

	test.each<[string, Parameters<typeof dictOf>[0], boolean]>([
		['a state dict beside its optimizer', {state_dict: {}, optimizer: {}}, true],
		['Lightning', {epoch: 1, global_step: 60, state_dict: {}, optimizer_states: {}}, true],
		['what Ultralytics leaves at the end', {epoch: -1, model: {}, optimizer: null}, false],
		['the name of an optimizer', {model: {}, optimizer: 'adam'}, false],
		['its settings', {model: {}, optimizer_cfg: {}}, false],
	])('%s', (_, entries, optimizer) => {
		expect(peek('a.pt', torchFile(dictOf(entries)))).toMatchObject({weights: true, optimizer});
	});

	test('an optimizer alone, a scheduler alone', () => {
		const alone = torchFile(dictOf({state: {}, param_groups: {}}));
		expect(peek('optimizer.pt', alone)).toMatchObject({weights: false, optimizer: true});
		const scheduler = torchFile(dictOf({base_lrs: {}, last_epoch: 7}));
		expect(peek('scheduler.pt', scheduler)).toMatchObject({
			weights: false,
			optimizer: false,
			numbers: {last_epoch: 7},
		});
	});

	test('an OrderedDict made of pairs, as Python 2 wrote it', () => {
		const pairs = ['(', 'U\x09optimizer}U\x01aK\x01s\x86', 'U\x05epochK\x07\x86', 'e\x85R.'];
		const pickle = joined(0x80, 2, 'ccollections\nOrderedDict\n]', ...pairs);
		expect(peek('a.pth', torchFile(pickle))).toMatchObject({
			optimizer: true,
			weights: false,
			keys: ['optimizer', 'epoch'],
			numbers: {epoch: 7},
		});
	});

	test('TorchScript holds weights only', () => {
		const script = zipOf({'net/code/a.py': joined('def'), 'net/constants.pkl': joined('x')});
		expect(peek('a.pt', script)).toMatchObject({
			kind: 'torchscript',
			weights: true,
			optimizer: false,
		});
	});

	test('zip64 is found by its locator', () => {
		const file = zipOf({'a/data.pkl': trainings[2]!, 'a/data/0': new Uint8Array(9)}, {zip64: true});
		expect(peek('a.pt', file)).toMatchObject({kind: 'torch', optimizer: true, whole: true});
	});

	test('half a file is not whole', () => {
		const file = torchFile(trainings[2]!);
		expect(peek('a.pth', file.subarray(0, file.length - 30))).toMatchObject({
			whole: false,
			optimizer: null,
			why: 'is cut short or still being written',
		});
	});

	test('of 20 GB a few kilobytes are read', () => {
		const gap = 20e9;
		const entries = {'a/data.pkl': trainings[4]!, 'a/data/0': new Uint8Array(9000)};
		const held = zipOf(entries, {zip64: true, gap});
		const edge = Buffer.from(held).indexOf('PK\x01\x02');
		const told = peekAt('a.pth', held.length + gap, ({offset, length}) => {
			const from = offset < edge ? offset : offset - gap;
			return offset < edge && offset + length > edge
				? joined(held.subarray(offset, edge), new Uint8Array(offset + length - edge))
				: joined(held.subarray(Math.max(0, from), from + length));
		});
		expect(told).toMatchObject({kind: 'torch', whole: true, weights: true, optimizer: true});
		expect(told.asked).toBeLessThan(25_000);
	});
});

describe('other kinds', () => {
	test('safetensors is whole when its last tensor is', () => {
		const file = safetensorsOf(4096);
		expect(peek('model.safetensors', file)).toMatchObject({
			kind: 'safetensors',
			whole: true,
			weights: true,
			optimizer: false,
			keys: ['layer.weight'],
		});
		expect(peek('model.safetensors', file.subarray(0, -100))).toMatchObject({
			whole: false,
			why: `holds ${file.length - 100} of ${file.length} bytes`,
		});
		expect(peek('model.safetensors', file.subarray(0, 40))).toMatchObject({
			whole: false,
			why: 'is cut short',
		});
	});

	test('Paddle’s pickles are what their names say, and whole when they end with a stop', () => {
		const pickle = dictOf({'linear.w_0': {}});
		expect(peek('a.pdparams', pickle)).toMatchObject({
			weights: true,
			optimizer: false,
			whole: true,
		});
		expect(peek('a.pdopt', pickle)).toMatchObject({weights: false, optimizer: true, whole: true});
		expect(peek('a.pdopt', pickle.subarray(0, -1))).toMatchObject({whole: false});
		expect(peek('a.states', dictOf({epoch: 9}))).toMatchObject({
			weights: false,
			optimizer: false,
			numbers: {epoch: 9},
		});
	});

	test('Keras keeps its optimizer in a group of HDF5, alone or in an archive', () => {
		const full = h5Of(['model_weights', 'optimizer_weights']);
		expect(peek('a.h5', full)).toMatchObject({kind: 'hdf5', weights: true, optimizer: true});
		expect(peek('a.h5', h5Of(['layers', 'vars']))).toMatchObject({optimizer: false, whole: true});
		expect(peek('a.h5', full.subarray(0, -1))).toMatchObject({whole: false});
		const archive = zipOf({
			'metadata.json': joined('{}'),
			'config.json': joined('{}'),
			'model.weights.h5': h5Of(['layers', 'optimizer', 'vars']),
		});
		expect(peek('a.keras', archive)).toMatchObject({kind: 'keras', optimizer: true, whole: true});
	});

	test('an archive of stable-baselines3 names its optimizer', () => {
		const archive = zipOf({data: joined('{}'), 'policy.pth': joined('x')});
		expect(peek('rl_model.zip', archive)).toMatchObject({weights: true, optimizer: false});
		const both = zipOf({'policy.pth': joined('x'), 'policy.optimizer.pth': joined('x')});
		expect(peek('rl_model.zip', both)).toMatchObject({weights: true, optimizer: true});
	});

	test.each<[string, string, Uint8Array, boolean | null]>([
		['is empty', 'a.pth', new Uint8Array(), false],
		['holds nothing but zeros', 'a.pth', new Uint8Array(9000), false],
		[
			'is a Git LFS pointer, not the file itself',
			'a.safetensors',
			joined('version https://git-lfs.github.com/spec/v1\noid sha256:9\nsize 4\n'),
			false,
		],
		['is text, not a checkpoint', 'distutils.pth', joined('import sys, types\n'), null],
		['is of a kind not known', 'a.bin', joined('\0\x01\x02\x03garbage'), null],
		['is damaged', 'a.safetensors', joined('\xff\xff\xff\xff\xff\xff\xff\xff{'), false],
	])('a file that %s', (why, name, bytes, whole) => {
		expect(peek(name, bytes)).toMatchObject({why, whole, weights: null, optimizer: null});
	});
});

describe('files made to do harm', () => {
	test('what a pickle would call is not called', () => {
		const evil = bytesOf(
			'gASVTAAAAAAAAAB9lCiMBW1vZGVslIwFcG9zaXiUjAZzeXN0ZW2Uk5SMEHRvdWNoIC90bXAvcHduZWSUhZRSlIwJb3B0aW1pemVylH2UjAFhlEsBc3Uu',
		);
		expect(peek('a.pth', torchFile(evil))).toMatchObject({
			keys: ['model', 'optimizer'],
			optimizer: true,
		});
	});

	test.each<[string, string]>([
		['nested without end', ']('.repeat(200_000)],
		['lists without end', ']'.repeat(400_000)],
		['marks without end', '('.repeat(400_000)],
		['a length beyond the file', 'T\xff\xff\xff\xff'],
		['taking from nothing', '0000'],
		['remembering in the distance', ']r\xff\xff\xff\x7f.'],
	])('%s', (_, operations) => {
		const told = peek('a.pth', torchFile(joined(0x80, 2, operations)));
		expect(told.optimizer).toBeNull();
		expect(told.asked).toBeLessThan(1_000_000);
	});

	test('a directory that lies outside of its archive', () => {
		const file = torchFile(trainings[2]!);
		file.fill(0xfe, file.length - 6, file.length - 2);
		expect(peek('a.pth', file)).toMatchObject({whole: false, optimizer: null});
	});

	test('groups of HDF5 that hold themselves', () => {
		const file = h5Of(['layers']);
		new DataView(file.buffer).setBigUint64(96 + 32, 96n, true);
		expect(peek('a.h5', file)).toMatchObject({optimizer: null});
	});

	test('a file cut at any byte is never taken for a whole one', () => {
		const file = torchFile(trainings[2]!);
		for (let length = 4; length < file.length; length++) {
			expect(peek('a.pth', file.subarray(0, length)).whole).toBe(false);
		}
	});
});
