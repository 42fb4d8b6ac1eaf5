import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {clean, cutEnd, cutMiddle, widthOf} from '../../source/show/width.ts';

const anyText = fc.oneof(
	fc.string({unit: 'binary', maxLength: 60}),
	fc.string({unit: 'grapheme', maxLength: 60}),
	fc.string({
		unit: fc.constantFrom(
			'损',
			'失',
			'é',
			'e\u0301',
			'\u0301',
			'👩‍👩‍👧',
			'🇩🇪',
			'한',
			'ᄒ',
			'ᅡ',
			'\t',
			'\x1b[31m',
			'\r',
			'ﾞ',
			'か\u3099',
			'\u200d',
			'क्षि',
			'⌚',
			'1️⃣',
			'©',
		),
		maxLength: 30,
	}),
);

describe('the width of text', () => {
	test.each([
		['loss 0.1', 8],
		['损失 0.1', 8],
		['e\u0301', 1],
		['━━──▁█', 6],
		['…', 1],
		['👍', 2],
		['한글', 4],
	])('%s takes %i columns', (text, columns) => {
		expect(widthOf(text)).toBe(columns);
	});

	test('is what string-width says', () => {
		fc.assert(
			fc.property(anyText, text => {
				const harmless = clean(text);
				expect(widthOf(harmless)).toBe(stringWidth(harmless));
			}),
			{seed: 1, numRuns: 2000},
		);
	});
});

describe('clean', () => {
	test.each([
		['\x1b[31mred\x1b[0m', 'red'],
		['\x1b]0;title\x07after', 'after'],
		['\x1b]8;;http://x\x1b\\link', 'link'],
		['a\x00b\x07c', 'a·b·c'],
		['a\tb', 'a       b'],
		['损\tb', '损      b'],
		['\u202egnp.exe', 'gnp.exe'],
		['👩‍👩‍👧', '👩👩👧'],
		['🇩🇪', 'DE'],
		['\u0301x', 'x'],
		['\x9b2Jx', 'x'],
	])('%j becomes %j', (text, harmless) => {
		expect(clean(text)).toBe(harmless);
	});

	test('leaves no control byte, and is done after one time', () => {
		fc.assert(
			fc.property(anyText, text => {
				const harmless = clean(text);
				expect(harmless).not.toMatch(/[\x00-\x1f\x7f-\x9f]/);
				expect(clean(harmless)).toBe(harmless);
			}),
			{seed: 2, numRuns: 2000},
		);
	});
});

describe('cutting', () => {
	test.each([
		['exp_2026', 8, 'exp_2026'],
		['exp_2026', 5, 'exp_…'],
		['损失函数', 5, '损失…'],
		['损失函数', 4, '损…'],
		['x', 0, ''],
	])('%s to %i columns leaves %s', (text, columns, short) => {
		expect(cutEnd(text, columns)).toBe(short);
	});

	test.each([
		['exp_20260105_143022', 11, 'exp_2…43022'],
		['中文识别_v2', 8, '中文…_v2'],
	])('%s in the middle to %i columns leaves %s', (text, columns, short) => {
		expect(cutMiddle(text, columns)).toBe(short);
	});

	test('never takes more columns than there are', () => {
		fc.assert(
			fc.property(anyText, fc.nat(20), (text, columns) => {
				expect(widthOf(cutEnd(clean(text), columns))).toBeLessThanOrEqual(columns);
				expect(widthOf(cutMiddle(clean(text), columns))).toBeLessThanOrEqual(columns);
			}),
			{seed: 3, numRuns: 2000},
		);
	});
});
