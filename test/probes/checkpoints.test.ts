import {describe, expect, test} from 'vitest';
import type {KnownContents} from '../../source/core/checkpoint.ts';
import type {Host} from '../../source/core/host.ts';
import {probes} from '../../source/probes/index.ts';
import {checkpointReaders} from '../../source/readers/index.ts';
import {dictOf, joined, safetensorsOf, torchFile} from '../kit/checkpoints.ts';
import {memoryHost} from '../kit/host.ts';

const weights = torchFile(dictOf({state_dict: {}}));
const full = torchFile(dictOf({state_dict: {}, optimizer: {}, epoch: 4}));
const state = torchFile(dictOf({epoch: 3, iter: 400, optimizers: {}, schedulers: {}}));
const optimizer = torchFile(dictOf({state: {}, param_groups: {}}));

type Tree = Readonly<Record<string, string | Uint8Array>>;

function ask(host: Host, folders: readonly string[], known: KnownContents = new Map()) {
	const reader = checkpointReaders.checkpoint;
	return probes.checkpoints.ask(host, {folder: '/run', folders, reader, known});
}

/** `path: resume (why)` of what lies in these folders of a run, oldest first. */
async function told(tree: Tree, folders: readonly string[] = ['/run']) {
	const {saves} = await ask(memoryHost(tree), folders);
	return saves.map(({path, resume, why}) => `${path}: ${resume}${why && ` (${why})`}`);
}

