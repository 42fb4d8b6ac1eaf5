import {expect, test} from 'vitest';
import {probes} from '../../source/probes/index.ts';
import {checkpointReaders} from '../../source/readers/index.ts';
import {dictOf, safetensorsOf, torchFile} from '../kit/checkpoints.ts';
import {memoryHost} from '../kit/host.ts';

const weights = torchFile(dictOf({state_dict: {}}));
const full = torchFile(dictOf({state_dict: {}, optimizer: {}, epoch: 4}));
const pdparams = dictOf({w: {}});
const pdopt = dictOf({w_moment: {}});
const optimizer = torchFile(dictOf({state: {}, param_groups: {}}));
const shard = safetensorsOf(64);

/** `path kind epoch/step resume` of what lies in a run's folder, by path. */
async function told(tree: Readonly<Record<string, string | Uint8Array>>) {
	const paths = Object.keys(tree).map(path => path.replace(/\/[^/]*$/, ''));
	const host = memoryHost(tree);
	const {saves} = await probes.checkpoints.ask(host, {
		folder: '/run',
		folders: [
			...new Set([
				'/run',
				...paths.filter(path => /models|training_states|weights|checkpoints$/.test(path)),
			]),
		],
		reader: checkpointReaders.checkpoint,
		known: new Map(),
	});
	return saves
		.map(({path, kind, epoch, step, resume}) => `${path} ${kind} ${epoch}/${step} ${resume}`)
		.sort();
}

test.each<[string, Readonly<Record<string, string | Uint8Array>>, readonly string[]]>([
	[
		'MMEngine: periodic ones resume, the best holds weights',
		{
			'/run/epoch_10.pth': full,
			'/run/epoch_20.pth': full,
			'/run/best_coco_bbox_mAP_epoch_10.pth': weights,
			'/run/last_checkpoint': '/run/epoch_20.pth',
		},
		[
			'best_coco_bbox_mAP_epoch_10.pth best 10/null weights-only',
			'epoch_10.pth periodic 10/null full',
			'epoch_20.pth periodic 20/null full',
		],
	],
	[
		'PaddleOCR: sets of files',
		{
			'/run/latest.pdparams': pdparams,
			'/run/latest.pdopt': pdopt,
			'/run/latest.states': dictOf({epoch: 6}),
			'/run/best_accuracy.pdparams': pdparams,
			'/run/best_accuracy.pdopt': pdopt,
			'/run/best_accuracy.states': dictOf({epoch: 5}),
			'/run/iter_epoch_3.pdparams': pdparams,
			'/run/iter_epoch_3.pdopt': pdopt,
			'/run/iter_epoch_3.states': dictOf({epoch: 3}),
		},
		[
			'best_accuracy.pdparams best 5/null full',
			'iter_epoch_3.pdparams periodic 3/null full',
			'latest.pdparams last 6/null full',
		],
	],
	[
		'PaddleDetection: averaged weights beside the others',
		{
			'/run/9.pdema': pdparams,
			'/run/9.pdparams': pdparams,
			'/run/9.pdopt': pdopt,
		},
		['9.pdparams periodic 9/null full'],
	],
	[
		'the tagged layout, with a backup and several bests',
		{
			'/run/checkpoints/best_model.pth': weights,
			'/run/checkpoints/best_f1.pth': weights,
			'/run/checkpoints/last_model.pth': full,
			'/run/checkpoints/epoch_3.pth': full,
			'/run/checkpoints/backup_epoch_2.pth': full,
		},
		[
			'checkpoints/backup_epoch_2.pth periodic 2/null full',
			'checkpoints/best_f1.pth best null/null weights-only',
			'checkpoints/best_model.pth best null/null weights-only',
			'checkpoints/epoch_3.pth periodic 3/null full',
			'checkpoints/last_model.pth last 4/null full',
		],
	],
	[
		'Lightning and Ultralytics',
		{
			'/run/checkpoints/epoch=3-step=1200.ckpt': full,
			'/run/checkpoints/last.ckpt': full,
			'/run/weights/best.pt': weights,
			'/run/weights/epoch10.pt': full,
		},
		[
			'checkpoints/epoch=3-step=1200.ckpt periodic 3/1200 full',
			'checkpoints/last.ckpt last 4/null full',
			'weights/best.pt best null/null weights-only',
			'weights/epoch10.pt periodic 10/null full',
		],
	],
	[
		'the HF Trainer: shards, and one of them missing',
		{
			'/run/checkpoint-60/model-00001-of-00002.safetensors': shard,
			'/run/checkpoint-60/model-00002-of-00002.safetensors': shard,
			'/run/checkpoint-60/optimizer.pt': optimizer,
			'/run/checkpoint-60/trainer_state.json': '{"epoch": 2, "global_step": 60}',
			'/run/checkpoint-80/model-00002-of-00002.safetensors': shard,
			'/run/checkpoint-80/optimizer.pt': optimizer,
		},
		['checkpoint-60 periodic 2/60 full', 'checkpoint-80 periodic null/80 partial'],
	],
	[
		'half-written, empty, and a pointer of Git LFS',
		{
			'/run/epoch_1.pth': full.slice(0, full.length >> 1),
			'/run/epoch_2.pth': '',
			'/run/model.safetensors':
				'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 20000000000\n',
		},
		[
			'epoch_1.pth periodic 1/null partial',
			'epoch_2.pth periodic 2/null partial',
			'model.safetensors other null/null partial',
		],
	],
])('%s', async (_title, tree, expected) => {
	expect(await told(tree)).toEqual(expected);
});

test('links in a circle are passed by', async () => {
	const host = memoryHost({'/run/epoch_1.pth': full});
	host.linkTo('/run/latest.pth', '/run/last.pth');
	host.linkTo('/run/last.pth', '/run/latest.pth');
	const {saves} = await probes.checkpoints.ask(host, {
		folder: '/run',
		folders: ['/run'],
		reader: checkpointReaders.checkpoint,
		known: new Map(),
	});
	expect(saves.map(({path}) => path)).toEqual(['epoch_1.pth']);
});
