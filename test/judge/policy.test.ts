import {describe, expect, test} from 'vitest';
import type {Checkpoint} from '../../source/core/checkpoint.ts';
import type {Event, Facts} from '../../source/core/event.ts';
import type {Found} from '../../source/core/found.ts';
import {sharedByRanks} from '../../source/judge/policy/ranks.ts';
import type {Saving} from '../../source/judge/policy/saving.ts';
import {policyOf} from '../../source/judge/policy.ts';
import {dawn, lined, witnessOf} from '../kit/patient.ts';

function saved(path: string, epoch: number | null, more: Partial<Checkpoint> = {}): Checkpoint {
	return {
		path,
		files: [path],
		kind: 'periodic',
		bytes: 1_048_576,
		savedAt: dawn + (epoch ?? 0) * 1000,
		step: null,
		epoch,
		resume: 'full',
		...more,
	};
}

function epochs(...numbers: readonly number[]): readonly Checkpoint[] {
	return numbers.map(number => saved(`epoch_${number}.pth`, number));
}

function texts(values: Facts, checkpoints: readonly Checkpoint[], more: Partial<Saving> = {}) {
	const saving: Saving = {
		folder: '/w/runs/a',
		state: 'finished',
		settings: {file: 'config.yaml', values},
		checkpoints,
		progress: {epoch: 10, step: null},
		validation: {best: null},
		...more,
	};
	return policyOf(saving).map(({kind, severity, text}) => `${kind} ${severity}: ${text}`);
}

describe('how many are kept', () => {
	test.each([
		['default_hooks.checkpoint.max_keep_ckpts', 5, 3],
		['save_total_limit', 5, 3],
		['keep_checkpoint_max', 5, 3],
		['trainer.callbacks.save_top_k', 5, 3],
	])('%s: %i lie there', (name, count, limit) => {
		const numbers = Array.from({length: count}, (_, index) => index + 1);
		expect(texts({[name]: limit}, epochs(...numbers))).toEqual([
			`too-many info: ${name} is ${limit}, but ${count} periodic checkpoints lie there: a launch deletes its own old ones only`,
		]);
		expect(texts({[name]: count - 1}, epochs(...numbers))).toEqual([]);
		expect(texts({[name]: -1}, epochs(...numbers))).toEqual([]);
	});
});

describe('how often is saved', () => {
	test('the newest is older than two intervals, and training goes on', () => {
		const settings = {'logger.save_checkpoint_freq': 5000};
		const nets = [saved('models/net_g_5000.pth', null, {step: 5000})];
		const at = (step: number, state: Saving['state'] = 'running') =>
			texts(settings, nets, {state, progress: {epoch: null, step}});
		expect(at(16_000)).toEqual([
			'overdue warn: logger.save_checkpoint_freq is 5000, but the newest checkpoint is of step 5000 and training is at step 16000',
		]);
		expect(at(14_999)).toEqual([]);
		expect(at(16_000, 'finished')).toEqual([]);
	});

	test.each([
		'save_epoch_freq',
		'Global.save_epoch_step',
		'snapshot_epoch',
		'every_n_epochs',
		'save_period',
	])('%s counts epochs: nothing was saved at all', name => {
		expect(texts({[name]: 4}, [], {state: 'running'})).toEqual([
			`overdue warn: ${name} is 4, but none lies there and training is at epoch 10`,
		]);
		expect(texts({[name]: 5}, [], {state: 'running'})).toEqual([]);
	});

	test('save_steps counts only where the strategy is steps', () => {
		const running = {state: 'running', progress: {epoch: null, step: 2000}} as const;
		expect(texts({save_steps: 500}, [], running)).toHaveLength(1);
		expect(texts({save_steps: 500, save_strategy: 'epoch'}, [], running)).toEqual([]);
	});

	test('an interval of MMEngine is epochs or iterations', () => {
		const hook = {
			'default_hooks.checkpoint.interval': 5,
			'default_hooks.checkpoint.by_epoch': false,
		};
		const running = {state: 'running', progress: {epoch: 1, step: 100}} as const;
		expect(texts(hook, [], running)[0]).toContain('training is at step 100');
		expect(texts({'default_hooks.logger.interval': 5}, [], running)).toEqual([]);
	});

	test('places that are no whole number of intervals apart', () => {
		expect(texts({save_epoch_freq: 10}, epochs(10, 13, 21, 37, 40))).toEqual([
			'irregular info: save_epoch_freq is 10, but there are checkpoints of epoch 10, 13, 21, 37',
		]);
		expect(texts({save_epoch_freq: 10}, epochs(9, 19, 29, 31))).toEqual([]);
		expect(texts({save_interval: 10}, epochs(10, 20, 30, 40))).toEqual([]);
	});
});

