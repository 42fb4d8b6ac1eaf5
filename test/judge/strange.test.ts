import {describe, expect, test} from 'vitest';
import type {Event} from '../../source/core/event.ts';
import {curveOf, evaluated, training} from '../../source/core/telling.ts';
import {attend, createBook} from '../../source/judge/book.ts';
import {compose} from '../../source/judge/compose.ts';
import {rules} from '../../source/rules/index.ts';
import {attended, dawn, foundOf, lined, witnessOf} from '../kit/patient.ts';

const hour = 3_600_000;

function alarms(events: readonly Event[]): readonly string[] {
	const {live} = attended(rules, events);
	return live
		.filter(({severity}) => severity !== 'info')
		.map(({rule, severity, open}) => `${open ? 'open' : 'past'} ${severity} ${rule}`);
}

describe('strange stories have sane verdicts', () => {
	test('one record', () => {
		const {run} = attended(rules, training([1]));
		expect(alarms(training([1]))).toEqual([]);
		expect(run.health).toMatchObject({lossFalling: null, validationImproving: null});
	});

	test('a clock that jumps back an hour, and on by a day', () => {
		const events = training(
			curveOf(100, index => 2 * Math.exp(-index / 20)),
			200,
		).map((event, index) => ({
			...event,
			at: dawn + index * 1000 - (index > 30 ? hour : 0) + (index > 60 ? 24 * hour : 0),
		}));
		expect(alarms(events)).toEqual([]);
	});

	test('files dated in the future prove nothing', () => {
		const future = dawn + 365 * 24 * hour;
		const witness = witnessOf(
			lined(training([1, 0.9, 0.8], 100)).map((event, index) => ({...event, at: future + index})),
		);
		const run = compose(foundOf(['log.txt'], future), [witness], {
			now: dawn,
			host: 'local',
			writer: {kind: 'nobody'},
			read: 1,
			partial: false,
		});
		expect(run.state).toBe('unknown');
		const alerts = attend(createBook(rules), run, [witness], dawn);
		expect(alerts.filter(({severity}) => severity !== 'info')).toEqual([]);
	});

	test('one loss of 1e30 is no divergence', () => {
		const losses = [...curveOf(50, () => 1), 1e30, ...curveOf(50, () => 0.9)];
		expect(alarms(training(losses))).toEqual([]);
	});

	test('losses that stay at 1e30 are one alert', () => {
		const losses = [...curveOf(50, () => 1), ...curveOf(50, () => 1e30)];
		expect(alarms(training(losses)).filter(alarm => alarm.startsWith('open'))).toEqual([
			'open critical diverged',
		]);
	});

	test('a metric that vanishes leaves the rest to be judged', () => {
		const events = [1, 2, 3, 4, 5, 6].flatMap(part => [
			...training(
				curveOf(10, index => 1 / (part * 10 + index)),
				100,
				part * 10,
			),
			evaluated(part < 3 ? {loss: 1 / part, acc: part / 10} : {loss: 1 / part}),
		]);
		expect(alarms(events)).toEqual([]);
	});

	test('a loss that goes by another name half way is judged on', () => {
		const events = [
			...training(
				curveOf(40, index => 2 * Math.exp(-index / 20)),
				80,
			),
			...curveOf(40, index => 0.3 * Math.exp(-index / 20)).map(
				(value, index): Event => ({
					kind: 'metrics',
					split: 'train',
					position: {step: 41 + index, steps: 80},
					values: {total_loss: value},
				}),
			),
		];
		expect(alarms(events)).toEqual([]);
	});

	test('a metric that comes late is judged from then on', () => {
		const events = Array.from({length: 10}, (_, part) => [
			...training(
				curveOf(10, index => 2 / (1 + part * 10 + index)),
				100,
				part * 10 + 1,
			),
			evaluated(part < 5 ? {loss: 1 / (part + 1)} : {loss: 1 / (part + 1), 'F-score': part / 10}),
		]).flat();
		expect(alarms(events)).toEqual([]);
	});

	test('losses between -1e30 and 1e30 by turns are few alerts', () => {
		const losses = curveOf(300, index => (index % 2 === 0 ? 1e30 : -1e30));
		expect(alarms(training(losses, 300)).length).toBeLessThan(4);
	});

	test('evaluations without any training are judged by themselves', () => {
		const events = Array.from({length: 12}, (_, index) =>
			evaluated({loss: 1 / (index + 1), acc: index / 12}),
		);
		expect(alarms(events)).toEqual([]);
	});

	test('thousands of errors are no flood', () => {
		const events = Array.from({length: 3000}, (_, index): readonly Event[] => [
			{
				kind: 'trouble',
				what: 'bad-data',
				text: `cannot identify image file ${index}`,
				passing: true,
			},
			...training([1], undefined, index + 1),
		]).flat();
		const {replayed} = attendedOnce(events);
		expect(replayed.length).toBeLessThan(25);
	});

	test('a run that is nothing but NaN is one alert', () => {
		expect(
			alarms(
				training(
					curveOf(300, () => Number.NaN),
					300,
				),
			),
		).toEqual(['open critical nan-loss']);
	});
});

/** Judged once, at its end. */
function attendedOnce(events: readonly Event[]) {
	const witness = witnessOf(lined(events));
	const now = dawn + events.length * 1000;
	const run = compose(foundOf(['log.txt'], now), [witness], {
		now,
		host: 'local',
		read: 1,
		partial: false,
	});
	return {replayed: attend(createBook(rules), run, [witness], now)};
}
