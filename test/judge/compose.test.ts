import {describe, expect, test} from 'vitest';
import type {Event} from '../../source/core/event.ts';
import {dawn, lined, runOf, witnessOf, writers} from '../kit/patient.ts';

const step = (number: number, loss: number, at = number): Event => ({
	kind: 'metrics',
	split: 'train',
	position: {step: number, steps: 1000},
	values: {loss},
	at: dawn + at * 1000,
});
const score = (value: number, at: number): Event => ({
	kind: 'metrics',
	split: 'val',
	values: {'F-score': value, loss: 1 - value},
	at: dawn + at * 1000,
});
const valuesOf = (witnesses: Parameters<typeof runOf>[0], name = 'train/loss') => {
	const series = runOf(witnesses).run.series.get(name);
	return Array.from({length: series?.length ?? 0}, (_, index) => [
		series?.x(index, 'step'),
		series?.value(index),
	]);
};

describe('witnesses', () => {
	test('one metric told by several files is one series, of the file that tells most of it', () => {
		const text = witnessOf(lined([step(10, 0.5), step(20, 0.4)], 'log.txt'));
		const csv = witnessOf(
			lined(
				[5, 10, 15, 20].map(number => step(number, number)),
				'metrics.csv',
			),
			'metrics.csv',
			'csv',
		);
		const {run} = runOf([text, csv]);
		expect([...run.series.keys()]).toEqual(['train/loss']);
		expect(run.series.get('train/loss')).toMatchObject({points: 4, file: 'metrics.csv'});
	});

	test('the table of evaluations is that of the file which tells the metric that decides', () => {
		const text = witnessOf(lined([step(10, 1), score(0.5, 11), score(0.6, 12)], 'log.txt'));
		const other = (value: number, at: number): Event =>
			({...score(value, at), values: {fscore: value}}) as Event;
		const events = witnessOf(
			lined([other(0.5, 11), other(0.6, 12)], 'events.out'),
			'events.out',
			'tfevents',
		);
		for (const witnesses of [
			[text, events],
			[events, text],
		]) {
			const {validation} = runOf(witnesses).run;
			expect(validation.primary).toBe('val/F-score');
			expect(validation.evaluations.map(({values}) => values['val/F-score'])).toEqual([0.5, 0.6]);
		}
	});

	test('of files that tell equally much the text is believed', () => {
		const csv = witnessOf(lined([step(10, 7)], 'metrics.csv'), 'metrics.csv', 'csv');
		const text = witnessOf(lined([step(10, 0.5)], 'log.txt'));
		expect(runOf([csv, text]).run.series.get('train/loss')?.file).toBe('log.txt');
	});

	test('names that differ in spelling only are one metric', () => {
		const text = witnessOf(lined([{...step(10, 1), values: {'train/Loss': 1}} as Event]));
		const csv = witnessOf(lined([step(10, 1), step(20, 1)], 'm.csv'), 'm.csv', 'csv');
		expect([...runOf([text, csv]).run.series.keys()]).toEqual(['train/loss']);
	});

	test('a log for each launch is one curve, and the resumed part is drawn once', () => {
		const first = witnessOf(lined([100, 200, 300, 400].map(number => step(number, 1))), 'a.log');
		const second = witnessOf(
			lined([300, 400, 500].map(number => step(number, 2, number + 1000))),
			'b.log',
		);
		expect(valuesOf([second, first])).toEqual([
			[100, 1],
			[200, 1],
			[300, 2],
			[400, 2],
			[500, 2],
		]);
		const {run} = runOf([first, second]);
		expect(run.sessions.map(({resumed}) => resumed)).toEqual([false, true]);
		expect(run.series.get('train/loss')?.points).toBe(7);
	});

	test('a fresh start is a new attempt: curves and best are its own', () => {
		const old = witnessOf(lined([step(10, 1), score(0.9, 11), step(20, 0.5)]), 'a.log');
		const fresh = witnessOf(
			lined([step(10, 2, 5000), score(0.3, 5001), step(20, 1.5, 5002)]),
			'b.log',
		);
		const {run} = runOf([old, fresh]);
		expect(run.series.get('train/loss')).toMatchObject({points: 2, first: {value: 2}});
		expect(run.validation).toMatchObject({primary: 'val/F-score', goal: 'max', best: {value: 0.3}});
		expect(run.validation.evaluations).toHaveLength(1);
		expect(run.sessions).toHaveLength(2);
	});

	test('logs of other ranks are no launches', () => {
		const told = lined([step(10, 1), step(20, 0.9)]);
		const {run} = runOf([witnessOf(told, 'workerlog.0'), witnessOf(told, 'workerlog.1')]);
		expect(run.sessions).toHaveLength(1);
		expect(run.series.get('train/loss')?.points).toBe(2);
	});
});

describe('a run', () => {
	test('progress, pace and the time that is left', () => {
		const {run} = runOf([
			witnessOf(lined(Array.from({length: 21}, (_, index) => step(index * 10, 1, index * 5)))),
		]);
		expect(run.progress).toEqual({
			epoch: null,
			epochs: null,
			step: 200,
			steps: 1000,
			stepInEpoch: null,
			stepsPerEpoch: null,
			fraction: 0.2,
			stepsPerSecond: 2,
			etaSeconds: 400,
		});
	});

	test('no time is left to a run that stands still: nobody knows when it will be done', () => {
		const told = lined(Array.from({length: 21}, (_, index) => step(index * 10, 1, index * 5)));
		const at = (silence: number, writer = writers.unknown) => {
			const {state, progress} = runOf([witnessOf(told)], {silence, writer}).run;
			return [state, progress.etaSeconds];
		};
		expect(at(0)).toEqual(['running', 400]);
		expect(at(86_400)).toEqual(['unknown', null]);
		expect(at(86_400, writers.gone)).toEqual(['interrupted', null]);
	});

	test('the metric that the run itself watches decides', () => {
		const events: readonly Event[] = [
			step(10, 1),
			score(0.5, 11),
			{kind: 'checkpoint', best: true, path: 'best.pth', monitor: 'loss', at: dawn + 12_000},
		];
		const {run} = runOf([witnessOf(lined(events))]);
		expect(run.validation).toMatchObject({
			primary: 'val/loss',
			goal: 'min',
			best: {step: 10, value: 0.5},
		});
		expect(run.checkpoints).toMatchObject([{path: 'best.pth', kind: 'best', step: 10}]);
		expect(run.health.bestSaved).toBe(true);
	});

	test('health: what falls, improves and is clean', () => {
		const events = Array.from({length: 20}, (_, index) => step(index + 1, 1 / (index + 1)));
		const {run} = runOf([witnessOf(lined([...events, score(0.5, 21), score(0.6, 22)]))]);
		expect(run.health).toEqual({
			alive: true,
			lossFalling: true,
			validationImproving: true,
			bestSaved: null,
			noErrors: true,
		});
	});

	test('a trend has at most 32 columns', () => {
		const {run} = runOf([
			witnessOf(
				lined(Array.from({length: 640}, (_, index) => step(index + 1, index < 320 ? 2 : 1))),
			),
		]);
		expect(run.trend).toHaveLength(32);
		expect([run.trend[0], run.trend[31]]).toEqual([2, 1]);
	});

	test('a run without a word is a run without figures', () => {
		const {run} = runOf([]);
		expect(run).toMatchObject({loss: null, trend: [], startedAt: null, verdict: 'ok'});
		expect(run.series.size).toBe(0);
	});
});
