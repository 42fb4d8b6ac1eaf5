import {afterAll, expect, test} from 'vitest';
import {seekLine} from '../../source/app/seek.ts';
import {localHost} from '../../source/host/local.ts';
import {createExperiments} from '../kit/experiments.ts';

const experiments = createExperiments();
afterAll(() => experiments.remove());

/** 100,000 lines of 20 bytes, with an error at some of them. */
const errors = [7, 20_000, 99_998];
const text = Array.from({length: 100_000}, (_, line) =>
	(errors.includes(line) ? `line ${line} ERROR` : `line ${line}`).padEnd(19).concat('\n'),
).join('');
const file = experiments.write('big/log.txt', text);
const seek = (from: number, by: 1 | -1, wanted: string | null = null, isWanted = () => true) =>
	seekLine(localHost(), file, {from, by, text: wanted}, isWanted);

test('the next error below a line lies megabytes further down', async () => {
	expect(await seek(7 * 20, 1)).toBe(20_000 * 20);
	expect(await seek(20_000 * 20, 1)).toBe(99_998 * 20);
	expect(await seek(99_998 * 20, 1)).toBeNull();
	expect(await seek(-1, 1, 'line 0')).toBe(0);
});

test('the next error above a line lies megabytes further up', async () => {
	expect(await seek(99_999 * 20, -1)).toBe(99_998 * 20);
	expect(await seek(99_998 * 20, -1)).toBe(20_000 * 20);
	expect(await seek(7 * 20, -1)).toBeNull();
});

test('every line is found, also those that lie across two pieces', async () => {
	for (let line = 13_000; line < 13_200; line += 7) {
		expect(await seek(0, 1, `line ${line} `)).toBe(line * 20);
		expect(await seek(text.length, -1, `LINE ${line} `)).toBe(line * 20);
	}
});

test('a search that nobody wants any more ends', async () => {
	expect(await seek(0, 1, 'line 99999', () => false)).toBeNull();
});

test('a line longer than a piece is passed by', async () => {
	const long = experiments.write('big/long.txt', `${'x'.repeat(1_000_000)}\nan ERROR\n`);
	const search = {from: 0, by: 1, text: null} as const;
	expect(await seekLine(localHost(), long, search, () => true)).toBe(1_000_001);
});

test('Chinese, coloured and UTF-16 texts are found as well', async () => {
	const seekIn = (path: string, wanted: string | null) =>
		seekLine(localHost(), path, {from: 0, by: 1, text: wanted}, () => true);
	const chinese = experiments.write('big/chinese.txt', `${text}第 3 轮: 损失 0.5\n训练失败\n`);
	expect(await seekIn(chinese, '损失 0')).toBe(text.length);
	expect(await seekIn(chinese.replace('chinese', 'none'), 'x').catch(() => 'gone')).toBe('gone');
	const coloured = experiments.write('big/colour.txt', 'one\nep\x1b[32moch\x1b[0m 7\n');
	expect(await seekIn(coloured, 'Epoch 7')).toBe(4);
	const wide = experiments.write('big/wide.txt', Buffer.from('\uFEFFone\ntwo\n', 'utf16le'));
	expect(await seekIn(wide, 'TWO')).toBe(10);
});
