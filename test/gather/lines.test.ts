import {expect, test} from 'vitest';
import {createCutter, kept, longest} from '../../source/gather/lines.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function cut(...pushes: readonly (string | Uint8Array)[]) {
	const pieces: Array<readonly [line: number, offset: number, text: string]> = [];
	const cutter = createCutter((bytes, start, end, line, offset) => {
		pieces.push([line, offset, decoder.decode(bytes.subarray(start, end))]);
	});
	let offset = 0;
	for (const push of pushes) {
		const bytes = typeof push === 'string' ? encoder.encode(push) : push;
		cutter.push(bytes, offset);
		offset += bytes.length;
	}

	const rest: string[] = [];
	cutter.peek((bytes, start, end) => rest.push(decoder.decode(bytes.subarray(start, end))));
	return {pieces, rest, lines: cutter.lines()};
}

test('line feeds, returns and both together end a line; empty lines count', () => {
	expect(cut('a\nb\r\nc\r\n\nd\re').pieces).toEqual([
		[1, 0, 'a'],
		[2, 2, 'b'],
		[3, 5, 'c'],
		[4, 8, ''],
		[5, 9, 'd'],
	]);
	expect(cut('a\nb\r\nc\r\n\nd\re')).toMatchObject({rest: ['e'], lines: 6});
});

test('a CRLF split between pushes is one end', () => {
	expect(cut('a\r', '\nb\n').pieces).toEqual([
		[1, 0, 'a'],
		[2, 3, 'b'],
	]);
	expect(cut('a\r', 'b\n').pieces).toEqual([
		[1, 0, 'a'],
		[2, 2, 'b'],
	]);
});

test('backspaces redraw: they cut, but the line goes on', () => {
	expect(cut('1/10\b\b\b\b2/10\b\b\b\b\nnext\n').pieces).toEqual([
		[1, 0, '1/10'],
		[1, 8, '2/10'],
		[1, 16, ''],
		[2, 17, 'next'],
	]);
});

test('a line is put together from pushes, also in the middle of a letter', () => {
	const bytes = encoder.encode('损失 0.5\n');
	expect(cut(bytes.slice(0, 1), bytes.slice(1, 5), bytes.slice(5)).pieces).toEqual([
		[1, 0, '损失 0.5'],
	]);
});

test('of a line that is too long the first 4 KB are kept, in one push or many', () => {
	const long = 'x'.repeat(400_000);
	const whole = cut(`${long}\nb\n`);
	expect(whole.pieces.map(([line, offset, text]) => [line, offset, text.length])).toEqual([
		[1, 0, kept],
		[2, 400_001, 1],
	]);
	const parts = cut(...Array.from({length: 40}, () => 'x'.repeat(10_000)), '\nb\n');
	expect(parts.pieces.map(([line, offset, text]) => [line, offset, text.length])).toEqual([
		[1, 0, kept],
		[2, 400_001, 1],
	]);
	expect(cut('x'.repeat(longest), '\n').pieces[0]?.[2].length).toBe(longest);
});

test('700,000 backspaces are nothing', () => {
	const {pieces, lines} = cut('a', '\b'.repeat(700_000), 'b\n');
	expect(pieces.map(([line, , text]) => [line, text])).toEqual([
		[1, 'a'],
		[1, 'b'],
	]);
	expect(lines).toBe(1);
});

test('a hole of NULs before a line is no part of it, however long', () => {
	expect(cut('\0'.repeat(200_000), '\0\0step 1\nb\n').pieces).toEqual([
		[1, 200_002, 'step 1'],
		[2, 200_009, 'b'],
	]);
});
