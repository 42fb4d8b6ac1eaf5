import type {Layout} from '../core/layout.ts';

/**
`runs/detect/train2/{args.yaml, results.csv, weights/}`; YOLOv5 writes `runs/train/exp3/{opt.yaml, hyp.yaml}`, and like
YOLOv7 a results.txt before it had a results.csv.
*/
export default {
	title: 'Ultralytics',
	marks: {holds: [/^(?:args|opt)\.yaml$/]},
	logs: [
		/^results\.(?:csv|txt)$/,
		/^summary\.csv$/,
		/^events\.out\.tfevents\./,
		/^[^/]+\.(?:log|out|err)$/,
	],
	settings: [/^(?:args|opt)\.yaml$/, /^hyp\.yaml$/],
	checkpoints: ['weights', ''],
	samples: [
		{
			tree: [
				'/yolo/runs/detect/train/args.yaml',
				'/yolo/runs/detect/train/results.csv',
				'/yolo/runs/detect/train/events.out.tfevents.1795346267.gpu.1.0',
				'/yolo/runs/detect/train/weights/best.pt',
				'/yolo/runs/detect/train2/args.yaml',
				'/yolo/runs/detect/train2/results.csv',
				'/yolo/runs/detect/val/predictions.json',
				'/yolo/runs/train/exp/opt.yaml',
				'/yolo/runs/train/exp/results.txt',
			],
			runs: {
				'yolo/runs/detect/train': ['results.csv', 'events.out.tfevents.1795346267.gpu.1.0'],
				'yolo/runs/detect/train2': ['results.csv'],
				'yolo/runs/train/exp': ['results.txt'],
			},
		},
	],
} satisfies Layout;
