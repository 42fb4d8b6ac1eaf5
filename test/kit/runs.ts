import type {Alert, RuleId, Severity} from '../../source/core/alert.ts';
import {goalOf} from '../../source/core/metric.ts';
import type {Run, RunFile, State} from '../../source/core/run.ts';
import type {Point, Series} from '../../source/core/series.ts';
import {type Visit, visitOf} from '../../source/show/since.ts';
import type {World} from '../../source/show/world.ts';
import {emptyWorld} from '../../source/show/world.ts';

/** 5 January 2026, 10:31 UTC: the moment at which all sample runs are looked at. */
export const now = Date.UTC(2026, 0, 5, 10, 31, 0);

const minute = 60_000;

/** A series of `values`, a step apart times `every`, a second apart, the last one `ago` ms before now. */
export function series(
	name: string,
	values: readonly number[],
	{every = 10, perEpoch = 100, ago = 2000, file = 'log.txt'} = {},
): Series {
	const points = values.map(
		(value, index): Point => ({
			step: index * every,
			epoch: Math.floor((index * every) / perEpoch) + 1,
			at: now - ago - (values.length - 1 - index) * 1000,
			value,
			line: index + 5,
		}),
	);
	const finite = points.filter(({value}) => Number.isFinite(value));
	const pick = (better: (a: number, b: number) => boolean) =>
		finite.reduce<Point | null>(
			(best, point) => (best && !better(point.value, best.value) ? best : point),
			null,
		);
	return {
		name,
		goal: goalOf(name),
		points: points.length,
		nonFinite: points.length - finite.length,
		first: points[0]!,
		last: points.at(-1)!,
		min: pick((a, b) => a < b),
		max: pick((a, b) => a > b),
		file,
		length: points.length,
		point: index => points[index]!,
		value: index => points[index]!.value,
		x: (index, axis) => {
			const point = points[index]!;
			if (axis === 'index') return index;
			return (axis === 'time' ? point.at : point[axis]) ?? Number.NaN;
		},
		range: (from, to) => {
			const part = values.slice(from, to).filter(Number.isFinite);
			return part.length === 0 ? [Number.NaN, Number.NaN] : [Math.min(...part), Math.max(...part)];
		},
	};
}

/** A loss that falls from `from` to `to` over `length` records, with a regular unrest. */
export function falling(
	length: number,
	from: number,
	to: number,
	unrest = 0.04,
): readonly number[] {
	return Array.from({length}, (_, index) => {
		const share = Math.exp((-4 * index) / length);
		const wave =
			unrest * from * share * Math.sin(index * 1.7) + unrest * to * Math.sin(index * 2.9);
		return Number((to + (from - to) * share + wave).toFixed(4));
	});
}

/** The mean of `values` in at most 32 columns, as a run's trend has it. */
export function trend(values: readonly number[]): readonly number[] {
	const columns = Math.min(32, values.length);
	return Array.from({length: columns}, (_, column) => {
		const part = values
			.slice(
				Math.floor((column * values.length) / columns),
				Math.floor(((column + 1) * values.length) / columns),
			)
			.filter(Number.isFinite);
		return part.reduce((sum, value) => sum + value, 0) / part.length;
	});
}

export function file(path: string, more: Partial<RunFile> = {}): RunFile {
	return {
		id: `id:${path}`,
		path,
		full: `/data/${path}`,
		format: 'tagged',
		bytes: 18_022,
		lines: 310,
		understood: 305,
		believed: ['train/loss'],
		trouble: [],
		...more,
	};
}

export function alert(
	rule: RuleId,
	severity: Severity,
	message: string,
	more: Partial<Alert> = {},
): Alert {
	return {
		rule,
		severity,
		certain: true,
		message,
		advice: '',
		evidence: [],
		since: now - 4 * minute,
		until: null,
		open: true,
		raised: null,
		acknowledged: false,
		...more,
	};
}

type Sketch = Partial<Omit<Run, 'progress' | 'validation' | 'series'>> & {
	readonly values?: readonly number[];
	readonly progress?: Partial<Run['progress']>;
	readonly scores?: readonly number[];
	readonly metric?: string;
	readonly extra?: readonly Series[];
};