describe('sets of files', () => {
	test('BasicSR: weights and states apart', async () => {
		const folders = ['/run/models', '/run/training_states', '/run'];
		const tree = {
			'/run/models/net_g_400.pth': weights,
			'/run/models/net_d_400.pth': weights,
			'/run/training_states/400.state': state,
			'/run/models/net_g_800.pth': weights,
			'/run/models/net_g_latest.pth': weights,
			'/run/training_states/1200.state': state,
		};
		expect(await told(tree, folders)).toEqual([
			'models/net_g_400.pth: full',
			'models/net_g_800.pth: partial (training_states/800.state is missing)',
			'models/net_g_latest.pth: weights-only',
			'training_states/1200.state: partial (the weights are missing)',
		]);
		const {saves} = await ask(memoryHost(tree), folders);
		expect(saves[0]).toEqual({
			path: 'models/net_g_400.pth',
			files: ['models/net_d_400.pth', 'models/net_g_400.pth', 'training_states/400.state'],
			kind: 'periodic',
			bytes: 2 * weights.length + state.length,
			savedAt: expect.any(Number),
			epoch: 3,
			step: 400,
			resume: 'full',
			why: '',
			aliases: [],
		});
	});

	test('Paddle: parameters, optimizer and states', async () => {
		const tree = {
			'/run/latest.pdparams': dictOf({w: {}}),
			'/run/latest.pdopt': dictOf({w_moment: {}}),
			'/run/latest.states': dictOf({epoch: 9}),
			'/run/iter_epoch_3.pdparams': dictOf({w: {}}),
			'/run/iter_epoch_3.states': dictOf({epoch: 3}),
			'/run/best_model/model.pdparams': dictOf({w: {}}),
			'/run/best_model/model.pdstates': dictOf({epoch: 3}),
		};
		expect(await told(tree, ['/run', '/run/best_model'])).toEqual([
			'latest.pdparams: full',
			'iter_epoch_3.pdparams: partial (iter_epoch_3.pdopt is missing)',
			'best_model: weights-only',
		]);
	});

	test('a folder of the HF Trainer', async () => {
		const shard = safetensorsOf(64);
		const tree = {
			'/run/checkpoint-60/model.safetensors': shard,
			'/run/checkpoint-60/optimizer.pt': optimizer,
			'/run/checkpoint-60/scheduler.pt': torchFile(dictOf({last_epoch: 60})),
			'/run/checkpoint-60/trainer_state.json': '{"epoch": 2.5, "global_step": 60}\n',
			'/run/checkpoint-80/model-00001-of-00003.safetensors': shard,
			'/run/checkpoint-80/model-00003-of-00003.safetensors': shard,
			'/run/checkpoint-80/optimizer.pt': optimizer,
			'/run/checkpoint-100/model.safetensors': shard,
			'/run/checkpoint-100/scheduler.pt': torchFile(dictOf({last_epoch: 100})),
			'/run/model.safetensors': shard,
		};
		expect(await told(tree)).toEqual([
			'checkpoint-60: full',
			'checkpoint-80: partial (model-00002-of-00003.safetensors is missing)',
			'checkpoint-100: partial (the optimizer’s file is missing)',
			'model.safetensors: weights-only',
		]);
	});

	test('DeepSpeed and Megatron: ranks, and a tag that names the newest whole one', async () => {
		const tree = {
			'/run/latest': 'global_step200',
			'/run/global_step100/mp_rank_00_model_states.pt': weights,
			'/run/global_step100/zero_pp_rank_0_mp_rank_00_optim_states.pt': optimizer,
			'/run/global_step100/zero_pp_rank_2_mp_rank_00_optim_states.pt': optimizer,
			'/run/global_step200/mp_rank_00_model_states.pt': weights,
			'/run/global_step200/zero_pp_rank_0_mp_rank_00_optim_states.pt': optimizer,
			'/run/global_step300/mp_rank_00_model_states.pt': weights,
			'/run/global_step300/zero_pp_rank_0_mp_rank_00_optim_states.pt': optimizer,
		};
		expect(await told(tree)).toEqual([
			'global_step100: partial (zero_pp_rank_1_mp_rank_00_optim_states.pt is missing)',
			'global_step200: full',
			'global_step300: partial (not finished: the newest whole one is global_step200)',
		]);
		expect(await told({'/run/iter_0000100/mp_rank_00/model_optim_rng.pt': full})).toEqual([
			'iter_0000100: full',
		]);
	});

	test('an optimizer in a file of its own, several ranks of one save', async () => {
		const tree = {
			'/run/ckpt/model_10.pt': weights,
			'/run/ckpt/optim_10.pt': optimizer,
			'/run/ckpt/epoch_3_rank0.pth': full,
			'/run/ckpt/epoch_3_rank1.pth': full,
		};
		const {saves} = await ask(memoryHost(tree), ['/run/ckpt']);
		expect(saves.map(({files, resume}) => [files, resume])).toEqual([
			[['ckpt/model_10.pt', 'ckpt/optim_10.pt'], 'full'],
			[['ckpt/epoch_3_rank0.pth', 'ckpt/epoch_3_rank1.pth'], 'full'],
		]);
	});
});

test('shards of FSDP: the optimizer’s lie in a folder of their own', async () => {
	const tree = {
		'/run/checkpoint-9/pytorch_model_fsdp_0/__0_0.distcp': 'shard',
		'/run/checkpoint-9/optimizer_0/__0_0.distcp': 'shard',
		'/run/checkpoint-9/rng_state.pth': torchFile(dictOf({python: 1})),
	};
	expect(await told(tree)).toEqual(['checkpoint-9: full']);
});

test('damage is told by the file that has it', async () => {
	expect(
		await told({
			'/run/checkpoints/epoch_1.pth': full,
			'/run/checkpoints/epoch_2.pth': full.subarray(0, -40),
			'/run/checkpoints/epoch_3.pth': '',
			'/run/checkpoints/a.safetensors': 'version https://git-lfs.github.com/spec/v1\noid …',
			'/run/checkpoints/b.pt': joined('\0\x01garbage'),
		}),
	).toEqual([
		'checkpoints/epoch_1.pth: full',
		'checkpoints/epoch_2.pth: partial (epoch_2.pth is cut short or still being written)',
		'checkpoints/epoch_3.pth: partial (epoch_3.pth is empty)',
		'checkpoints/a.safetensors: partial (a.safetensors is a Git LFS pointer, not the file itself)',
		'checkpoints/b.pt: unknown (b.pt is of a kind not known)',
	]);
});

