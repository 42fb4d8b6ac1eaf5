import {describe, expect, test} from 'vitest';
import {createPager, type Pager} from '../../source/app/pages.ts';
import type {LogPage, PagePlace} from '../../source/core/page.ts';
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

/** Every page that is shown for a place, one after the other. */
async function pagesOf(
	pager: Pager,
	place: PagePlace,
	isWanted = () => true,
): Promise<readonly LogPage[]> {
	const pages: LogPage[] = [];
	await pager.read('r', file, place, {isWanted, show: page => pages.push(page)});
	return pages;
}

const line = (number: number) => `line ${String(number).padStart(6, '0')}\n`;
const text = (lines: number) => Array.from({length: lines}, (_, index) => line(index + 1)).join('');

describe('a page of a log', () => {
	test('lines end at LF, CRLF or CR, and each knows where it begins', async () => {
		const pager = createPager(memoryHost({'/run/log.txt': 'one\r\ntwo\n\nthree'}));
		expect(await pagesOf(pager, 'end')).toEqual([
			{
				run: 'r',
				file: '1:1',
				path: 'log.txt',
				numbers: [1, 2, 3, 4],
				lines: ['one', 'two', '', 'three'],
				offsets: [0, 5, 9, 10],
				begin: true,
				end: true,
				size: 15,
			},
		]);
	});

	test('control bytes of a log do not reach the terminal', async () => {
		const pager = createPager(memoryHost({'/run/log.txt': 'a\x1b[2Jb\x07c\n'}));
		expect((await pagesOf(pager, 'end'))[0]!.lines).toEqual(['ab·c']);
	});

	test('around a place in a big file only whole lines are shown, with their numbers', async () => {
		const pager = createPager(memoryHost({'/run/log.txt': text(50_000)}));
		const [page] = await pagesOf(pager, 12 * 25_000);
		expect(page).toMatchObject({begin: false, end: false});
		expect(page!.lines[0]).toBe(line(page!.numbers![0]!).trim());
		expect(page!.offsets[0]).toBe((page!.numbers![0]! - 1) * 12);
		expect(page!.lines.length).toBeGreaterThan(16_000);
	});

	test('far down in a file the page comes at once, and its numbers when they are counted', async () => {
		const pager = createPager(memoryHost({'/run/log.txt': text(500_000)}));
		const pages = await pagesOf(pager, 'end');
		expect(pages.map(({numbers}) => numbers?.at(-1) ?? null)).toEqual([null, 500_000]);
		expect((await pagesOf(pager, 'end')).map(({numbers}) => numbers?.at(-1))).toEqual([500_000]);
	});

	test('counting ends when nobody wants the page any more', async () => {
		const pager = createPager(memoryHost({'/run/log.txt': text(500_000)}));
		const pages = await pagesOf(pager, 'end', () => false);
		expect(pages.map(({numbers}) => numbers)).toEqual([null]);
	});

	test('a file that was cut short is counted anew', async () => {
		const host = memoryHost({'/run/log.txt': text(50_000)});
		const pager = createPager(host);
		await pagesOf(pager, 'end');
		host.write('/run/log.txt', `\n\n${text(30_000)}`);
		expect((await pagesOf(pager, 'end'))[0]!.numbers!.at(-1)).toBe(30_002);
	});

	test('a file that cannot be read says why', async () => {
		const host = memoryHost({'/run/log.txt': 'one\n'});
		host.refuse('/run/log.txt', 'EACCES');
		const [page] = await pagesOf(createPager(host), 'end');
		expect(page!.lines).toEqual([]);
		expect(page!.trouble).toMatch(/EACCES/);
	});
});
