import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import type {Event} from '../../source/core/event.ts';
import type {Format} from '../../source/core/format.ts';
import {formats} from '../../source/formats/index.ts';
import {understand} from '../../source/gather/read.ts';
import {createShapes} from '../../source/gather/shapes.ts';
import {openText} from '../../source/gather/text.ts';

const chunk = 1 << 20;

function tell(
	bytes: Uint8Array,
	fast: boolean,
	all: Readonly<Record<string, Format>> = formats,
	size = chunk,
) {
	const reading = openText(all, {file: 'log', fast, modifiedAt: 1_770_000_000_000});
	const events: Event[] = [];
	for (let at = 0; at < bytes.length; at += size)
		events.push(...reading.push(bytes.subarray(at, at + size), at));
	return {
		events: [...events, ...(reading.rest?.() ?? [])].flatMap(oneByOne),
		report: reading.report(),
	};
}

/** How records are gathered in batches is nobody's business. */
function oneByOne(event: Event): readonly unknown[] {
	if (event.kind !== 'rows') return [event];
	const {rows, source: _, ...same} = event;
	const {line, offset, at, epoch, step, stepInEpoch, values} = rows;
	return Array.from({length: rows.length}, (_row, row) => ({
		...same,
		keys: rows.keys,
		told: [line, offset, at, epoch, step, stepInEpoch, ...values].map(column => column[row]),
	}));
}

function lines(count: number, line: (step: number) => string): Uint8Array {
	return new TextEncoder().encode(Array.from({length: count}, (_, step) => line(step)).join('\n'));
}

const generic: Format = {
	title: 'Test',
	head: /^(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:,\d{3})?) /,
	hallmark: /^step/,
	lines: [
		{kind: 'metrics', match: /^step +(?<step>\d[\d,]*)(?:\/(?<steps>\d+))?:/, rest: 'pairs'},
		{kind: 'metrics', split: 'val', match: /^eval (?<epoch>\d{1,2}): /, rest: 'pairs'},
		{kind: 'noise', match: /^saved \d+ files/},
		{
			kind: 'metrics',
			bar: 'next',
			match:
				/^Epoch (?<epoch>\d+): +\d+%\|[^|]*\| (?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+) \[[\d:]+<[\d:]+, /,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			split: 'val',
			bar: 'each',
			match: /^valid +\d+%\|[^|]*\| (?<step>\d+)\/(?<steps>\d+)/,
			rest: 'pairs',
		},
	],
	samples: [],
};

/** A frame of a bar as tqdm draws it. */
function frame(name: string, count: number, total: number, rest: string): string {
	const eighths = Math.floor((count / total) * 80);
	const blocks = '█'.repeat(eighths >> 3) + (eighths & 7 ? '▏▎▍▌▋▊▉'[(eighths & 7) - 1] : '');
	const percent = String(Math.floor((100 * count) / total)).padStart(3);
	const clock = `00:${String(count % 60).padStart(2, '0')}`;
	return `${name}${percent}%|${blocks.padEnd(10)}| ${count}/${total} [${clock}<${clock}, ${rest}`;
}

