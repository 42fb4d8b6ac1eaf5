import {expect, test} from 'vitest';
import type {Event, Split} from '../../source/core/event.ts';
import {beginFrames, heardFrame} from '../../source/gather/frames.ts';

type Drawn = readonly [count: number, loss: number, more?: {split?: Split; epoch?: number}];

/** The step and the value of each record that the frames of a bar of 10 tell. */
function records(bar: 'each' | 'next', drawn: readonly Drawn[]) {
	const frames = beginFrames();
	return drawn.flatMap(([stepInEpoch, loss, {split = 'train' as Split, epoch = 1} = {}]) => {
		const event: Event = {
			kind: 'metrics',
			split,
			position: {epoch, stepInEpoch, stepsPerEpoch: 10},
			values: {loss},
		};
		return heardFrame(frames, [event], bar).map(told => [
			told.position?.stepInEpoch,
			told.kind === 'metrics' && told.values.loss,
		]);
	});
}

test('a value drawn twice is one record', () => {
	expect(
		records('each', [
			[5, 2.5],
			[10, 2.5],
			[10, 2.25],
		]),
	).toEqual([
		[5, 2.5],
		[10, 2.25],
	]);
});

test('a value that stays while the count goes on is a record each', () => {
	expect(
		records('each', [
			[1, 3],
			[2, Number.NaN],
			[3, Number.NaN],
			[4, Number.NaN],
		]),
	).toEqual([
		[1, 3],
		[2, Number.NaN],
		[3, Number.NaN],
		[4, Number.NaN],
	]);
});

test('what a new epoch draws of the last one is none', () => {
	expect(
		records('each', [
			[10, 2.5],
			[0, 2.5, {epoch: 2}],
			[5, 2.5, {epoch: 2}],
			[5, 2.25, {epoch: 2}],
		]),
	).toEqual([
		[10, 2.5],
		[5, 2.25],
	]);
});

test('a validation value is told when it changes only', () => {
	expect(
		records('each', [
			[1, 0.5, {split: 'val'}],
			[2, 0.5, {split: 'val'}],
			[3, 0.5, {split: 'val'}],
			[3, 0.25, {split: 'val'}],
		]),
	).toEqual([
		[1, 0.5],
		[3, 0.25],
	]);
});

test('values that are drawn before the count moves on stand at the next counts', () => {
	expect(
		records('next', [
			[0, 3],
			[0, 2.5],
			[0, 2],
			[3, 2],
			[3, 1.5],
			[4, 1.5],
			[6, 1],
			[10, 0.5],
			[10, 0.25],
		]),
	).toEqual([
		[1, 3],
		[2, 2.5],
		[3, 2],
		[4, 1.5],
		[6, 1],
		[10, 0.5],
		[10, 0.25],
	]);
});
