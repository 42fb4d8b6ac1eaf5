import {describe, expect, test} from 'vitest';
import {readPage} from '../../source/app/pages.ts';
import type {RunFile} from '../../source/core/run.ts';
import {memoryHost} from '../kit/host.ts';

const file: RunFile = {
	id: '1:1',
	path: 'log.txt',
	full: '/run/log.txt',
	format: 'tagged',
	bytes: 0,
	lines: 0,
	understood: 0,
	believed: [],
	trouble: [],
};

describe('a page of a log', () => {
	test('lines end at LF, CRLF or CR, and each knows where it begins', async () => {
		const host = memoryHost({'/run/log.txt': 'one\r\ntwo\rthree\nfour'});
		expect(await readPage(host, 'r', file, 'end')).toEqual({
			run: 'r',
			file: '1:1',
			path: 'log.txt',
			firstLine: 1,
			lines: ['one', 'two', 'three', 'four'],
			offsets: [0, 5, 9, 15],
			begin: true,
			end: true,
		});
	});

	test('control bytes of a log do not reach the terminal', async () => {
		const host = memoryHost({'/run/log.txt': 'a\x1b[2Jb\x07c\n'});
		expect((await readPage(host, 'r', file, 'end')).lines).toEqual(['ab·c']);
	});

	test('around a place in a big file only whole lines are shown, with their numbers', async () => {
		const line = (number: number) => `line ${String(number).padStart(6, '0')}\n`;
		const text = Array.from({length: 50_000}, (_, index) => line(index + 1)).join('');
		const host = memoryHost({'/run/log.txt': text});
		const page = await readPage(host, 'r', file, 12 * 25_000);
		expect(page.begin).toBe(false);
		expect(page.end).toBe(false);
		expect(page.lines[0]).toBe(line(page.firstLine!).trim());
		expect(page.offsets[0]).toBe((page.firstLine! - 1) * 12);
		expect(page.lines.length).toBeGreaterThan(16_000);
	});

	test('a file that cannot be read says why', async () => {
		const host = memoryHost({'/run/log.txt': 'one\n'});
		host.refuse('/run/log.txt', 'EACCES');
		const page = await readPage(host, 'r', file, 'end');
		expect(page.lines).toEqual([]);
		expect(page.trouble).toMatch(/EACCES/);
	});
});