const logs: Readonly<Record<string, (step: number) => string>> = {
	'numbers that grow, shrink and change their sign': step =>
		`step ${String(step).padStart(6)}: loss ${(5 / (step + 1)).toFixed(4)} lr ${(1e-4 / (step + 1)).toExponential(3)} reward ${(Math.sin(step) * 10).toFixed(3)}`,
	'thousands, NaN, infinities and shortest forms': step =>
		`step ${(step * 37).toLocaleString('en')}: loss ${step % 50 === 3 ? 'nan' : step % 70 === 4 ? '-inf' : step / 16} x ${step}`,
	'more digits than a number holds': step =>
		`step ${step}: loss 0.${String(step).repeat(8)} big ${'9'.repeat(1 + (step % 25))} tiny 1e-${step % 330}`,
	'fractions and powers of any width, and steps that go on from a power': step =>
		`step ${step}: loss ${Math.fround(1 / (1 + step))} lr ${(5e-5 / (1 + step)).toExponential()} x ${(step * 7919) % 1_000_003}.${(step * 31) % 1009}${step % 9 ? '' : '0000000000000'}`,
	'time stamps over minutes, hours and summer time': step => {
		const at = new Date(Date.UTC(2024, 2, 31, 0, 0, 0) + step * 13_377).toISOString();
		return `${at.slice(0, 10)} ${at.slice(11, 19)},${at.slice(20, 23)} step ${step}: loss 0.5`;
	},
	'records among lines that say nothing and lines of trouble': step => {
		if (step % 5 === 1) return `worker ${step} took 0.${step} s`;
		if (step % 7 === 2) return `saved ${step} files`;
		if (step % 211 === 3)
			return `RuntimeError: CUDA out of memory. Tried to allocate ${step}.00 MiB`;
		return `step ${step}: loss ${(1 / (1 + step)).toFixed(3)}`;
	},
	'a plan that changes, and evaluations of at most two digits': step =>
		step % 10 === 9
			? `eval ${Math.floor(step / 10)}: acc 0.${step}`
			: `step ${step}/${1000 + Math.floor(step / 100)}: loss 0.${step}`,
	'blanks, tabs and a mark at the end': step =>
		`step ${step}:\tloss ${step}.5\tacc: ${step % 100}% ██${step}█ 时间 ${step}`,
	'a name that some lines lack': step =>
		`step ${step}: loss 0.${step}${step % 3 === 0 ? ` acc 0.${step}` : ''}`,
	'lines that say nothing amid records': step =>
		step % 4 === 2
			? `saved ${step} files`
			: step % 303 === 7
				? `saved ${step} files, RuntimeError: CUDA out of memory`
				: `step ${step}: loss ${(1 / (1 + step)).toFixed(3)}`,
	'frames of a bar that are drawn before and after they count, and again': step => {
		const drawn = Math.floor(step / 2);
		const loss = step % 7 === 3 ? 'nan' : (1 / (1 + Math.floor(step / 3))).toFixed(4);
		return `${frame(`Epoch ${Math.floor(drawn / 200)}: `, drawn % 200, 199, `9.3it/s, loss=${loss}, lr=-0.0`)}]\r`;
	},
	'frames of a bar whose values stay while it counts, goes back and counts again': step => {
		const count = (step * 3) % 100 < 50 ? step % 50 : step % 25;
		return `${frame(`Epoch ${step % 300 < 150 ? 1 : 2}: `, count, 50, `9.${step % 9}it/s, loss=0.${Math.floor(step / 5)}`)}]\r`;
	},
	'bars of two splits in turn, and what says nothing between their frames': step => {
		if (step % 11 === 4) return `saved ${step} files\r`;
		return step % 400 < 350
			? `${frame(`Epoch ${Math.floor(step / 400)}: `, step % 400, 350, `8it/s, loss=0.${step % 9}`)}]\r`
			: `${frame('valid ', step % 400, 400, `acc=0.${Math.floor(step / 6)}`)}\r`;
	},
	'redraws in one line': step =>
		step % 4 ? `step ${step}: loss 0.1\r` : `step ${step}: loss 0.1\b\b\b\b\bstep 1: loss 2`,
};

describe('the fast way tells what the expressions tell', () => {
	test.each(Object.entries(logs))('%s', (_, line) => {
		const bytes = lines(3000, line);
		for (const size of [chunk, 777]) {
			const fast = tell(bytes, true, {generic}, size);
			expect(fast).toEqual(tell(bytes, false, {generic}, size));
			expect(fast.report.format).toBe('generic');
		}
	});

	test('the clocks are put on and back amid the file', () => {
		const zone = process.env['TZ'];
		process.env['TZ'] = 'Europe/Berlin';
		const two = (value: number) => String(value).padStart(2, '0');
		const bytes = lines(900, step => {
			const day = step < 450 ? '2024-03' : '2024-10';
			const at = (step % 450) * 9;
			const time = `${two(Math.floor(at / 60) % 24)}:${two(at % 60)}:07`;
			return `${day}-${two(day === '2024-03' ? 30 + (at >= 1440 ? 1 : 0) : 26 + Math.floor(at / 1440))} ${time} step ${step}: loss 0.5`;
		});
		const hours = (day: Date, next: Date) => (next.getTime() - day.getTime()) / 3_600_000;
		const spring = hours(new Date(2024, 2, 31), new Date(2024, 3, 1));
		const [fast, slow] = [tell(bytes, true, {generic}), tell(bytes, false, {generic})];
		if (zone === undefined) delete process.env['TZ'];
		else process.env['TZ'] = zone;
		expect(spring).toBe(23);
		expect(fast).toEqual(slow);
	});

	test('the end of the line is CRLF', () => {
		const text = Array.from({length: 500}, (_, step) => `step ${step}: loss 0.5\r\n`).join('');
		const bytes = new TextEncoder().encode(text);
		const {events, report} = tell(bytes, true, {generic}, 512);
		expect({events, report}).toEqual(tell(bytes, false, {generic}, 512));
		expect(report).toMatchObject({lines: 500, understood: 500});
	});
});

