import {expect, test} from 'vitest';
import {cutLines, type Stretch} from '../../source/app/cut-page.ts';

const whole: Stretch = {from: 0, begin: true, end: true};
const cut = (text: string, more: Partial<Stretch> = {}) =>
	cutLines(new TextEncoder().encode(text), 'utf-8', {...whole, ...more});

test('a progress bar is folded to its last state, and numbers count what was drawn over', () => {
	expect(cut('begin\n10%\r20%\r30%\nend\n')).toEqual({
		lines: ['begin', '30%', 'end'],
		offsets: [0, 6, 18],
		ordinals: [0, 3, 4],
	});
});

test('blanks that clear a bar do not hide it', () => {
	expect(cut('\r99%\r   \rdone\n').lines).toEqual(['done']);
	expect(cut('99%\r   \r').lines).toEqual(['99%']);
});

test('backspaces draw over what stood there', () => {
	expect(cut('1/3\b\b\b2/3\b\b\b3/3\n').lines).toEqual(['3/3']);
});

test('a state that an alert points to is shown, though it was drawn over', () => {
	expect(cut('10%\rloss nan\r30%\n', {keep: 4}).lines).toEqual(['10%', 'loss nan', '30%']);
});

test('a bar drawn over for long is shown again every 16 KB', () => {
	const bar = Array.from({length: 4000}, (_, index) => `step ${1000 + index}`).join('\r');
	expect(cut(bar).lines).toEqual(['step 2638', 'step 4277', 'step 4999']);
});

test('of a stretch in the middle only whole lines are told', () => {
	expect(cut('ail\none\ntw', {from: 100, begin: false, end: false})).toEqual({
		lines: ['one'],
		offsets: [104],
		ordinals: [0],
	});
});

test('GBK and UTF-16 become characters, a hole of NULs goes', () => {
	const gbk = Uint8Array.from([0xcb, 0xf0, 0xca, 0xa7, 0x20, 0x31, 0x0a]);
	expect(cutLines(gbk, 'gb18030', whole).lines).toEqual(['损失 1']);
	const wide = new Uint8Array(Buffer.from('\uFEFF损失 1\r\n轮 2\n', 'utf16le'));
	expect(cutLines(wide, 'utf-16le', whole)).toEqual({
		lines: ['损失 1', '轮 2'],
		offsets: [0, 14],
		ordinals: [0, 1],
	});
	expect(cut('\0\0\0\0loss 1\n').lines).toEqual(['loss 1']);
});
