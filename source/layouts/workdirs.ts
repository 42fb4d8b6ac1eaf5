import type {Layout} from '../core/layout.ts';

/** Hand-written loops: `workdirs/exp_YYYYMMDD_HHMMSS/{log.txt, config.yaml, checkpoints, eval_results, tensorboard}`. */
export default {
	title: 'workdirs',
	marks: {
		path: /\/(?:work_?dirs?\/[^/]+|(?:exp|train)_\d{8}_\d{6}[^/]*)$/,
	},
	logs: [
		/^(?:log|train|training|train_log)\.(?:txt|log)$/,
		/^[^/]+\.log$/,
		/^(?:log|train|training|train_log)[._-]?rank[_-]?\d+\.txt$/,
		/^(?:metrics|results|history)\.(?:csv|jsonl?)$/,
		/^(?:(?:tensorboard|tb|tb_logs?|logs?|runs|events)\/)?events\.out\.tfevents\./,
		/^[^/]+\.(?:out|err)$/,
		/^logs?\/[^/]+\.(?:log|txt|out|err)$/,
	],
	inside: [/^(?:tensorboard|tb|tb_logs?|logs?|runs|events)\/$/],
	waits: [/^config\.ya?ml$/],
	settings: [/^config\.ya?ml$/, /^[^/]+\.ya?ml$/, /^(?:config|args|hparams)\.json$/],
	checkpoints: ['checkpoints', 'ckpt', 'ckpts', 'weights', 'models', ''],
	archived: /^(?<name>.+)_archived_(?<time>\d{8}_?\d{6})$/,
	samples: [
		{
			tree: [
				'/ocr/workdirs/exp_20260105_143022/log.txt',
				'/ocr/workdirs/exp_20260105_143022/config.yaml',
				'/ocr/workdirs/exp_20260105_143022/checkpoints/best_model.pth',
				'/ocr/workdirs/exp_20260105_143022/eval_results/metrics_per_image/page_0000.txt',
				'/ocr/workdirs/exp_20260105_143022/tensorboard/events.out.tfevents.1767623422.gpu.1.0',
				'/ocr/workdirs/exp_20260106_091233/config.yaml',
				'/ocr/workdirs/exp_20260106_091233/checkpoints/',
				'/ocr/workdirs/ddp/log_rank0.txt',
				'/ocr/workdirs/ddp/log_rank1.txt',
				'/ocr/train.py',
			],
			runs: {
				'ocr/workdirs/ddp': ['log_rank0.txt', 'log_rank1.txt'],
				'ocr/workdirs/exp_20260105_143022': [
					'log.txt',
					'tensorboard/events.out.tfevents.1767623422.gpu.1.0',
				],
				'ocr/workdirs/exp_20260106_091233': [],
			},
		},
	],
} satisfies Layout;