test('logs, pictures, pretrained lists and data are no checkpoints', async () => {
	const tree = {
		'/run/train.log': 'x',
		'/run/events.out.tfevents.1.h5': 'x',
		'/run/train.bin': 'x',
		'/run/data.tar': 'x',
		'/run/epoch_3/vis.png': 'x',
		'/run/model.safetensors.index.json': '{}',
		'/run/best_params.pkl': dictOf({lr: 1}),
		'/run/checkpoints/distutils.pth': 'import sys, types\n',
	};
	expect(await told(tree)).toEqual([]);
});

test('a symbolic link is another name of a save, or a save of its own', async () => {
	const host = memoryHost({'/run/epoch_1.pth': full, '/big/model_best.pth': weights});
	host.linkTo('/run/latest.pth', '/run/epoch_1.pth');
	host.linkTo('/run/model_best.pth', '/big/model_best.pth');
	host.linkTo('/run/gone.pth', '/nowhere.pth');
	const {saves} = await ask(host, ['/run']);
	expect(saves.map(({path, aliases, kind}) => [path, aliases, kind])).toEqual([
		['epoch_1.pth', ['latest.pth'], 'periodic'],
		['model_best.pth', [], 'best'],
	]);
});

test('a folder of links to files is a save, one of links to nothing or to itself is none', async () => {
	const host = memoryHost({
		'/blobs/1': safetensorsOf(64),
		'/run/checkpoint-2/optimizer.pt': optimizer,
	});
	host.linkTo('/run/checkpoint-2/model.safetensors', '/blobs/1');
	host.folder('/run/checkpoint-3');
	host.linkTo('/run/checkpoint-3/model.safetensors', '/blobs/none');
	host.linkTo('/run/checkpoint-3/again.pt', '/run/checkpoint-3');
	const {saves} = await ask(host, ['/run']);
	expect(saves.map(({path, resume}) => [path, resume])).toEqual([['checkpoint-2', 'full']]);
});

test('of thousands of files the newest are kept and the newest of those looked into', async () => {
	const tree = Object.fromEntries(
		Array.from({length: 1500}, (_, index) => [`/run/iter_${index}.pth`, full]),
	);
	const host = memoryHost({...tree, '/run/best.pth': weights});
	const {saves, more} = await ask(host, ['/run']);
	expect([saves.length, more]).toEqual([200, 1301]);
	expect(host.counts.open).toBeLessThanOrEqual(60);
	expect(saves.at(-1)).toMatchObject({path: 'best.pth', resume: 'weights-only'});
	expect(saves.at(-2)).toMatchObject({path: 'iter_1499.pth', resume: 'full', step: 1499});
	expect(saves[0]).toMatchObject({resume: 'unknown', why: 'one of many old ones: not looked into'});
});

test('a file that did not change is not opened again', async () => {
	const host = memoryHost({'/run/a_epoch_1.pth': full, '/run/last.pth': full});
	const known: KnownContents = new Map();
	await ask(host, ['/run'], known);
	expect(host.counts.open).toBe(2);
	host.write('/run/last.pth', weights);
	const {saves} = await ask(host, ['/run'], known);
	expect(host.counts.open).toBe(3);
	expect(saves.map(({resume}) => resume)).toEqual(['full', 'weights-only']);
	expect(host.counts.opened).toBe(0);
});

test('what cannot be listed or opened is told', async () => {
	const host = memoryHost({'/run/epoch_1.pth': full, '/run/models/a.pth': full});
	host.refuse('/run/models', 'EACCES');
	host.refuse('/run/epoch_1.pth', 'EACCES');
	expect(await ask(host, ['/run', '/run/models', '/run/none'])).toMatchObject({
		saves: [{path: 'epoch_1.pth', resume: 'unknown', why: 'epoch_1.pth cannot be read (EACCES)'}],
		trouble: ['cannot list /run/models: EACCES'],
	});
});
