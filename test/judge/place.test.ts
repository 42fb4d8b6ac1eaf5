import {expect, test} from 'vitest';
import {createCounting, follow, locate, type Move} from '../../source/judge/place.ts';

const none = Number.NaN;

/** How a file moves from record to record, each told by its epoch and its step inside it. */
function moves(records: ReadonlyArray<readonly [epoch: number, stepInEpoch: number]>): Move[] {
	const counting = createCounting();
	counting.stepsPerEpoch = 100;
	return records.map(([epoch, stepInEpoch]) => {
		const place = {epoch, step: none, stepInEpoch};
		locate(counting, place);
		return follow(counting, place);
	});
}

test('a second training begins where epochs fall, though steps and averages of epochs take turns', () => {
	const first = [1, 2, 3].flatMap(epoch => [[epoch, 0] as const, [epoch, none] as const]);
	expect(moves([...first, [1, 0]])).toEqual([...first.map(() => 'on'), 'back']);
});

test('the average of the epoch before, told late, is no step back', () => {
	expect(
		moves([
			[5, 0],
			[5, 50],
			[6, 0],
			[5, none],
			[6, 50],
		]),
	).toEqual(Array(5).fill('on'));
});
