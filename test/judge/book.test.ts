import {describe, expect, test} from 'vitest';
import type {Alert} from '../../source/core/alert.ts';
import type {Event} from '../../source/core/event.ts';
import {curveOf, evaluated, training} from '../../source/core/telling.ts';
import {attend, createBook} from '../../source/judge/book.ts';
import {createWitness, reduce} from '../../source/judge/witness.ts';
import {rules} from '../../source/rules/index.ts';
import {attended, dawn, lined, runOf, witnessOf, writers} from '../kit/patient.ts';

const short = (alerts: readonly Alert[]) =>
	alerts
		.filter(({severity}) => severity !== 'info')
		.map(
			({rule, severity, open, raised}) =>
				`${open ? 'open' : 'past'} ${severity} ${rule} ${raised?.line}`,
		);

describe('the life of an alert', () => {
	test('it is raised with its line, rises, and clears with the time of the line that cleared it', () => {
		const rising = attended(rules, training([1, 1, Number.NaN, Number.NaN, Number.NaN]));
		expect(short(rising.live)).toEqual(['open critical nan-loss 3']);
		const cleared = attended(rules, training([1, Number.NaN, ...curveOf(25, () => 0.9)]));
		expect(short(cleared.live)).toEqual(['past warn nan-loss 2']);
		expect(cleared.live.find(({rule}) => rule === 'nan-loss')).toMatchObject({
			since: dawn + 1000,
			until: dawn + 21_000,
		});
	});

	test('what is likely becomes certain in the same alert, and is past once it is not so', () => {
		const flat = curveOf(120, (_, noise) => 2.3 + 0.01 * noise);
		const likely = attended(rules, training(flat.slice(0, 60), 200));
		const certain = attended(rules, training(flat, 200));
		const over = attended(
			rules,
			training([...flat, ...curveOf(60, index => 2.3 * Math.exp(-index / 10))], 200),
		);
		const told = ({live, replayed}: typeof likely) =>
			[live, replayed].map(alerts =>
				alerts
					.filter(({rule}) => rule === 'stuck-loss')
					.map(alert => [alert.open, alert.certain, alert.raised?.line, alert.since]),
			);
		expect(told(likely)).toEqual(Array(2).fill([[true, false, 50, dawn + 49_000]]));
		expect(told(certain)).toEqual(Array(2).fill([[true, true, 50, dawn + 49_000]]));
		expect(told(over)).toEqual(Array(2).fill([[false, true, 50, dawn + 49_000]]));
	});

	test('live and replayed afterwards agree', () => {
		const events = [
			...training(
				curveOf(60, (_, noise) => 2.3 + 0.01 * noise),
				200,
			),
			evaluated({acc: 0.1}),
			...training([Number.NaN, Number.NaN, Number.NaN], 200, 61),
			{kind: 'trouble', what: 'traceback', text: 'Traceback (most recent call last):'} as Event,
		];
		const {live, replayed} = attended(rules, events, {silence: 60, writer: writers.gone});
		expect(short(live)).toEqual(short(replayed));
		expect(short(live)).toEqual([
			'open critical crashed 65',
			'open critical nan-loss 62',
			'past warn stuck-loss 50',
		]);
	});

	test('one cause is one alert: out of memory explains the crash', () => {
		const {live} = attended(
			rules,
			[
				...training([1, 0.9]),
				{kind: 'trouble', what: 'traceback', text: 'Traceback (most recent call last):'},
				{kind: 'trouble', what: 'cuda-oom', text: 'CUDA out of memory'},
			],
			{silence: 60, writer: writers.gone},
		);
		expect(short(live)).toEqual(['open critical cuda-oom 4']);
	});

	test('what is only foretold explains nothing: a run that hangs is told beside a time limit that will come', () => {
		const falling = curveOf(20, index => 2 - index / 20);
		const job = {job: '13', state: 'RUNNING', reason: null, leftSeconds: 60};
		const book = createBook(rules);
		const witness = witnessOf(lined(training(falling, 40_000)));
		const {run, now} = runOf([witness], {scheduler: job});
		const foretold = {
			...run,
			state: 'stalled' as const,
			progress: {...run.progress, etaSeconds: 40_000},
		};
		expect(short(attend(book, foretold, [witness], now))).toEqual([
			'open critical stalled 20',
			'open warn time-limit 20',
		]);
	});

	test('an error that comes again after training went on is one alert, proven by both lines', () => {
		const failed: Event = {kind: 'trouble', what: 'device-error', text: 'CUDA error(719)'};
		const {live} = attended(rules, [
			...training([1, 0.9]),
			failed,
			...training([0.8, 0.7], undefined, 3),
			failed,
		]);
		const found = live.filter(({rule}) => rule === 'device-error');
		expect(short(found)).toEqual(['open critical device-error 3']);
		expect(found[0]?.evidence.map(({line}) => line)).toEqual([3, 6]);
	});

	test('a launch that follows an explained crash closes both: the crash does not speak up in between', () => {
		const {replayed} = attended(rules, [
			...training([1, 0.9]),
			{kind: 'trouble', what: 'traceback', text: 'Traceback (most recent call last):'},
			{kind: 'trouble', what: 'cuda-oom', text: 'CUDA out of memory'},
			{kind: 'phase', phase: 'resumed'},
			...training([1, 0.9]),
		]);
		expect(short(replayed)).toEqual(['past critical cuda-oom 4']);
	});

	test('a crash that only the next launch brings out in a replay has the line of its error', () => {
		const events: readonly Event[] = [
			...training([1, 0.9]),
			{kind: 'trouble', what: 'exception', text: 'KeyError: image_id'},
			{kind: 'phase', phase: 'started'},
			...training([1, 0.9]),
		];
		const {replayed} = attended(rules, events);
		expect(replayed.find(({rule}) => rule === 'crashed')).toMatchObject({
			open: false,
			raised: {line: 3},
			since: dawn + 2000,
			until: dawn + 3000,
		});
	});

	test('a fresh start closes what was wrong with the attempt before', () => {
		const {live} = attended(rules, [
			...training([1, Number.NaN, Number.NaN, Number.NaN]),
			{kind: 'phase', phase: 'started'},
			...training([1, 0.9]),
		]);
		expect(short(live)).toEqual(['past critical nan-loss 2']);
	});
});

