import {describe, expect, test} from 'vitest';
import type {Event, Position, Rows, Values} from '../../source/core/event.ts';
import {tally} from '../../source/judge/tally.ts';
import {createWitness, reduce} from '../../source/judge/witness.ts';
import {dawn, lined, witnessOf} from '../kit/patient.ts';

const train = (position: Position, values: Values): Event => ({
	kind: 'metrics',
	split: 'train',
	position,
	values,
});
const val = (position: Position | undefined, values: Values): Event => ({
	kind: 'metrics',
	split: 'val',
	values,
	...(position ? {position} : {}),
});
const stepsOf = (events: readonly Event[]) => {
	const {track} = witnessOf(lined(events)).tables.train.told.values().next().value!;
	return [...track.axes.step.subarray(0, track.length)];
};

describe('places', () => {
	test('a step over the whole run comes from epoch, step in it and steps per epoch', () => {
		const at = (epoch: number, stepInEpoch: number) =>
			train({epoch, epochs: 5, stepInEpoch, stepsPerEpoch: 57}, {loss: 1});
		expect(stepsOf([at(1, 0), at(1, 50), at(2, 0), at(2, 53)])).toEqual([0, 50, 57, 110]);
	});

	test('epochs that begin at 0 are learnt from the file', () => {
		const at = (epoch: number, stepInEpoch: number) =>
			train({epoch, stepInEpoch, stepsPerEpoch: 100}, {loss: 1});
		expect(stepsOf([at(0, 50), at(1, 50)])).toEqual([50, 150]);
	});

	test('a printed step that starts anew each epoch is a step in the epoch', () => {
		const at = (epoch: number, step: number) => train({epoch, step, steps: 100}, {loss: 1});
		const witness = witnessOf(lined([at(1, 50), at(1, 100), at(2, 50), at(2, 100)]));
		expect(witness.sessions).toHaveLength(1);
		expect(witness.tables.train.told.get('loss')?.spans.get(0)?.last.step).toBe(200);
	});

	test('a bar that fills again and again counts on', () => {
		const at = (step: number) => train({step, steps: 10}, {loss: 1});
		expect(stepsOf([at(5), at(10), at(5), at(10), at(5)])).toEqual([5, 10, 15, 20, 25]);
	});
});

describe('rows', () => {
	test('many records at once are what they are one by one', () => {
		const nan = Float64Array.from([Number.NaN, Number.NaN]);
		const rows: Rows = {
			length: 2,
			line: Float64Array.from([1, 2]),
			offset: Float64Array.from([0, 40]),
			at: Float64Array.from([dawn, dawn + 1000]),
			epoch: Float64Array.from([1, 1]),
			step: nan,
			stepInEpoch: Float64Array.from([10, 20]),
			keys: ['loss', 'lr'],
			values: [Float64Array.from([0.5, 0.4]), Float64Array.from([0.1, 0.1])],
		};
		const position = {epochs: 3, stepsPerEpoch: 40};
		const many = createWitness({file: 'log.txt', path: 'log.txt', format: 'tagged'});
		reduce(many, {kind: 'rows', split: 'train', position, rows}, null);
		const single = witnessOf([
			{
				...train({epoch: 1, stepInEpoch: 10, ...position}, {loss: 0.5, lr: 0.1}),
				at: dawn,
				source: {file: 'log.txt', line: 1, offset: 0},
			},
			{
				...train({epoch: 1, stepInEpoch: 20, ...position}, {loss: 0.4, lr: 0.1}),
				at: dawn + 1000,
				source: {file: 'log.txt', line: 2, offset: 40},
			},
		]);
		expect(tally(many)).toEqual(tally(single));
		expect(many.rhythm.gaps).toEqual(single.rhythm.gaps);
	});
});

