import {describe, expect, test} from 'vitest';
import type {Checkpoint} from '../../source/core/checkpoint.ts';
import type {Event} from '../../source/core/event.ts';
import type {Seam} from '../../source/core/session.ts';
import {createWitness, reduce} from '../../source/judge/witness.ts';
import {lined, runOf} from '../kit/patient.ts';

function steps(from: number, to: number, loss: (step: number) => number): readonly Event[] {
	const events: Event[] = [];
	for (let step = from; step <= to; step += 10) {
		events.push({kind: 'metrics', split: 'train', position: {step}, values: {loss: loss(step)}});
	}

	return events;
}

function resumed(text: string, position: Event['position'] = {}): Event {
	return {kind: 'phase', phase: 'resumed', text, position};
}

const falling = (step: number) => 1 / Math.sqrt(step / 10);

const half: Checkpoint = {
	path: 'models/net_200.pth',
	files: ['models/net_200.pth'],
	kind: 'periodic',
	bytes: 1,
	savedAt: null,
	step: 200,
	epoch: null,
	resume: 'weights-only',
};

/** The seam before the last launch of a log. */
function seamOf(events: readonly Event[], checkpoints: readonly Checkpoint[] = []) {
	const witness = createWitness({file: 'log.txt', path: 'log.txt', format: 'tagged'});
	for (const event of lined(events)) reduce(witness, event, null);
	const {sessions} = runOf([witness], {checkpoints}).run;
	return sessions.at(-1)?.seam;
}

describe('a launch that was resumed', () => {
	test.each<[string, number, Partial<Seam>]>([
		['goes on at the next record', 310, {kind: 'exact', count: 0}],
		['tells some steps twice', 260, {kind: 'overlap', count: 50}],
		['leaves steps out', 360, {kind: 'gap', count: 50}],
	])('%s', (_what, from, expected) => {
		const seam = seamOf([
			...steps(10, 300, falling),
			resumed('Resumed'),
			...steps(from, 500, falling),
		]);
		expect(seam).toMatchObject({...expected, unit: 'step', continuous: true});
	});

	test('has a loss that jumps where its state was lost', () => {
		const seam = seamOf([
			...steps(10, 300, falling),
			resumed('Resumed'),
			...steps(310, 500, step => 1 + falling(step)),
		]);
		expect(seam?.continuous).toBe(false);
		expect(seam?.loss?.before).toBeCloseTo(0.19, 2);
		expect(seam?.loss?.after).toBeGreaterThan(1);
	});

	test('names its checkpoint, and what lies in that', () => {
		const events = [
			...steps(10, 300, falling),
			resumed('Resumed from ./models/net_200.pth at step 200', {step: 200}),
			...steps(210, 400, falling),
		];
		expect(seamOf(events, [half])).toMatchObject({
			from: {path: 'models/net_200.pth', resume: 'weights-only'},
			said: {epoch: null, step: 200},
			kept: true,
			kind: 'overlap',
			count: 100,
		});
		expect(seamOf(events)?.from).toEqual({path: './models/net_200.pth', resume: null});
	});

	test('is known by the checkpoint at the place it names, where it names no file', () => {
		const events = [
			...steps(10, 300, falling),
			resumed('', {step: 200}),
			...steps(210, 400, falling),
		];
		expect(seamOf(events, [half])?.from?.path).toBe('models/net_200.pth');
	});

	test('says one place and goes on at another', () => {
		const seam = seamOf([
			...steps(10, 300, falling),
			resumed('Resumed', {step: 300}),
			...steps(10, 100, falling),
		]);
		expect(seam?.kept).toBe(false);
	});

	test('says an epoch and goes on in it, whatever step the launch before reached', () => {
		const epochs = (from: number, to: number): readonly Event[] =>
			Array.from({length: 3 * (to - from + 1)}, (_, index) => ({
				kind: 'metrics',
				split: 'train',
				position: {
					epoch: from + Math.floor(index / 3),
					stepInEpoch: (index % 3) + 1,
					stepsPerEpoch: 3,
				},
				values: {loss: 1},
			}));
		const line = resumed('Resumed from checkpoints/epoch_12.pth (epoch 12)', {epoch: 12});
		const seam = seamOf([...epochs(1, 14), line, ...epochs(13, 16)]);
		expect(seam).toMatchObject({said: {epoch: 12, step: null}, kept: true, count: 6});
		const anew = seamOf([...epochs(1, 14), line, ...epochs(1, 4)]);
		expect(anew).toMatchObject({said: {epoch: 12, step: null}, kept: false});
	});

	test('may have a lower loss after steps that nobody told', () => {
		const drop = (from: number) =>
			seamOf([
				...steps(10, 300, () => 1),
				resumed('Resumed'),
				...steps(from, from + 200, () => 0.5),
			])?.continuous;
		expect([drop(310), drop(900)]).toEqual([false, true]);
	});

	test('names a set of files by what they share', () => {
		const set = {...half, path: 'latest.pdparams', files: ['latest.pdparams', 'latest.pdopt']};
		const events = [
			...steps(10, 300, falling),
			resumed('./output/rec/latest'),
			...steps(210, 400, falling),
		];
		expect(seamOf(events, [set])?.from?.path).toBe('latest.pdparams');
	});

	test('of too few records nothing is said of the loss', () => {
		const seam = seamOf([
			...steps(10, 300, falling),
			resumed('Resumed'),
			...steps(310, 320, falling),
		]);
		expect(seam).toMatchObject({loss: null, continuous: null, kind: 'exact'});
	});
});

test('the first launch, and one that begins anew, have no seam', () => {
	expect(seamOf(steps(10, 300, falling))).toBeUndefined();
	expect(seamOf([...steps(10, 300, falling), ...steps(10, 100, falling)])).toBeUndefined();
});

test('the best value is that of all launches of an attempt', () => {
	const scored = (step: number, acc: number): Event => ({
		kind: 'metrics',
		split: 'val',
		position: {step},
		values: {acc},
	});
	const witness = createWitness({file: 'log.txt', path: 'log.txt', format: 'tagged'});
	const events = [
		...steps(10, 300, falling),
		scored(300, 0.9),
		resumed('Resumed'),
		...steps(310, 400, falling),
		scored(400, 0.7),
	];
	for (const event of lined(events)) reduce(witness, event, null);
	expect(runOf([witness]).run.validation.best).toMatchObject({step: 300, value: 0.9});
});
