import {expect, test} from 'vitest';
import lineUpdate from '../../ink/line-update.ts';
import inkLineUpdate from '../../node_modules/ink/build/line-update.js';
import {cells, pieces, seeded} from '../kit/cells.ts';

/** What a terminal shows that showed `previous` and is told what changed. */
function updated(previous: string, next: string, columns: number): Promise<string> {
	return cells(previous + lineUpdate(previous, next, columns), {width: columns - 4, height: 1});
}

test('a number in the middle of a row is all that is written', () => {
	expect(lineUpdate('loss 0.1234  █▄▁  now', 'loss 0.1299  █▄▁  now', 80)).toBe('\x1b[10G99');
	expect(lineUpdate('a \x1b[31m0.1\x1b[0m b', 'a \x1b[31m0.2\x1b[0m b', 80)).toBe(
		'\x1b[5G\x1b[31m2\x1b[0m',
	);
});

test('where colours change, all up to the next place without colour is written', () => {
	expect(lineUpdate('a \x1b[31m0.1\x1b[0m b', 'a \x1b[32m0.1\x1b[0m b', 80)).toBe(
		'\x1b[3G\x1b[32m0.1\x1b[0m',
	);
});

test('where a line gets longer or shorter, its end is written', () => {
	expect(lineUpdate('step 9 训练', 'step 10 训练', 80)).toBe('\x1b[6G\x1b[K10 训练');
});

test('what needs all rules of Unicode is left to Ink', () => {
	for (const [previous, next] of [
		['e 1', 'e\u0301 1'],
		['🙂 1', '🙂 2'],
		['\x1b]8;;http://x\x07a', '\x1b]8;;http://x\x07b'],
		['12', '123'],
	] as const) {
		const columns = next === '123' ? 2 : 80;
		expect(lineUpdate(previous, next, columns)).toBe(inkLineUpdate(previous, next, columns));
	}
});

test('400 changes of random text and colours show what the whole line would', async () => {
	const random = seeded(11);
	const columns = 44;
	const plain = pieces.slice(0, 21).filter(piece => !/🙂|\u0301/.test(piece));
	const some = (count: number) =>
		Array.from({length: random(count)}, () => plain[random(plain.length)]!);
	for (let round = 0; round < 400; round++) {
		const [start, end] = [some(9), some(9)];
		const [previous, next] = [some(5), some(5)].map(
			middle => `${[...start, ...middle, ...end].join('')}\x1b[0m`,
		) as [string, string];
		const whole = await cells(next, {width: columns - 4, height: 1});
		expect(await updated(previous, next, columns), JSON.stringify([previous, next])).toBe(whole);
	}
});