describe('evaluations', () => {
	test('one without a place takes that of the last training record', () => {
		const {evaluations} = witnessOf(
			lined([train({step: 100}, {l_pix: 0.1}), val(undefined, {psnr: 28})]),
		);
		expect(evaluations).toMatchObject([{step: 100, values: {'val/psnr': 28}}]);
	});

	test('one told at the end of an epoch stands at its last step', () => {
		const {evaluations} = witnessOf(
			lined([
				train({epoch: 2, stepInEpoch: 51, stepsPerEpoch: 57}, {Loss: 1}),
				val({epoch: 2}, {'F-score': 0.745}),
			]),
		);
		expect(evaluations).toMatchObject([{step: 114, epoch: 2}]);
	});

	test('neighbouring lines with other names are one evaluation, the same names are another', () => {
		const {evaluations, evaluationCount} = witnessOf(
			lined([
				train({step: 10}, {loss: 1}),
				val(undefined, {psnr: 28}),
				val(undefined, {ssim: 0.8}),
				val(undefined, {psnr: 30}),
			]),
		);
		expect(evaluations.map(({values}) => values)).toEqual([
			{'val/psnr': 28, 'val/ssim': 0.8},
			{'val/psnr': 30},
		]);
		expect(evaluationCount).toBe(2);
	});

	test('training in between makes another', () => {
		const {evaluationCount} = witnessOf(
			lined([
				val({epoch: 1}, {acc: 0.5}),
				train({epoch: 1}, {loss: 1}),
				val({epoch: 1}, {loss: 0.4}),
			]),
		);
		expect(evaluationCount).toBe(2);
	});
});

describe('sessions', () => {
	test('the first step once more, after what ended a launch, is a new launch', () => {
		const at = (step: number) => train({step, steps: 100}, {loss: 1});
		const ended: Event = {kind: 'trouble', what: 'device-error', text: 'CUDA error(719)'};
		const between = (event: Event) => witnessOf(lined([at(0), event, at(0), at(10)])).sessions;
		expect(between(ended)).toHaveLength(2);
		expect(between({...ended, passing: true})).toHaveLength(1);
	});

	const at = (step: number) => train({step}, {loss: 1});

	test('steps that go back are a resume', () => {
		const {sessions} = witnessOf(
			lined([at(100), at(200), at(300), at(400), at(500), at(250), at(350)]),
		);
		expect(sessions.map(({resumed, firstStep}) => ({resumed, firstStep}))).toEqual([
			{resumed: null, firstStep: 100},
			{resumed: true, firstStep: 250},
		]);
	});

	test('steps from the beginning are a fresh start', () => {
		const {sessions} = witnessOf(lined([at(100), at(200), at(300), at(400), at(100), at(200)]));
		expect(sessions.map(({resumed}) => resumed)).toEqual([null, false]);
	});

	test('several start marks before the first record are one session', () => {
		const {sessions} = witnessOf(
			lined([{kind: 'phase', phase: 'started'}, {kind: 'phase', phase: 'started'}, at(100)]),
		);
		expect(sessions).toHaveLength(1);
	});

	test('a resume mark begins a session that resumes', () => {
		const {sessions} = witnessOf(
			lined([at(100), at(200), {kind: 'phase', phase: 'resumed'}, at(210)]),
		);
		expect(sessions.map(({resumed}) => resumed)).toEqual([null, true]);
	});

	test('ranks that write in turn are one session', () => {
		const {sessions} = witnessOf(lined([10, 10, 20, 20, 40, 30, 50, 40, 60].map(at)));
		expect(sessions).toHaveLength(1);
	});

	test('validation alone never goes back', () => {
		const {sessions} = witnessOf(lined([at(300), val({step: 100}, {acc: 1}), at(310)]));
		expect(sessions).toHaveLength(1);
	});
});

test('thousands of troubles are bounded and counted', () => {
	const witness = witnessOf(
		lined(
			Array.from(
				{length: 10_000},
				() => ({kind: 'trouble', what: 'error', text: 'x'.repeat(9999)}) as const,
			),
		),
	);
	expect(witness.troubles.length).toBeLessThanOrEqual(4096);
	expect(witness.troubles[0]?.text).toHaveLength(600);
	expect(witness.troubleCount).toBe(10_000);
});