describe('where is saved', () => {
	const lying = [saved('checkpoints/epoch_1.pth', 1)];

	test.each([
		['checkpoint_save_dir', './checkpoints'],
		['checkpoint_save_dir', '/w/runs/a/checkpoints/'],
		['checkpoint_save_dir', '/old/place/b/checkpoints'],
		['best_model_save_path', 'runs/a/checkpoints/best.pth'],
		['save_model_dir', './output/elsewhere'],
		['checkpoint_dir', 's3://bucket/a'],
		['dirpath', '.'],
	])('%s %s fits', (name, value) => {
		expect(texts({[name]: value}, lying)).toEqual([]);
	});

	test('elsewhere, or nowhere', () => {
		const values = {checkpoint_save_dir: '/data/ckpt'};
		expect(texts(values, lying)).toEqual([
			'elsewhere info: checkpoint_save_dir is /data/ckpt: it lies outside of the run’s folder and is not looked into',
		]);
		const settings = {file: 'config.yaml', values, missing: ['checkpoint_save_dir']};
		expect(texts(values, lying, {settings})).toEqual([
			'elsewhere warn: checkpoint_save_dir is /data/ckpt, a folder that does not exist',
		]);
	});
});

describe('what could be deleted', () => {
	test('all but the best and the newest that can be resumed from', () => {
		const best = saved('best.pth', 2, {kind: 'best', resume: 'weights-only'});
		const cut = saved('epoch_5.pth', 5, {resume: 'partial'});
		const [note] = policyOf({
			folder: '/w/runs/a',
			state: 'running',
			settings: null,
			checkpoints: [...epochs(1, 2, 3, 4), best, cut],
			progress: {epoch: 5, step: null},
			validation: {best: null},
		});
		expect(note).toEqual({
			kind: 'spare',
			severity: 'info',
			text: '3 older checkpoints could be deleted, which frees 3.0M: the best (best.pth) and the newest (epoch_4.pth) stay',
			setting: null,
			paths: ['epoch_1.pth', 'epoch_2.pth', 'epoch_3.pth'],
			bytes: 3_145_728,
		});
	});

	test('the best by evaluation stays where no file is called so, with its neighbours', () => {
		const validation = {best: {epoch: 2, step: null, value: 0.5}};
		expect(texts({}, epochs(1, 2, 3, 4, 5), {validation})).toEqual([
			'spare info: one older checkpoint could be deleted, which frees 1.0M: the best (epoch_1.pth, epoch_2.pth, epoch_3.pth) and the newest (epoch_5.pth) stay',
		]);
	});

	test('where many are saved in one epoch, the step tells which is the best', () => {
		const rows = [1000, 2000, 3000].map(step => saved(`net_g_${step}.pth`, 0, {step}));
		const validation = {best: {epoch: 0, step: 2000, value: 30}};
		expect(texts({}, rows, {validation})).toEqual([
			'spare info: one older checkpoint could be deleted, which frees 1.0M: the best (net_g_2000.pth) and the newest (net_g_3000.pth) stay',
		]);
		expect(texts({}, rows, {validation, folder: '/w/a.tar.gz/a'})).toEqual([]);
	});

	test('copied files have any time: what is newest by its place or by its time stays', () => {
		const copied = epochs(1, 2, 3, 4).map((one, index) => ({...one, savedAt: dawn - index * 1000}));
		const best = saved('best.pth', 4, {kind: 'best'});
		expect(texts({}, [...copied, {...best, savedAt: dawn - 9000}])).toEqual([]);
		const early = {...copied[1]!, savedAt: dawn + 9000};
		expect(texts({}, [copied[0]!, early, copied[2]!, copied[3]!, best])).toEqual([
			'spare info: one older checkpoint could be deleted, which frees 1.0M: the best (best.pth) and the newest (epoch_2.pth) stay',
		]);
	});

	test('nothing is said where it is not known which is the best', () => {
		expect(texts({}, epochs(1, 2, 3, 4))).toEqual([]);
		const broken = saved('best.pth', 2, {kind: 'best', resume: 'partial'});
		expect(texts({}, [...epochs(1, 2, 3), broken])).toEqual([]);
	});

	test('the last, the final and those of which nothing is known are not spare', () => {
		const best = saved('best.pth', 9, {kind: 'best'});
		const others = [
			saved('last.pth', 3, {kind: 'last'}),
			saved('final.pth', 3, {kind: 'final'}),
			saved('epoch_1.pth', 1, {bytes: null}),
		];
		expect(texts({}, [best, ...others])).toEqual([]);
	});
});

test('two ranks that write one file are a warning', () => {
	const saves: Event = {kind: 'checkpoint', best: false, path: 'ckpt/epoch_1.pth'};
	const zero = witnessOf(lined([saves]));
	const one = {...witnessOf(lined([saves])), file: 'other', path: 'log.txt.rank1'};
	const file = {full: '', bytes: 1, modifiedAt: 1};
	const files: Found['files'] = [
		{...file, id: zero.file, path: zero.path},
		{...file, id: 'other', path: 'log.txt.rank1', rank: 1},
	];
	expect(sharedByRanks({files}, [zero, one])).toMatchObject([
		{
			kind: 'same-file',
			severity: 'warn',
			text: `rank 0 (${zero.path}:1) and rank 1 (log.txt.rank1:1) say that they write ckpt/epoch_1.pth: if both do, it may be damaged`,
		},
	]);
	expect(sharedByRanks({files}, [zero])).toEqual([]);
	expect(sharedByRanks({files: files.slice(0, 1)}, [zero, one])).toEqual([]);
});
