import type {Layout} from '../core/layout.ts';

/** PaddleOCR, -Clas, -Detection, -Seg: `output/<name>/{train.log, config.yml}`, and `log/workerlog.N` of a launch. */
export default {
	title: 'Paddle',
	marks: {holds: [/^workerlog\.\d+$/, /\.pdparams$/, /^config\.yml$/, /^vdl\/$/, /^iter_\d+\/$/]},
	logs: [
		/^(?:train|training|log)\.(?:log|txt)$/,
		/^(?:log\/)?workerlog\.\d+$/,
		/^(?:log\/)?default\.(?!gpu\.)\w+\.(?:\d+\.)?log$/,
		/^(?:eval|train_\w+)\.log$/,
		/^nohup\.out$|^[^/]+\.(?:out|err)$/,
	],
	inside: [/^log\/$/],
	settings: [/^config\.ya?ml$/, /^[^/]+\.ya?ml$/],
	checkpoints: ['', 'best_model'],
	samples: [
		{
			tree: [
				'/ocr/output/rec/train.log',
				'/ocr/output/rec/config.yml',
				'/ocr/output/rec/latest.pdparams',
				'/ocr/output/rec/best_accuracy.pdparams',
				'/seg/log/workerlog.0',
				'/seg/log/workerlog.1',
				'/seg/log/endpoints.log',
				'/seg/log/default.gpu.log',
				'/seg/log/default.qyrclg.log',
			],
			runs: {
				'ocr/output/rec': ['train.log'],
				'seg/log': ['workerlog.0', 'workerlog.1', 'default.qyrclg.log'],
			},
		},
	],
} satisfies Layout;
