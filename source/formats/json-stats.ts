import type {Format} from '../core/format.ts';

/**
`json_stats: {…}` lines of pycls (pycls/core/logging.py, meters.py), SlowFast (slowfast/utils/logging.py, meters.py) and
Detectron (detectron/utils/logging.py, training_stats.py).
*/
export default {
	title: 'json_stats (pycls, SlowFast, Detectron)',
	url: 'https://github.com/facebookresearch/SlowFast',
	head: /^\[(?:(?<time>\d\d\/\d\d \d\d:\d\d:\d\d)\]\[)?(?:(?<level>[A-Z]+)(?:\] |: ))?[\w./]+: *\d+(?:\]:|:) +/,
	hallmark: /\bjson_stats: \{/,
	guarded: true,
	primary: ['top1_err', 'map', 'top1_acc', 'min_top1_err'],
	goals: {
		top1_err: 'min',
		top5_err: 'min',
		min_top1_err: null,
		min_top5_err: null,
		RAM: null,
		map: 'max',
	},
	lines: [
		{
			kind: 'metrics',
			has: '"train_iter',
			match:
				/\bjson_stats: (?=\{.*"_type": "train_iter_?")(?=.*"(?:epoch|cur_epoch)": "(?<epoch>\d+)\/(?<epochs>\d+)")(?=.*"(?:iter|cur_iter)": "(?<stepInEpoch>\d+)(?:\/(?<stepsPerEpoch>\d+))?")/,
			rest: 'json',
			places: {mem: 'none', time_diff: 'none', cur_iter: 'none'},
			needs: ['loss', 'top1_err', 'lr'],
		},
		{
			kind: 'metrics',
			split: 'val',
			has: '_epoch"',
			match:
				/\bjson_stats: (?=\{.*"_type": "(?:val|test)_epoch_?")(?=.*"(?:epoch|cur_epoch)": "(?<epoch>\d+)(?:\/(?<epochs>\d+))?")/,
			rest: 'json',
			places: {mem: 'none', time_diff: 'none', time_avg: 'none', cur_epoch: 'none'},
			needs: ['top1_err', 'top1_acc', 'map', 'loss'],
		},
		{
			kind: 'metrics',
			split: 'test',
			has: '"test_final"',
			match: /\bjson_stats: (?=\{.*"(?:_type|split)": "test_final")/,
			rest: 'json',
			needs: ['top1_acc', 'map'],
		},
		{
			kind: 'metrics',
			has: '"iter": ',
			match: /\bjson_stats: (?=\{.*"iter": (?<step>\d+),)(?!.*"_type")/,
			rest: 'json',
			places: {iter: 'step', mem: 'none', mb_qsize: 'none'},
			needs: ['loss'],
		},
		{kind: 'noise', match: /\bjson_stats: \{/},
		{
			kind: 'checkpoint',
			match: /^(?:Wrote|Saved) checkpoint to: (?<path>\S+)/,
		},
		{
			kind: 'phase',
			phase: 'resumed',
			match: /^Loaded (?:initial )?checkpoint from: .*?epoch_0*(?<epoch>\d+)/,
		},
		{kind: 'phase', phase: 'started', match: /^Start epoch: 1$/},
		{kind: 'phase', phase: 'training', match: /^Start epoch: (?<epoch>\d+)$/},
	],
	samples: [
		[
			'[03/04 12:01:00][INFO] logging.py:  99: json_stats: {"_type": "train_iter", "dt": 0.5, "epoch": "2/196", "eta": "1:05:10", "gpu_mem": "6.70G", "iter": "10/940", "loss": 5.75, "lr": 0.125}',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 2, epochs: 196, stepInEpoch: 10, stepsPerEpoch: 940},
				values: {dt: 0.5, loss: 5.75, lr: 0.125},
			},
		],
		[
			'[INFO: logging.py:   99]: json_stats: {"_type": "train_iter", "cur_epoch": "2/20", "cur_iter": "10", "dt": 0.5, "loss": 0.75, "lr": 0.125, "mode": "train"}',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 2, epochs: 20, stepInEpoch: 10},
				values: {dt: 0.5, loss: 0.75, lr: 0.125},
			},
		],
		[
			'[03/04 12:14:00][INFO] logging.py:  99: json_stats: {"RAM": "10.50/250.00G", "_type": "val_epoch", "cur_epoch": "2", "map": 0.25, "mode": "val"}',
			{kind: 'metrics', split: 'val', position: {epoch: 2}, values: {map: 0.25}},
		],
		[
			'[03/04 12:14:00][INFO] logging.py:  99: json_stats: {"_type": "val_epoch", "epoch": "2/196", "min_top1_err": 50.5, "time_diff": 0.21, "top1_err": 50.5}',
			{
				kind: 'metrics',
				split: 'val',
				position: {epoch: 2, epochs: 196},
				values: {min_top1_err: 50.5, top1_err: 50.5},
			},
		],
		[
			'[03/04 12:14:00][INFO] logging.py:  99: json_stats: {"split": "test_final", "top1_acc": "75.50", "top5_acc": "92.25"}',
			{kind: 'metrics', split: 'test', values: {top1_acc: 75.5, top5_acc: 92.25}},
		],
		[
			'json_stats: {"accuracy_cls": "0.5", "eta": "1:00:00", "iter": 20, "loss": "1.25", "lr": "0.0078125", "time": "0.5"}',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 20},
				values: {accuracy_cls: 0.5, loss: 1.25, lr: 0.0078125, time: 0.5},
			},
		],
		[
			'[03/04 12:13:00][INFO] logging.py:  99: json_stats: {"_type": "val_iter", "epoch": "1/196", "iter": "10/100"}',
			[],
		],
		[
			'[train_net.py: 210]: Wrote checkpoint to: /w/checkpoints/model_epoch_0001.pyth',
			{kind: 'checkpoint', best: false, path: '/w/checkpoints/model_epoch_0001.pyth'},
		],
		[
			'[train_net.py: 210]: Loaded checkpoint from: /w/checkpoints/model_epoch_0005.pyth',
			{
				kind: 'phase',
				phase: 'resumed',
				text: 'Loaded checkpoint from: /w/checkpoints/model_epoch_0005.pyth',
				position: {epoch: 5},
			},
		],
		['[03/04 12:00:00][INFO] train_net.py: 400: Start epoch: 1', {kind: 'phase', phase: 'started'}],
		[
			'[03/04 12:00:00][INFO] train_net.py: 400: Start epoch: 2',
			{kind: 'phase', phase: 'training', position: {epoch: 2}},
		],
	],
} satisfies Format;
