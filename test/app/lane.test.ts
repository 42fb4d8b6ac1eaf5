import {setImmediate} from 'node:timers/promises';
import {expect, test} from 'vitest';
import {createLane} from '../../source/app/lane.ts';

/** The seconds at which a lane asks when it is ticked every second of `length`. */
async function asked(
	every: number,
	length: number,
	answer: (now: number) => Promise<boolean>,
	before: (second: number, hurry: () => void) => void = () => {},
): Promise<readonly number[]> {
	const seconds: number[] = [];
	const lane = createLane(every, now => {
		seconds.push(now / 1000);
		return answer(now);
	});
	for (let second = 1; second <= length; second++) {
		before(second, lane.hurry);
		lane.tick(second * 1000);
		await setImmediate();
	}

	return seconds;
}

test('a lane asks at its own pace', async () => {
	expect(await asked(10, 35, async () => true)).toEqual([1, 11, 21, 31]);
});

test('after a failure it waits twice as long, and for ten minutes at most', async () => {
	expect(await asked(10, 155, async () => false)).toEqual([1, 21, 61, 141]);
	const late = await asked(300, 2500, async () => Promise.reject(new Error('no')));
	expect(late).toEqual([1, 601, 1201, 1801, 2401]);
});

test('an answer sets it back to its pace', async () => {
	expect(await asked(10, 60, async now => now > 1000)).toEqual([1, 21, 31, 41, 51]);
});

test('it never asks twice at a time, however long an answer takes', async () => {
	expect(await asked(1, 100, () => new Promise(() => {}))).toEqual([1]);
});

test('in a hurry it asks at the next tick', async () => {
	const seconds = await asked(
		10,
		15,
		async () => true,
		(second, hurry) => {
			if (second === 5) hurry();
		},
	);
	expect(seconds).toEqual([1, 5, 15]);
});
