import type {Layout} from '../core/layout.ts';

/** `work_dirs/<config>/<time>/{<time>.log, vis_data/scalars.json}`: a session each; tests write `<time>/<time>.json`. */
export default {
	title: 'MMEngine',
	marks: {holds: [/^\d{8}_\d{6}[^/]*\/$/]},
	logs: [
		/^\d{8}_\d{6}[^/]*\/\d{8}_\d{6}(?:_[^/]*rank\d+)?\.log$/,
		/^\d{8}_\d{6}[^/]*\/vis_data\/(?:scalars|\d{8}_\d{6})\.json$/,
		/^\d{8}_\d{6}[^/]*\/vis_data\/events\.out\.tfevents\./,
		/^(?:nohup|stdout|slurm-\d+)\.out$|^[^/]*\.(?:out|err)$/,
	],
	inside: [/^\d{8}_\d{6}[^/]*\/(?:vis_data\/)?$/],
	spoiled: /^(\d{8}_\d{6}[^/]*)\/\d{8}_\d{6}\.json$/,
	same: [/\/scalars\.json$/, /\/vis_data\/\d{8}_\d{6}\.json$/],
	settings: [/^[^/]+\.(?:py|ya?ml)$/, /\/vis_data\/config\.py$/],
	checkpoints: [''],
	samples: [
		{
			tree: [
				'/work_dirs/rtmdet/rtmdet.py',
				'/work_dirs/rtmdet/last_checkpoint',
				'/work_dirs/rtmdet/epoch_10.pth',
				'/work_dirs/rtmdet/20230604_134110/20230604_134110.log',
				'/work_dirs/rtmdet/20230604_134110/vis_data/20230604_134110.json',
				'/work_dirs/rtmdet/20230604_134110/vis_data/config.py',
				'/work_dirs/rtmdet/20230604_134110/vis_data/scalars.json',
				'/work_dirs/rtmdet/20230604_153610_best/20230604_153610.log',
				'/work_dirs/rtmdet/20230604_153610_best/vis_data/20230604_153610.json',
				'/work_dirs/rtmdet/20230604_164657/20230604_164657.json',
				'/work_dirs/rtmdet/20230604_164657/20230604_164657.log',
				'/work_dirs/only_tested/20230605_101010/20230605_101010.json',
				'/work_dirs/only_tested/20230605_101010/20230605_101010.log',
			],
			runs: {
				'work_dirs/rtmdet': [
					'20230604_134110/20230604_134110.log',
					'20230604_153610_best/20230604_153610.log',
					'20230604_134110/vis_data/scalars.json',
					'20230604_153610_best/vis_data/20230604_153610.json',
				],
			},
		},
	],
} satisfies Layout;