test('a shape is found after it was seen often, and only with widths that were proven', () => {
	const shapes = createShapes(() => generic, {});
	const encoder = new TextEncoder();
	const find = (line: string) => {
		const bytes = encoder.encode(`${line}\n${' '.repeat(200)}`);
		return shapes.find(bytes, 0, bytes.length);
	};
	const teach = (line: string) => shapes.teach(line, understand(generic, line));
	expect(find('eval 7: acc 0.5')).toBe(-1);
	for (let round = 0; round < 20; round++) teach('eval 7: acc 0.5');
	expect(find('eval 7: acc 0.5')).toBe(15);
	expect(find('eval 3: acc 0.9')).toBe(15);
	expect(find('eval 12: acc 0.5')).toBe(-1);
	teach('eval 12: acc 0.5');
	expect(find('eval 34: acc 0.5')).toBe(16);
	expect(find('eval 123: acc 0.5')).toBe(-1);
	expect(find('eval 3: acc 0.9 ')).toBe(-1);
});

describe('shapes of the files before', () => {
	const yearless: Format = {
		...generic,
		head: /^(?<time>\d\d-\d\d \d\d:\d\d:\d\d) /,
	};
	const line = '07-01 10:00:00 step 412: loss 0.5';

	test('are known in the next file of the format, which dates them by its own year', () => {
		const text = lines(500, step => line.replace('412', String(step)));
		const read = (year: number, fast: boolean) => {
			const dates = {file: 'log', fast, modifiedAt: new Date(year, 6, 2).getTime()};
			const reading = openText({yearless}, dates);
			return [...reading.push(text, 0), ...(reading.rest?.() ?? [])];
		};
		read(2024, true);
		expect(read(2025, true)).toEqual(read(2025, false));
		const shapes = createShapes(() => yearless, {modifiedAt: new Date(2025, 6, 2).getTime()});
		const bytes = new TextEncoder().encode(`${line}\n${' '.repeat(200)}`);
		expect(shapes.find(bytes, 0, bytes.length)).toBe(-1);
		shapes.anew(true);
		expect(shapes.find(bytes, 0, bytes.length)).toBe(33);
		const {meaning, pattern} = shapes.found();
		const at = meaning.kind === 'record' ? meaning.at : undefined;
		expect(pattern.numbers[at!.slot]).toBe(new Date(2025, 6, 1, 10).getTime());
	});

	test('are forgotten when a line proves that they are none', () => {
		const other: Format = {...generic};
		const first = createShapes(() => other, {});
		const teach = (text: string) => first.teach(text, understand(other, text));
		for (let round = 0; round < 20; round++) teach('eval 7: acc 0.5');
		first.teach('eval 70: acc 0.5', understand(other, 'step 70: loss 0.5'));
		const second = createShapes(() => other, {});
		second.anew(true);
		const bytes = new TextEncoder().encode(`eval 7: acc 0.5\n${' '.repeat(200)}`);
		expect(second.find(bytes, 0, bytes.length)).toBe(-1);
	});
});

const corpus = new URL('../../../shared/corpus', import.meta.url).pathname;
const there = existsSync(corpus);
/** Bytes of a file: by then it has shown what lines it has, and the slow way takes its time. */
const most = 200_000;

describe.skipIf(!there)('over every file of the corpus (skipped where it is not there)', () => {
	const files = there
		? readdirSync(corpus, {recursive: true, encoding: 'utf8'}).filter(name =>
				statSync(join(corpus, name)).isFile(),
			)
		: [];
	test('the fast way tells the same', {timeout: 300_000}, () => {
		const different = files.filter(name => {
			const bytes = readFileSync(join(corpus, name)).subarray(0, most);
			const fast = JSON.stringify(tell(bytes, true));
			return fast !== JSON.stringify(tell(bytes, false));
		});
		expect(different).toEqual([]);
		expect(files.length).toBeGreaterThan(100);
	});
});
