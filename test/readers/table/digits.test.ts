import {expect, test} from 'vitest';
import {digitsIn} from '../../../source/readers/table/digits.ts';
import {bytesOf} from '../kit.ts';

const read = (text: string) => digitsIn(bytesOf(`x${text}x`), 1, 1 + text.length);

test.each([
	['0', 0],
	['-0', -0],
	['12', 12],
	['-0.25', -0.25],
	['5.', 5],
	['.5', 0.5],
	['3e-05', 3e-5],
	['1E+3', 1000],
	['0.6931471805599453', 0.6931471805599453],
	['1700000000.1234567', 1700000000.1234567],
	['0.30000000000000004', 0.30000000000000004],
])('%s', (text, value) => {
	expect(read(text)).toBe(value);
});

test.each([
	'',
	'-',
	'.',
	'-.',
	'+1',
	'1e',
	'1e-',
	'1 ',
	'1.2.3',
	'0x10',
	'NaN',
	'"1"',
	'1e1234',
	'123456789012345678901234567890',
	// Half way between two doubles: longer arithmetic has to tell.
	'9007199254740993',
])('not %j', text => {
	expect(read(text)).toBe(Number.NaN);
});

test('every number that it reads is the one that the language reads, to the last bit', () => {
	let seed = 1;
	const random = (below: number) => {
		seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
		return seed % below;
	};
	let count = 0;
	for (let round = 0; round < 20_000; round++) {
		const digits = Array.from({length: 1 + random(19)}, () => random(10)).join('');
		const point = random(digits.length + 1);
		const power = random(3) === 0 ? `e${random(30) - 15}` : '';
		const text = `${random(2) ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}${power}`;
		const value = read(text);
		if (Number.isNaN(value)) continue;
		count++;
		if (!Object.is(value, Number(text))) expect([text, value]).toEqual([text, Number(text)]);
	}

	expect(count).toBeGreaterThan(12_000);
});
