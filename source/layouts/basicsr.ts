import type {Layout} from '../core/layout.ts';

/** `experiments/<name>` with time-stamped logs, events in the twin `tb_logger/<name>`; renamed when started anew. */
export default {
	title: 'BasicSR',
	marks: {
		holds: [/^train_.+_\d{8}_\d{6}\.(?:log|txt)$/, /^training_states\/$/],
		path: /\/experiments\/[^/]+$/,
	},
	logs: [/^train_.*_\d{8}_\d{6}\.(?:log|txt)$/, /^[^/]*\.(?:out|err)$/, /^events\.out\.tfevents\./],
	waits: [/^train_.+\.yml$/],
	settings: [/^[^/]+\.ya?ml$/],
	checkpoints: ['models', 'training_states'],
	archived: /^(?<name>.+)_archived_(?<time>\d{8}_\d{6})$/,
	twin: {from: /\/experiments\/([^/]+)$/, to: '/tb_logger/$1'},
	samples: [
		{
			tree: [
				'/sr/experiments/net_x4/train_net_x4_20241018_192730.log',
				'/sr/experiments/net_x4/train_net_x4_20241019_043538.log',
				'/sr/experiments/net_x4/option.yml',
				'/sr/experiments/net_x4/models/net_g_5000.pth',
				'/sr/experiments/net_x4/training_states/5000.state',
				'/sr/experiments/net_x4/visualization/Set5/baby/baby_5000.png',
				'/sr/experiments/net_x4_archived_20241018_192730/train_net_x4_20241017_101500.txt',
				'/sr/tb_logger/net_x4/events.out.tfevents.1729279650.gpu01.311.0',
				'/sr/tb_logger/net_x4_archived_20241018_192730/events.out.tfevents.1729160100.gpu01.97.0',
				'/sr/results/net_x4/test_net_x4_20241020_120000.log',
			],
			runs: {
				'sr/experiments/net_x4': [
					'train_net_x4_20241018_192730.log',
					'train_net_x4_20241019_043538.log',
					'../../tb_logger/net_x4/events.out.tfevents.1729279650.gpu01.311.0',
				],
				'sr/experiments/net_x4_archived_20241018_192730': [
					'train_net_x4_20241017_101500.txt',
					'../../tb_logger/net_x4_archived_20241018_192730/events.out.tfevents.1729160100.gpu01.97.0',
				],
			},
		},
	],
} satisfies Layout;
