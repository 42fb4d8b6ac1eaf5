import type {Format} from '../core/format.ts';

/** Ultralytics YOLOv8 and later on the console: a bar per epoch with running means, a row per evaluation. */
export default {
	title: 'Ultralytics YOLO',
	url: 'https://github.com/ultralytics/ultralytics',
	hallmark:
		/^Ultralytics (?:YOLO|\d)|^engine[/\\]trainer: |^\s+Epoch +GPU_mem +(?:\w+_loss +\w+_loss|loss )/,
	losses: ['box_loss', 'giou_loss', 'loss'],
	primary: ['mAP50_95', 'top1_acc'],
	goals: {P: 'max', R: 'max', mask_P: 'max', mask_R: 'max', mAP50_95: 'max', mask_mAP50_95: 'max'},
	lines: [
		{
			kind: 'metrics',
			bar: 'mean',
			columns: true,
			match:
				/^\s*(?<epoch>\d+)\/(?<epochs>\d+)\s+[\d.]+[GMK]?\s+(?<box_loss>[\d.e+-]+|nan|inf)\s+(?<cls_loss>[\d.e+-]+|nan|inf)\s+(?<dfl_loss>[\d.e+-]+|nan|inf)\s+\d+\s+\d+: *\d+%(?:\|[^|]*$|(?:\|[^|]*\||\D*)\s*(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+))/,
		},
		{
			kind: 'metrics',
			bar: 'mean',
			columns: true,
			match:
				/^\s*(?<epoch>\d+)\/(?<epochs>\d+)\s+[\d.]+[GMK]?\s+(?<box_loss>[\d.e+-]+|nan|inf)\s+(?<seg_loss>[\d.e+-]+|nan|inf)\s+(?<cls_loss>[\d.e+-]+|nan|inf)\s+(?<dfl_loss>[\d.e+-]+|nan|inf)\s+\d+\s+\d+: *\d+%(?:\|[^|]*$|(?:\|[^|]*\||\D*)\s*(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+))/,
		},
		{
			kind: 'metrics',
			bar: 'mean',
			columns: true,
			match:
				/^\s*(?<epoch>\d+)\/(?<epochs>\d+)\s+[\d.]+[GMK]?\s+(?<box_loss>[\d.e+-]+|nan|inf)\s+(?<pose_loss>[\d.e+-]+|nan|inf)\s+(?<kobj_loss>[\d.e+-]+|nan|inf)\s+(?<cls_loss>[\d.e+-]+|nan|inf)\s+(?<dfl_loss>[\d.e+-]+|nan|inf)\s+\d+\s+\d+: *\d+%(?:\|[^|]*$|(?:\|[^|]*\||\D*)\s*(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+))/,
		},
		{
			kind: 'metrics',
			bar: 'mean',
			columns: true,
			match:
				/^\s*(?<epoch>\d+)\/(?<epochs>\d+)\s+[\d.]+[GMK]?\s+(?<loss>[\d.e+-]+|nan|inf)\s+\d+\s+\d+: *\d+%(?:\|[^|]*$|(?:\|[^|]*\||\D*)\s*(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+))/,
		},
		{
			kind: 'metrics',
			split: 'val',
			has: ' all ',
			match:
				/^\s+all\s+\d+\s+\d+\s+(?<P>[\d.e-]+|nan)\s+(?<R>[\d.e-]+|nan)\s+(?<mAP50>[\d.e-]+|nan)\s+(?<mAP50_95>[\d.e-]+|nan)(?:\s+(?<mask_P>[\d.e-]+|nan)\s+(?<mask_R>[\d.e-]+|nan)\s+(?<mask_mAP50>[\d.e-]+|nan)\s+(?<mask_mAP50_95>[\d.e-]+|nan))?\s*$/,
		},
		{
			kind: 'metrics',
			split: 'val',
			has: ' all ',
			match: /^\s+all\s+(?<top1_acc>0?\.\d+|[01])\s+(?<top5_acc>0?\.\d+|[01])\s*$/,
		},
		{
			kind: 'phase',
			phase: 'training',
			columns: true,
			has: 'GPU_mem',
			match: /^\s+Epoch +GPU_mem +(?<text>\w[\w ]*?) +Instances +Size/,
		},
		{kind: 'noise', match: /^\s+(?:Class +Images|classes +top1_acc|Epoch +GPU_mem)/},
		{kind: 'phase', phase: 'started', match: /^Starting training for (?<epochs>\d+) epochs/},
		{
			kind: 'phase',
			phase: 'resumed',
			match: /^Resuming training .*?from epoch (?<epoch>\d+) to (?<epochs>\d+) total epochs/,
		},
		{kind: 'phase', phase: 'finished', match: /^\d+ epochs completed in [\d.]+ hours/},
		{kind: 'facts', match: /^engine[/\\]trainer: .*\bepochs=(?<epochs>\d+)/},
		{
			kind: 'noise',
			match:
				/^(?:(?:train|val): (?:Scanning|Caching|WARNING)|Ultralytics |Logging results to|Optimizer stripped|Validating |Results saved|Speed: |EarlyStopping|Stopping training early|Image sizes|Using \d+ dataloader|Transferred |AMP: |Freezing layer|Model summary|Plotting labels|optimizer: |Closing dataloader mosaic)/,
		},
	],
	samples: [
		[
			'        1/300      14.2G      1.634      2.101      1.210         12        640:  45%|████▌     | 540/1200 [03:00<03:40,  3.0it/s]',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, epochs: 300, stepInEpoch: 540, stepsPerEpoch: 1200},
				values: {box_loss: 1.634, cls_loss: 2.101, dfl_loss: 1.21},
			},
		],
		[
			'      2/300      14.2G      1.634        nan      1.210         12        640: 45% ━━━━━─────── 540/1200 3.0it/s 3:00<3:40',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 2, epochs: 300, stepInEpoch: 540, stepsPerEpoch: 1200},
				values: {box_loss: 1.634, cls_loss: Number.NaN, dfl_loss: 1.21},
			},
		],
		[
			'      1/100      5.12G      1.634      3.205      2.101      1.210         12        640: 100%|██████████| 8/8 [00:03<00:00,  2.6it/s]',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, epochs: 100, stepInEpoch: 8, stepsPerEpoch: 8},
				values: {box_loss: 1.634, seg_loss: 3.205, cls_loss: 2.101, dfl_loss: 1.21},
			},
		],
		[
			'      1/100      5.12G      1.634      3.205     0.6900      2.101      1.210         12        640: 100%|██████████| 8/8 [00:03<00:00,  2.6it/s]',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, epochs: 100, stepInEpoch: 8, stepsPerEpoch: 8},
				values: {
					box_loss: 1.634,
					pose_loss: 3.205,
					kobj_loss: 0.69,
					cls_loss: 2.101,
					dfl_loss: 1.21,
				},
			},
		],
		[
			'       1/10      1.12G      2.301         16        224: 100%|██████████| 8/8 [00:03<00:00,  2.6it/s]',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, epochs: 10, stepInEpoch: 8, stepsPerEpoch: 8},
				values: {loss: 2.301},
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
		[
			'                   all      0.901      0.992',
			{kind: 'metrics', split: 'val', values: {top1_acc: 0.901, top5_acc: 0.992}},
		],
		[
			'      Epoch    GPU_mem  giou_loss   cls_loss    l1_loss  Instances       Size',
			{kind: 'phase', phase: 'training', text: 'giou_loss   cls_loss    l1_loss'},
		],
		[
			'                 Class     Images  Instances      Box(P          R      mAP50  mAP50-95)',
			[],
		],
		[
			'Starting training for 300 epochs...',
			{kind: 'phase', phase: 'started', position: {epochs: 300}},
		],
		[
			'Resuming training runs/detect/train/weights/last.pt from epoch 21 to 300 total epochs',
			{
				kind: 'phase',
				phase: 'resumed',
				position: {epoch: 21, epochs: 300},
				text: 'Resuming training runs/detect/train/weights/last.pt from epoch 21 to 300 total epochs',
			},
		],
		['120 epochs completed in 2.500 hours.', {kind: 'phase', phase: 'finished'}],
		[
			'engine/trainer: task=detect, mode=train, model=yolov8n.pt, epochs=300, patience=50',
			{kind: 'facts', facts: {}, position: {epochs: 300}},
		],
		['Optimizer stripped from runs/detect/train/weights/last.pt, 22.5MB', []],
		[
			'                person       1000       3000      0.701      0.652      0.683      0.451',
			null,
		],
	],
} satisfies Format;
