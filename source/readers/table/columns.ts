import type {Split} from '../../core/event.ts';
import {goalOf, primaryLoss} from '../../core/metric.ts';
import {splitOf} from '../../core/split.ts';

/** What a column of a table tells of its row. */
export type Column =
	| {readonly kind: 'value'; readonly split: Split; readonly name: string}
	| {readonly kind: 'place'; readonly place: 'epoch' | 'step'}
	| {readonly kind: 'time'}
	| {readonly kind: 'none'};

const epochs = ['epoch', 'epochs', 'epoch_num', 'current_epoch', 'ep'];
/** Names of the step, that which counts most finely over the whole run first. */
const steps = [
	'global_step',
	'globalstep',
	'total_timesteps',
	'timesteps_total',
	'totalenvinteracts',
	'env_steps',
	'timesteps',
	'num_updates',
	'step',
	'steps',
	'_step',
	'total_steps',
	'total_step',
	'iter',
	'iters',
	'iteration',
	'iterations',
	'itr',
	'update',
	'updates',
	'training_iteration',
	'round',
	'episode',
	'episodes',
];
// Groups that loggers put before a counter: `time/total_timesteps`, `total/epochs`, `trainer/global_step`.
const group = /^(?:time|total|trainer|misc|counters?|progress)\//;
const counter =
	/^_(?:runtime|wandb)|^(?:time|total|counters?|timers|perf)\/|(?:^|\/)(?:n_?updates|serial_timesteps|episodes?|episodes_total)$/i;
const clock =
	/^(?:.*\/)?(?:time|date|_?timestamp|wall_?time|elapsed|eta|duration|time_elapsed|time_total_s|hours?|minutes?|seconds?|pid)$/i;
const episode = /^rollout\/|^(?:average)?ep_?(?:rew|ret|len)|^episode_(?:reward|len|return)/i;
// Results that Detectron2 and MMEngine log without a word of validation.
const detection = /^(?:bbox|segm|keypoints|sem_seg|panoptic_seg|coco|pascal_voc|lvis)\/|^mIoU$/;
const rate = /(?:^|[/_-])(?:lr|learning_?rate|momentum|wd|weight_decay)(?:$|[/_-])/i;

/** What the columns of a table tell, by their names; `file` is what the table's own name says of its split. */
export function columnsOf(header: readonly string[], file?: Split): readonly Column[] {
	const names = header.map(name => name.trim());
	const bare = names.map(name => name.toLowerCase().replace(group, '').replaceAll(/[\s-]/g, '_'));
	const epoch = bare.findIndex(name => epochs.includes(name));
	const stepName = steps.find(name => bare.includes(name));
	const step = stepName === undefined ? -1 : bare.indexOf(stepName);
	// The index of a data frame counts epochs where nothing else does.
	const index = epoch < 0 && step < 0 && names[0] === '' ? 0 : -1;
	const rest = restOf(names, file);
	return names.map((name, place): Column => {
		if (place === epoch || place === index) return {kind: 'place', place: 'epoch'};
		if (place === step) return {kind: 'place', place: 'step'};
		if (clock.test(name)) return {kind: 'time'};
		if (name === '' || counter.test(name) || steps.includes(bare[place]!)) return {kind: 'none'};
		return valueColumn(name, rest);
	});
}

/** Gym's and Stable-Baselines3's Monitor: of each episode its reward, its steps, and the seconds since the beginning. */
export function monitorColumns(header: readonly string[]): readonly Column[] | undefined {
	if (!/^r,l,t(?:,|$)/.test(header.join())) return undefined;
	return [
		{kind: 'value', split: 'val', name: 'reward'},
		{kind: 'place', place: 'step'},
		{kind: 'time'},
		...columnsOf(header.slice(3)),
	];
}

/** `val_log.csv` → val; CatBoost's test_error.tsv is that of its validation. */
export function splitOfFile(name: string): Split | undefined {
	const base = name.slice(name.lastIndexOf('/') + 1);
	if (/^test_error\.tsv$/i.test(base)) return 'val';
	return splitOf(base.replace(/^((?:val|valid|validation|eval|test)[_.-]).*/i, '$1x'))?.split;
}

/** The split of names that tell none: the file's, or the validation's where the table tells of no training at all. */
function restOf(names: readonly string[], file: Split | undefined): Split {
	const split = file && names.every(name => splitOf(name)?.split !== 'train') ? file : undefined;
	if (split) return split;
	const told = names.map(name => valueColumn(name, 'train'));
	const trained = told.filter(column => column.split === 'train').map(column => column.name);
	const trains = names.some(name => splitOf(name)?.split === 'train') || primaryLoss(trained);
	return !trains && told.some(column => column.split === 'val') ? 'val' : 'train';
}

/** What a metric's name tells of it; `rest` is the split of names that tell none. */
export function valueColumn(name: string, rest: Split): Extract<Column, {kind: 'value'}> {
	const told = splitOf(name);
	if (told) return {kind: 'value', ...told};
	const [, kind, plain] = /^(loss(?:es)?|metrics)\/(.+)/i.exec(name) ?? [];
	if (plain) return {kind: 'value', split: kind === 'metrics' ? 'val' : 'train', name: plain};
	if (detection.test(name)) return {kind: 'value', split: 'val', name};
	if (episode.test(name))
		return {kind: 'value', split: 'val', name: name.replace(/^rollout\//, '')};
	return {kind: 'value', split: rate.test(name) ? 'train' : rest, name};
}

/** Whether a table with these columns tells of a training: it counts something and measures something. */
export function tellsTraining({
	columns,
	header,
}: {
	readonly columns: readonly Column[];
	readonly header: readonly string[];
}): boolean {
	return (
		columns.some(column => column.kind === 'place') &&
		columns.some(
			(column, index) =>
				column.kind === 'value' &&
				(goalOf(column.name) !== null || splitOf(header[index]!) !== undefined),
		)
	);
}
