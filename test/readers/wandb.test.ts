import {BinaryWriter} from '@bufbuild/protobuf/wire';
import {describe, expect, test} from 'vitest';
import {crc32} from '../../source/readers/binary/crc.ts';
import wandb from '../../source/readers/wandb.ts';
import {bytesOf, type Fill, inner, readAll} from './kit.ts';

/** A record with a message in field `number`. */
function record(number: number, fill: Fill): Uint8Array {
	return inner(new BinaryWriter(), number, fill).finish();
}

/** Items of a history or of settings; names of the newer writer are lists. */
function items(values: Readonly<Record<string, string>>, nested = false): Fill {
	return writer => {
		for (const [name, value] of Object.entries(values)) {
			inner(writer, 1, item =>
				item
					.tag(nested ? 2 : 1, 2)
					.string(name)
					.tag(16, 2)
					.string(value),
			);
		}

		return writer;
	};
}

function chunk(kind: number, data: Uint8Array): readonly number[] {
	const bytes = new Uint8Array(7 + data.length);
	const view = new DataView(bytes.buffer);
	view.setUint16(4, data.length, true);
	view.setUint8(6, kind);
	bytes.set(data, 7);
	view.setUint32(0, crc32(bytes, 6), true);
	return [...bytes];
}

/** A file of these records, cut into chunks at the ends of its blocks. */
function file(...records: readonly Uint8Array[]): Uint8Array {
	const bytes = [...bytesOf(':W&B'), 0xe1, 0xbe, 0];
	for (const whole of records) append(bytes, whole);
	return Uint8Array.from(bytes);
}

function append(bytes: number[], whole: Uint8Array): void {
	let rest = whole;
	do {
		if (roomIn(bytes) < 7) bytes.push(...new Uint8Array(roomIn(bytes)));
		const data = rest.subarray(0, roomIn(bytes) - 7);
		const first = rest === whole;
		rest = rest.subarray(data.length);
		const [only, more] = first ? [1, 2] : [4, 3];
		bytes.push(...chunk(rest.length === 0 ? only : more, data));
	} while (rest.length > 0);
}

function roomIn(bytes: readonly number[]): number {
	return 32_768 - (bytes.length % 32_768);
}

const rows = [
	record(2, items({_step: '10', 'train/loss': '1.5', _runtime: '3.5', _timestamp: '1600000000.5'})),
	record(2, items({'val/acc': '0.75', 'train/loss': 'NaN', epoch: '2', _step: '20'}, true)),
];

test('a row of the history is a record of each split, with its step and time', () => {
	expect(readAll(wandb, file(...rows)).events).toEqual([
		{
			kind: 'metrics',
			split: 'train',
			position: {step: 10},
			values: {loss: 1.5},
			at: 1_600_000_000_500,
			source: {file: '', line: 1, offset: 7},
		},
		expect.objectContaining({
			split: 'train',
			position: {epoch: 2, step: 20},
			values: {loss: Number.NaN},
		}),
		expect.objectContaining({split: 'val', position: {epoch: 2, step: 20}, values: {acc: 0.75}}),
	]);
});

test("a step of its own field counts where no item tells it, and the run's own step before both", () => {
	const step = record(2, writer =>
		inner(items({loss: '0.5'})(writer), 2, inside => inside.tag(1, 0).int64(7)),
	);
	const own = record(2, items({loss: '0.25', _step: '3', 'trainer/global_step': '300'}));
	expect(readAll(wandb, file(step, own)).events).toMatchObject([
		{position: {step: 7}, values: {loss: 0.5}},
		{position: {step: 300}, values: {loss: 0.25}},
	]);
});

test('the writer shuffles the names; of one told twice the last value counts; values may be no numbers', () => {
	const told = (values: Readonly<Record<string, string>>) => record(2, items(values, true));
	const {events} = readAll(
		wandb,
		file(
			told({b: '2', a: '1', _step: '1'}),
			told({_step: '2', a: '1.5', b: '{"_type": "histogram"}'}),
			told({a: '"0.25"', _step: '3', b: '[0.125, 7]'}),
			record(2, writer => items({a: '6'})(items({a: '5', _step: '4', b: 'null'})(writer))),
		),
	);
	expect(events).toMatchObject([
		{position: {step: 1}, values: {a: 1, b: 2}},
		{position: {step: 2}, values: {a: 1.5}},
		{position: {step: 3}, values: {a: 0.25, b: 0.125}},
		{position: {step: 4}, values: {a: 6}},
	]);
});

