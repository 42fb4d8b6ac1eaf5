import type {Format} from '../core/format.ts';

/**
YOLOv5 (and v6, v7 that grew from it) on the console: epochs from 0, a bar per epoch with running means; and its results.txt
before there was a results.csv, without names (train.py; five or six losses where faces or poses are learnt).
*/
export default {
	title: 'YOLOv5',
	url: 'https://github.com/ultralytics/yolov5',
	hallmark:
		/^YOLOv5 |YOLOR? 🚀|^\s+Epoch +(?:GPU_mem|gpu_mem) +(?:box_loss +obj_loss|box +obj)|^\s*\d+\/\d+\s+[\d.]+G(?:\s+[\d.]\S*){4,6}\s+\d+\s+\d+(?:\s+[\d.n]\S*){7}\s*$|^(?:train: )?(?:\x1b\S*)?weights=\S+, cfg=/,
	losses: ['box_loss', 'loss'],
	primary: ['mAP50_95'],
	goals: {P: 'max', R: 'max', mask_P: 'max', mask_R: 'max', mAP50_95: 'max', mask_mAP50_95: 'max'},
	lines: [
		{
			kind: 'metrics',
			bar: 'mean',
			match:
				/^\s*(?<epoch>\d+)\/(?<epochs>\d+)\s+[\d.]+[GMK]?\s+(?<box_loss>[\d.e+-]+|nan|inf)\s+(?<obj_loss>[\d.e+-]+|nan|inf)\s+(?<cls_loss>[\d.e+-]+|nan|inf)(?:\s+(?<total_loss>\d*\.\d+|nan|inf))?\s+\d+\s+\d+: *\d+%(?:\|[^|]*\||\D*)\s*(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+)/,
		},
		{
			kind: 'metrics',
			prefixes: {val_: 'val'},
			match:
				/^\s*(?<epoch>\d+)\/(?<epochs>\d+)\s+[\d.]+G?\s+(?<box_loss>[\d.e+-]+|nan|inf)\s+(?<obj_loss>[\d.e+-]+|nan|inf)\s+(?<cls_loss>[\d.e+-]+|nan|inf)(?:\s+(?:[\d.e+-]+|nan|inf)){0,2}\s+(?<total_loss>[\d.e+-]+|nan|inf)\s+\d+\s+\d+\s+(?<val_P>[\d.e+-]+|nan|inf)\s+(?<val_R>[\d.e+-]+|nan|inf)\s+(?<val_mAP50>[\d.e+-]+|nan|inf)\s+(?<val_mAP50_95>[\d.e+-]+|nan|inf)\s+(?<val_box_loss>[\d.e+-]+|nan|inf)\s+(?<val_obj_loss>[\d.e+-]+|nan|inf)\s+(?<val_cls_loss>[\d.e+-]+|nan|inf)\s*$/,
		},
		{
			kind: 'metrics',
			split: 'val',
			has: ' all ',
			match:
				/^\s+all\s+\d+\s+\d[\d.e+]*\s+(?<P>[\d.e-]+|nan)\s+(?<R>[\d.e-]+|nan)\s+(?<mAP50>[\d.e-]+|nan)\s+(?<mAP50_95>[\d.e-]+|nan)(?:\s+(?<mask_P>[\d.e-]+|nan)\s+(?<mask_R>[\d.e-]+|nan)\s+(?<mask_mAP50>[\d.e-]+|nan)\s+(?<mask_mAP50_95>[\d.e-]+|nan))?\s*$/,
		},
		{kind: 'noise', match: /^\s+(?:Class +Images|Epoch +(?:GPU|gpu)_mem)/},
		{kind: 'phase', phase: 'started', match: /^Starting training for (?<epochs>\d+) epochs/},
		{
			kind: 'phase',
			phase: 'resumed',
			match: /^Resuming training .*?from epoch (?<epoch>\d+) to (?<epochs>\d+) total epochs/,
		},
		{kind: 'phase', phase: 'finished', match: /^\d+ epochs completed in [\d.]+ hours/},
		{
			kind: 'noise',
			match:
				/^(?:train: |val: |hyperparameters: |YOLOv5 |Logging results to|Optimizer stripped|Validating |Results saved|Fusing layers|EarlyStopping|Stopping training early|Image sizes|Using \d+ dataloader|Transferred |AMP: |Model summary|Plotting labels|optimizer: |AutoAnchor)/,
		},
	],
	samples: [
		[
			'      0/299      13.5G     0.1213    0.03328          0        613        640: 100%|██████████| 89/89 [00:30<00:00,  2.9it/s]',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 0, epochs: 299, stepInEpoch: 89, stepsPerEpoch: 89},
				values: {box_loss: 0.1213, obj_loss: 0.03328, cls_loss: 0},
			},
		],
		[
			'                   all       1000       5000      0.701      0.652      0.683      0.451',
			{
				kind: 'metrics',
				split: 'val',
				values: {P: 0.701, R: 0.652, mAP50: 0.683, mAP50_95: 0.451},
			},
		],
		['      Epoch    GPU_mem   box_loss   obj_loss   cls_loss  Instances       Size', []],
		[
			'Starting training for 300 epochs...',
			{kind: 'phase', phase: 'started', position: {epochs: 300}},
		],
		[
			'Resuming training from runs/train/exp/weights/last.pt from epoch 21 to 300 total epochs',
			{
				kind: 'phase',
				phase: 'resumed',
				position: {epoch: 21, epochs: 300},
				text: 'Resuming training from runs/train/exp/weights/last.pt from epoch 21 to 300 total epochs',
			},
		],
		[
			'      3/89     5.61G    0.0465    0.0125   0.00375     0.0625         6       640    0.5      0.75    0.625    0.375    0.0375    0.0075    0.0025',
			[
				{
					kind: 'metrics',
					split: 'train',
					position: {epoch: 3, epochs: 89},
					values: {box_loss: 0.0465, obj_loss: 0.0125, cls_loss: 0.00375, total_loss: 0.0625},
				},
				{
					kind: 'metrics',
					split: 'val',
					position: {epoch: 3, epochs: 89},
					values: {
						P: 0.5,
						R: 0.75,
						mAP50: 0.625,
						mAP50_95: 0.375,
						box_loss: 0.0375,
						obj_loss: 0.0075,
						cls_loss: 0.0025,
					},
				},
			],
		],
		['300 epochs completed in 2.500 hours.', {kind: 'phase', phase: 'finished'}],
		['Optimizer stripped from runs/train/exp/weights/last.pt, 14.5MB', []],
		['  0%|          | 0/89 [00:00<?, ?it/s]', null],
	],
} satisfies Format;