/** A run: what is not told is as it would be for one that is doing well. */
export function run(name: string, state: State, sketch: Sketch = {}): Run {
	const {values = [], scores = [], metric = 'val/F-score', extra = [], progress, ...more} = sketch;
	const every = 10;
	const loss = values.length > 0 ? [series('train/loss', values, {every})] : [];
	const goal = goalOf(metric);
	const told =
		scores.length > 0
			? [
					series(metric, scores, {
						every: Math.max(10, Math.round((values.length * every) / scores.length)),
					}),
				]
			: [];
	const evaluations = scores.map((value, index) => ({
		step: (index + 1) * 57,
		epoch: index + 1,
		at: now - (scores.length - index) * 9 * minute,
		values: {
			[metric]: value,
			'val/precision': value * 0.97 + 0.01,
			'val/recall': value * 1.02 - 0.02,
		},
		source: null,
	}));
	const marks = evaluations.map(({step, epoch, values: told}) => ({
		step,
		epoch,
		value: told[metric]!,
	}));
	const best = marks.reduce<(typeof marks)[number] | null>(
		(kept, mark) =>
			kept && (goal === 'min' ? mark.value >= kept.value : mark.value <= kept.value) ? kept : mark,
		null,
	);
	return {
		id: `run:${name}`,
		name,
		path: `workdirs/${name}`,
		folder: `/data/workdirs/${name}`,
		aliases: [],
		host: 'gpu01',
		layout: 'Work directories',
		files: [file('log.txt')],
		formats: ['tagged'],
		state,
		why: 'wrote 2s ago, usual interval 5s',
		archived: false,
		partial: false,
		read: 1,
		verdict: 'ok',
		health: {
			alive: true,
			lossFalling: true,
			validationImproving: true,
			bestSaved: true,
			noErrors: true,
		},
		startedAt: now - 95 * minute,
		updatedAt: now - 2000,
		phase: 'training',
		sessions: [],
		loss: values.length > 0 ? 'train/loss' : null,
		series: new Map([...loss, ...told, ...extra].map(one => [one.name, one])),
		trend: trend(values),
		checkpoints: [],
		alerts: [],
		settings: null,
		process: null,
		git: null,
		scheduler: null,
		...more,
		progress: {
			epoch: null,
			epochs: null,
			step: null,
			steps: null,
			stepInEpoch: null,
			stepsPerEpoch: null,
			fraction: null,
			stepsPerSecond: null,
			etaSeconds: null,
			...progress,
		},
		validation: {
			evaluations,
			primary: scores.length > 0 ? metric : null,
			goal,
			best,
			last: marks.at(-1) ?? null,
		},
	};
}

const nan = Number.NaN;

