import type {Layout} from '../core/layout.ts';

/** MMCV 1.x: `work_dirs/<config>/{<time>.log, <time>.log.json}`, a pair per launch, flat. */
export default {
	title: 'MMCV 1.x',
	marks: {holds: [/^\d{8}_\d{6}\.log(?:\.json)?$/]},
	logs: [
		/^\d{8}_\d{6}\.log$/,
		/^\d{8}_\d{6}\.log\.json$/,
		/^tf_logs\/events\.out\.tfevents\./,
		/^[^/]*\.(?:out|err)$/,
	],
	inside: [/^tf_logs\/$/],
	settings: [/^[^/]+\.(?:py|ya?ml)$/],
	checkpoints: [''],
	samples: [
		{
			tree: [
				'/work_dirs/faster_rcnn/20210812_172835.log',
				'/work_dirs/faster_rcnn/20210812_190636.log',
				'/work_dirs/faster_rcnn/20210812_190636.log.json',
				'/work_dirs/faster_rcnn/faster_rcnn.py',
				'/work_dirs/faster_rcnn/epoch_1.pth',
				'/work_dirs/faster_rcnn/tf_logs/events.out.tfevents.1628784396.gpu.1.0',
			],
			runs: {
				'work_dirs/faster_rcnn': [
					'20210812_172835.log',
					'20210812_190636.log',
					'20210812_190636.log.json',
					'tf_logs/events.out.tfevents.1628784396.gpu.1.0',
				],
			},
		},
	],
} satisfies Layout;
