import {expect, test} from 'vitest';
import {afterHole, isHollow} from '../../source/gather/hole.ts';
import {createCutter} from '../../source/gather/lines.ts';

test('the first byte after a hole is found wherever it lies, and from wherever one looks', () => {
	for (let place = 0; place < 70; place++) {
		const bytes = new Uint8Array(100).subarray(3);
		bytes[place] = 65;
		for (let from = 0; from <= place; from++) expect(afterHole(bytes, from)).toBe(place);
		expect(afterHole(bytes, place + 1)).toBe(97);
	}
});

test('a byte that is no NUL ends a hole, whatever it is', () => {
	for (const byte of [1, 10, 127, 128, 255]) {
		expect(isHollow(new Uint8Array([...new Uint8Array(40), byte]))).toBe(false);
	}

	expect(isHollow(new Uint8Array(41))).toBe(true);
	expect(isHollow(new Uint8Array(0))).toBe(false);
});

test('a hole of many pieces is no line, and the line after it knows its place', () => {
	const lines: string[] = [];
	const cutter = createCutter((bytes, start, end, line, offset) => {
		lines.push(`${line} ${offset} ${new TextDecoder().decode(bytes.subarray(start, end))}`);
	});
	const text = new TextEncoder();
	cutter.push(text.encode('one\n'), 0);
	for (let piece = 0; piece < 3; piece++) cutter.push(new Uint8Array(1000), 4 + piece * 1000);
	cutter.push(text.encode('\0\0two\n'), 3004);
	expect(lines).toEqual(['1 0 one', '2 3006 two']);
});