/** Eight runs as a bad morning shows them. */
export const sampleRuns: readonly Run[] = [
	run('exp_20260105_143022', 'crashed', {
		values: falling(120, 1.876, 0.84),
		scores: [0.682, 0.745],
		progress: {epoch: 3, epochs: 5, step: 174, steps: 285, fraction: 0.61},
		why: 'CUDA out of memory in log.txt, line 214; no process holds it',
		verdict: 'critical',
		updatedAt: now - 4 * minute,
		health: {
			alive: false,
			lossFalling: true,
			validationImproving: true,
			bestSaved: true,
			noErrors: false,
		},
		checkpoints: [
			{
				path: 'checkpoints/best_model.pth',
				files: ['checkpoints/best_model.pth'],
				kind: 'best',
				bytes: 46_837_760,
				savedAt: now - 21 * minute,
				step: null,
				epoch: 2,
				resume: 'weights-only',
				metric: {name: 'val/F-score', value: 0.745},
			},
			{
				path: 'checkpoints/latest.pth',
				files: ['checkpoints/latest.pth'],
				kind: 'last',
				bytes: 140_513_280,
				savedAt: now - 9 * minute,
				step: 171,
				epoch: 3,
				resume: 'full',
			},
		],
		settings: {
			file: 'config.yaml',
			values: {
				batch_size: 8,
				lr: 0.007,
				optimizer: 'AdamW',
				backbone: 'resnet18',
				epochs: 5,
				image_size: 640,
			},
		},
		git: {branch: 'exp/adamw', commit: 'abc123d', dirty: false},
		alerts: [
			alert('cuda-oom', 'critical', 'CUDA ran out of memory at epoch 3, step 174', {
				advice:
					'batch_size is 8: try 4 or 2. A smaller image_size (640) helps as well; PYTORCH_CUDA_ALLOC_CONF=expandable_segments:True lessens fragmentation.',
				evidence: [
					{
						file: 'id:log.txt',
						line: 214,
						offset: 17_101,
						text: '[ERROR] RuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB (GPU 0; 23.69 GiB total capacity)',
					},
				],
			}),
			alert('loss-spike', 'warn', 'loss rose from 0.91 to 2.40 at step 96', {
				open: false,
				since: now - 40 * minute,
				until: now - 37 * minute,
			}),
		],
	}),
	run('exp_20260106_091233', 'stalled', {
		values: [...falling(60, 2.02, 2.0, 0.004)],
		progress: {epoch: 2, epochs: 5, fraction: 0.22},
		why: 'quiet 31m, usual 6s, stalls at 90s',
		verdict: 'critical',
		updatedAt: now - 31 * minute,
		alerts: [
			alert('stalled', 'critical', 'quiet 31m, usual 6s', {
				advice:
					'The process lives but writes nothing. py-spy dump --pid 4242 shows where it waits.',
				since: now - 30 * minute,
			}),
			alert('stuck-loss', 'warn', 'the loss has not moved for 50 records', {
				certain: false,
				since: now - 33 * minute,
			}),
		],
	}),
	run('swin_t_adamw', 'running', {
		values: falling(300, 1.4, 0.311),
		scores: [0.311, 0.362, 0.388, 0.401, 0.398, 0.405, 0.409, 0.41, 0.412],
		metric: 'val/bbox_mAP',
		progress: {epoch: 9, epochs: 12, step: 2960, steps: 4000, fraction: 0.74, etaSeconds: 4320},
		git: {branch: 'exp/adamw', commit: 'abc123d', dirty: false},
		formats: ['mmengine'],
	}),
	run('crnn_ctc_中文识别_v2', 'running', {
		values: [...falling(80, 3.2, 1.1), nan, nan, ...falling(20, 1.1, 1.0), nan],
		progress: {epoch: 4, epochs: 20, fraction: 0.184, etaSeconds: 19_800},
		verdict: 'warn',
		why: 'wrote 3s ago, usual interval 4s',
		formats: ['paddleocr'],
		alerts: [
			alert('nan-loss', 'warn', 'NaN in 3 of the last 30 records', {
				certain: false,
				since: now - minute,
			}),
		],
	}),
	run('edsr_x4_df2k', 'quiet', {
		values: falling(200, 0.08, 0.021),
		scores: [27.1, 28.4, 28.9],
		metric: 'val/psnr',
		progress: {step: 120_000, steps: 300_000, fraction: 0.4, etaSeconds: 61_000},
		why: 'quiet 40s, usual 6s, stalls at 90s; validating',
		updatedAt: now - 40_000,
	}),
	run('exp_v1_baseline', 'finished', {
		values: falling(150, 1.9, 0.127),
		scores: [0.61, 0.74, 0.83, 0.852, 0.861],
		progress: {epoch: 5, epochs: 5, step: 285, steps: 285, fraction: 1},
		why: 'the log says that training is done',
		settings: {
			file: 'config.yaml',
			values: {batch_size: 16, lr: 0.001, optimizer: 'AdamW', backbone: 'resnet50', epochs: 5},
		},
		updatedAt: now - 49 * 60 * minute,
		startedAt: now - 52 * 60 * minute,
	}),
	run('detr_r50_lr1e-5', 'interrupted', {
		values: falling(40, 0.9, 0.55),
		progress: {epoch: 3, epochs: 50, fraction: 0.05},
		why: 'stopped by the user (KeyboardInterrupt)',
		updatedAt: now - 3 * 60 * minute,
	}),
	run('vit_b16_finetune', 'waiting', {
		why: 'nothing logged yet; output may be buffered (PYTHONUNBUFFERED=1)',
		updatedAt: null,
		startedAt: now - 20_000,
		files: [],
		health: {
			alive: null,
			lossFalling: null,
			validationImproving: null,
			bestSaved: null,
			noErrors: null,
		},
	}),
];

/** A visit 14 hours ago, when four of the sample runs stood better or worse. */
export const lastVisit: Visit = {
	...visitOf(sampleRuns, now - 14 * 60 * minute),
	runs: {
		...visitOf(sampleRuns, now).runs,
		'run:exp_20260105_143022': {state: 'running', best: 0.682, rule: null},
		'run:swin_t_adamw': {state: 'running', best: 0.401, rule: null},
		'run:exp_v1_baseline': {state: 'running', best: 0.861, rule: null},
		'run:crnn_ctc_中文识别_v2': {state: 'running', best: null, rule: null},
	},
};

/** A world with the sample runs, seen at `now`. */
export function world(more: Partial<World> = {}): World {
	return {
		...emptyWorld,
		runs: sampleRuns,
		read: 1,
		settled: true,
		now,
		host: 'gpu01',
		folder: '~/ocr/workdirs',
		...more,
	};
}
