import {expect, test} from 'vitest';
import packed from '../../source/readers/packed.ts';

const bytes = (text: string) => Uint8Array.from(text, sign => sign.charCodeAt(0));

test.each([
	['\x1f\x8b\x08\0', 'packed with gzip'],
	['PK\x03\x04\x14', 'a zip archive'],
	['\x80\x04\x95', 'a pickle'],
	['SQLite format 3\0', 'a database of SQLite'],
])('%j is told as what it is, and not read', (text, kind) => {
	expect(packed.claims('train.log', bytes(text))).toBe(true);
	const reading = packed.open();
	expect(reading.push(bytes(text), 0)).toEqual([]);
	expect(reading.push(bytes('loss: 0.5\n'), 100)).toEqual([]);
	expect(reading.report()).toMatchObject({
		format: 'binary',
		why: `it is ${kind}`,
		trouble: [{offset: 0, what: `${kind}, not a text`}],
	});
});

test.each(['', 'PK', 'epoch 1 loss 0.5\n', 'SQLite is used\n'])('%j is none of them', text => {
	expect(packed.claims('train.log', bytes(text))).toBe(false);
});
