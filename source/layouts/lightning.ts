import type {Layout} from '../core/layout.ts';

/** `lightning_logs/version_N/{metrics.csv, hparams.yaml, checkpoints/, events …}`. */
export default {
	title: 'Lightning',
	marks: {path: /\/version_\d+$/},
	logs: [/^metrics\.csv$/, /^events\.out\.tfevents\./, /^[^/]+\.(?:log|out|err)$/],
	settings: [/^hparams\.yaml$/],
	checkpoints: ['checkpoints'],
	samples: [
		{
			tree: [
				'/vision/lightning_logs/version_0/metrics.csv',
				'/vision/lightning_logs/version_0/hparams.yaml',
				'/vision/lightning_logs/version_0/checkpoints/epoch=3-step=1200.ckpt',
				'/vision/lightning_logs/version_1/events.out.tfevents.1795346267.gpu.27428.0',
				'/alone/lightning_logs/version_0/metrics.csv',
				'/alone/train.log',
			],
			runs: {
				alone: ['train.log', 'lightning_logs/version_0/metrics.csv'],
				'vision/lightning_logs/version_0': ['metrics.csv'],
				'vision/lightning_logs/version_1': ['events.out.tfevents.1795346267.gpu.27428.0'],
			},
		},
	],
} satisfies Layout;