describe('the book', () => {
	test('the same list while nothing changes', () => {
		const witness = witnessOf(lined(training([1, Number.NaN])));
		const {run, now} = runOf([witness]);
		const book = createBook(rules);
		expect(attend(book, run, [witness], now)).toBe(attend(book, run, [witness], now));
	});

	test('every thing is heard once, however often it is asked', () => {
		const witness = createWitness({file: 'a', path: 'log.txt', format: 'tagged'});
		const book = createBook(rules);
		for (const event of lined(training([1, Number.NaN, 1, Number.NaN, 1, Number.NaN]))) {
			reduce(witness, event, null);
			for (let times = 0; times < 3; times++) {
				const {run, now} = runOf([witness]);
				attend(book, run, [witness], now);
			}
		}

		expect(book.case.curve).toMatchObject({count: 3, nonFinite: 3});
	});

	test('a file that begins anew is told from the start', () => {
		const book = createBook(rules);
		for (const losses of [
			[1, Number.NaN],
			[1, 0.9],
		]) {
			const witness = witnessOf(lined(training(losses)));
			const {run, now} = runOf([witness]);
			attend(book, run, [witness], now);
		}

		expect(short(book.alerts ?? [])).toEqual([]);
		expect(book.case.curve.count).toBe(2);
	});

	test('thresholds change a rule, null switches it off', () => {
		const witness = witnessOf(
			lined(
				training(
					curveOf(60, () => 2),
					200,
				),
			),
		);
		const {run, now} = runOf([witness]);
		expect(
			short(attend(createBook(rules, {'stuck-loss': {share: 0.9}}), run, [witness], now)),
		).toEqual([]);
		expect(short(attend(createBook(rules, {'stuck-loss': null}), run, [witness], now))).toEqual([]);
		expect(short(attend(createBook(rules), run, [witness], now))).toEqual([
			'open warn stuck-loss 50',
		]);
	});

	test('a thousand episodes are remembered as twenty', () => {
		const losses = Array.from({length: 1000}, () => [Number.NaN, ...curveOf(21, () => 1)]).flat();
		const witness = witnessOf(lined(training(losses)));
		const {run, now} = runOf([witness]);
		const alerts = attend(createBook(rules), run, [witness], now);
		expect(alerts.filter(({rule}) => rule === 'nan-loss')).toHaveLength(20);
	});
});

describe('healthy curves are left in peace', () => {
	const cases: Readonly<Record<string, readonly number[]>> = {
		'warm-up': curveOf(
			200,
			(index, noise) => (index < 20 ? 2.3 : 2.3 * Math.exp((20 - index) / 40)) + 0.02 * noise,
		),
		'warm restarts': curveOf(
			200,
			(index, noise) => 0.2 + (index < 50 ? 2 : 0.6) * Math.exp(-(index % 50) / 10) + 0.01 * noise,
		),
		'cyclic learning rate': curveOf(
			200,
			index => 2 * Math.exp(-index / 50) * (1 + 0.3 * Math.sin(index / 5)),
		),
		'tiny batches': curveOf(400, (index, noise) => Math.exp(-index / 100) * (1 + 0.8 * noise)),
		'negative loss': curveOf(200, (index, noise) => -5 * (1 - Math.exp(-index / 40)) + 0.1 * noise),
		'converged early': curveOf(400, (index, noise) => 0.1 + Math.exp(-index / 10) + 0.01 * noise),
		'slow but learning': curveOf(200, (index, noise) => 2.3 - 0.004 * index + 0.01 * noise),
		'one record': [1],
		'huge, but falling': curveOf(100, index => 1e4 * Math.exp(-index / 20)),
	};
	test.each(Object.entries(cases))('%s', (_, losses) => {
		const {live} = attended(rules, training(losses, losses.length * 1.2));
		expect(short(live)).toEqual([]);
	});
});