test('names within names are one with points', () => {
	const nested = record(2, history =>
		inner(history, 1, item =>
			item.tag(2, 2).string('val').tag(2, 2).string('loss').tag(16, 2).string('0.5'),
		),
	);
	expect(readAll(wandb, file(nested)).events).toMatchObject([{split: 'val', values: {loss: 0.5}}]);
});

test('settings are facts by their path', () => {
	const run = record(17, writer =>
		inner(
			writer,
			4,
			items({
				lr: '0.5',
				model: '{"depth": 3, "name": "r"}',
				_wandb: '{"x": 1}',
				bs: '{"desc": null, "value": 8}',
			}),
		),
	);
	expect(readAll(wandb, file(run)).events).toMatchObject([
		{kind: 'facts', facts: {lr: 0.5, 'model.depth': 3, 'model.name': 'r', bs: 8}},
	]);
});

test.each([
	[0, {kind: 'phase', phase: 'finished'}],
	[255, {kind: 'phase', phase: 'interrupted'}],
	[1, {kind: 'trouble', what: 'failed', text: 'the process ended with code 1'}],
	[-9, {kind: 'trouble', what: 'failed', text: 'the process ended with code -9'}],
])('exit code %i', (code, told) => {
	const exit = record(18, writer => (code === 0 ? writer : writer.tag(1, 0).int32(code)));
	expect(readAll(wandb, file(exit)).events).toMatchObject([told]);
});

test('a resumed run says so', () => {
	expect(
		readAll(wandb, file(record(17, writer => writer.tag(18, 0).bool(true)))).events,
	).toMatchObject([{kind: 'phase', phase: 'resumed'}]);
});

describe('blocks', () => {
	const long = record(13, writer => writer.tag(3, 2).string('x'.repeat(70_000)));
	const bytes = file(rows[0]!, long, rows[1]!);

	test('a record may span blocks, and the pieces in which it arrives do not matter', () => {
		const whole = readAll(wandb, bytes);
		expect(whole.events).toMatchObject([{position: {step: 10}}, {split: 'train'}, {split: 'val'}]);
		expect(whole.report).toMatchObject({lines: 3, understood: 3, trouble: []});
		for (const size of [333, 32_768]) expect(readAll(wandb, bytes, size)).toEqual(whole);
	});

	test('an unfinished block waits without complaint', () => {
		const {events, report} = readAll(wandb, bytes.slice(0, 40_000));
		expect(events).toHaveLength(1);
		expect(report.trouble).toEqual([]);
	});

	test('a damaged record costs the rest of its block and is told', () => {
		const broken = bytes.slice();
		broken[20] = broken[20]! ^ 255;
		const {events, report} = readAll(wandb, broken);
		expect(events).toMatchObject([{split: 'train', values: {loss: Number.NaN}}, {split: 'val'}]);
		const trouble = [{offset: 7, what: 'a damaged record: its block is passed over'}];
		expect(report.trouble).toEqual(trouble);
		expect(readAll(wandb, broken, 1000).report.trouble).toEqual(trouble);
	});

	test('a block of zeros is passed over', () => {
		const hole = Uint8Array.from([
			...bytesOf(':W&B'),
			0xe1,
			0xbe,
			0,
			...new Uint8Array(32_761),
			...chunk(1, rows[0]!),
		]);
		expect(readAll(wandb, hole).events).toMatchObject([{position: {step: 10}}]);
	});

	test('a record that cannot be decoded is told', () => {
		expect(readAll(wandb, file(Uint8Array.of(0x12, 200, 1))).report.trouble).toEqual([
			{offset: 7, what: 'a record that cannot be decoded'},
		]);
	});

	test('another file is told as such', () => {
		expect(readAll(wandb, bytesOf('something else')).report.trouble).toEqual([
			{offset: 0, what: 'no header of a W&B file'},
		]);
	});
});

test('it claims files by their header, and empty ones by their name', () => {
	expect(wandb.claims('x', file())).toBe(true);
	expect(wandb.claims('run-a.wandb', new Uint8Array(0))).toBe(true);
	expect(wandb.claims('run-a.wandb', bytesOf('version https://git-lfs.github.com'))).toBe(false);
	expect(wandb.claims('train.log', bytesOf('epoch 1'))).toBe(false);
});
