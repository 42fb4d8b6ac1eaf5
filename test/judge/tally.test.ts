import {describe, expect, test} from 'vitest';
import type {Event, TroubleKind} from '../../source/core/event.ts';
import {tally} from '../../source/judge/tally.ts';
import {lined, witnessOf} from '../kit/patient.ts';

const line = (epoch: number, stepInEpoch: number, Loss: number): Event => ({
	kind: 'metrics',
	split: 'train',
	position: {epoch, epochs: 2, stepInEpoch, stepsPerEpoch: 20},
	values: {Loss, LR: 0.1},
});
const trouble = (what: TroubleKind, text = what): Event => ({kind: 'trouble', what, text});
const told = (...events: readonly Event[]) => tally(witnessOf(lined(events)));

test('a file is told in full, in file order', () => {
	const result = told(
		line(1, 1, 1.5),
		line(1, 11, 0.5),
		{kind: 'metrics', split: 'val', position: {epoch: 1}, values: {'F-score': 0.6, Precision: 0.7}},
		{kind: 'checkpoint', best: true, path: 'best.pth'},
		line(2, 1, Number.NaN),
		line(2, 11, 0.9),
		{kind: 'metrics', split: 'val', position: {epoch: 2}, values: {'F-score': 0.4, Precision: 0.9}},
	);
	expect(result.records).toEqual({train: 4, validation: 2, checkpoint: 1, error: 0});
	expect(result.train).toEqual({
		loss: 'Loss',
		first: {step: 1, epoch: 1, stepInEpoch: 1, value: 1.5},
		last: {step: 31, epoch: 2, stepInEpoch: 11, value: 0.9},
		min: {step: 11, value: 0.5},
		nonFinite: 1,
	});
	expect(result.validation.metrics['val/F-score']).toEqual({
		goal: 'max',
		records: 2,
		best: {step: 20, epoch: 1, value: 0.6},
		last: {step: 40, epoch: 2, value: 0.4},
	});
	expect(Object.keys(result.metrics)).toEqual([
		'train/Loss',
		'train/LR',
		'val/F-score',
		'val/Precision',
	]);
});

test('a test beside validations is no validation; alone it is one', () => {
	const evaluation = (split: 'val' | 'test'): Event => ({
		kind: 'metrics',
		split,
		position: {epoch: 1},
		values: {acc: 0.5},
	});
	expect(told(evaluation('val'), evaluation('test')).records.validation).toBe(1);
	expect(told(evaluation('test')).records.validation).toBe(1);
});

test('the same metrics of another data set are another evaluation', () => {
	const evaluation = (set: string): Event => ({
		kind: 'metrics',
		split: 'val',
		position: {step: 10},
		values: {[`${set}_loss`]: 0.5, [`${set}_accuracy`]: 0.9},
	});
	expect(told(evaluation('a'), evaluation('b')).records.validation).toBe(2);
});

describe('how it ended', () => {
	test.each<[string, readonly Event[], string, string | null]>([
		['just stops', [line(1, 1, 1)], 'unknown', null],
		[
			'says so, then tells the best record again',
			[line(1, 1, 1), line(1, 11, 1), {kind: 'phase', phase: 'finished'}, line(1, 1, 1)],
			'completed',
			null,
		],
		[
			'says so, and trains on',
			[line(1, 1, 1), {kind: 'phase', phase: 'finished'}, line(1, 5, 1), line(1, 9, 1)],
			'unknown',
			null,
		],
		[
			'its process closed W&B, but after an error',
			[
				line(1, 1, 1),
				trouble('traceback'),
				{kind: 'phase', phase: 'finished', text: 'wandb: Synced 5 files'},
			],
			'crashed',
			'other',
		],
		[
			'reached the last planned step',
			[line(1, 1, 1), line(2, 1, 1), line(2, 11, 1)],
			'completed',
			null,
		],
		['says so', [line(1, 1, 1), {kind: 'phase', phase: 'finished'}], 'completed', null],
		[
			'was left before the end of its plan',
			[line(1, 1, 1), {kind: 'phase', phase: 'left'}],
			'interrupted',
			null,
		],
		[
			'was left before the end of its plan by an error',
			[line(1, 1, 1), trouble('exception'), {kind: 'phase', phase: 'left'}],
			'crashed',
			'other',
		],
		[
			'was left at the end of its plan, and told a last line after it',
			[line(2, 1, 1), {kind: 'phase', phase: 'left'}, line(2, 20, 1)],
			'completed',
			null,
		],
		[
			'only tested, and told the result',
			[{kind: 'metrics', split: 'test', values: {'coco/bbox_mAP': 0.76}}],
			'completed',
			null,
		],
		[
			'told a test of an epoch',
			[{kind: 'metrics', split: 'test', position: {epoch: 1}, values: {acc: 0.76}}],
			'unknown',
			null,
		],
		['out of memory', [line(1, 1, 1), trouble('traceback'), trouble('cuda-oom')], 'crashed', 'oom'],
		['another error', [line(1, 1, 1), trouble('traceback')], 'crashed', 'other'],
		['an error, but it trained on', [trouble('error'), line(1, 1, 1)], 'unknown', null],
		['the time limit', [line(1, 1, 1), trouble('time-limit')], 'timelimit', null],
		['cancelled', [line(1, 1, 1), trouble('cancelled'), trouble('traceback')], 'interrupted', null],
		[
			'killed for its memory by Slurm, which calls that cancelled',
			[
				line(1, 1, 1),
				{
					kind: 'trouble',
					what: 'host-oom',
					text: 'slurmstepd: error: StepId=18.batch exceeded memory limit (2 > 1), being killed',
				},
				trouble('cancelled'),
			],
			'crashed',
			'oom',
		],
		[
			'finished, then launched again',
			[
				line(2, 11, 1),
				{kind: 'phase', phase: 'finished'},
				{kind: 'phase', phase: 'started'},
				line(1, 1, 1),
			],
			'unknown',
			null,
		],
	])('%s', (_, events, ended, cause) => {
		expect(told(...events)).toMatchObject({ended, cause});
	});
});

test('an evaluation that counts its epochs from 0 is no step back', () => {
	const result = told(line(2, 1, 1), {
		kind: 'metrics',
		split: 'val',
		position: {epoch: 1},
		values: {acc: 0.5},
	});
	expect(result.train.last?.epoch).toBe(2);
});

test('an empty file has nothing to tell', () => {
	expect(told()).toEqual({
		records: {train: 0, validation: 0, checkpoint: 0, error: 0},
		train: {loss: null, first: null, last: null, min: null, nonFinite: 0},
		metrics: {},
		validation: {metrics: {}},
		sessions: 1,
		errors: [],
		ended: 'unknown',
		cause: null,
	});
});

test('a file of evaluations alone tells the epoch that it printed last', () => {
	const result = told({kind: 'metrics', split: 'val', position: {epoch: 3}, values: {loss: 0.5}});
	expect(result.train).toEqual({
		loss: null,
		first: null,
		last: {step: null, epoch: 3, stepInEpoch: null, value: null},
		min: null,
		nonFinite: 0,
	});
});
