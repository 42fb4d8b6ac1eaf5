import {describe, expect, test} from 'vitest';
import type {Event} from '../../source/core/event.ts';
import type {Format} from '../../source/core/format.ts';
import {openText} from '../../source/gather/text.ts';

const steps: Format = {
	title: 'Steps',
	lines: [
		{
			kind: 'metrics',
			match: /^step (?<step>\d+)\/(?<steps>\d+):/,
			rest: 'pairs',
			prefixes: {val_: 'val'},
		},
		{kind: 'checkpoint', match: /^saved (?<path>\S+)/},
		{kind: 'trouble', what: 'error', match: /^\[ERROR\] (?<text>.+)/},
	],
	samples: [],
};
const table: Format = {
	title: 'Table',
	hallmark: /^\+-+\+$/,
	lines: [
		{kind: 'noise', match: /^\+-+\+$/},
		{kind: 'metrics', joins: true, match: /^\| (?<key>\w+) +\| (?<value>[\d.]+) +\|$/},
	],
	samples: [],
};
const bars: Format = {
	title: 'Bars',
	lines: [
		{kind: 'facts', match: /^Epoch (?<epoch>\d+)\/(?<epochs>\d+)$/},
		{
			kind: 'metrics',
			bar: 'mean',
			match: /^(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+) \[[=>.]+\] - /,
			rest: 'pairs',
			prefixes: {val_: 'val'},
		},
		{
			kind: 'metrics',
			bar: 'each',
			match: /^ *\d+%\|.*\| (?<step>\d+)\/(?<steps>\d+) \[/,
			rest: 'pairs',
			needs: ['loss'],
		},
	],
	samples: [],
};

const formats = {
	steps,
	table,
	bars,
	anything: {
		title: 'Anything',
		fallback: true,
		samples: [],
		lines: [{kind: 'metrics', match: /(?=loss)/, rest: 'pairs'}],
	} as Format,
};

/** Events as short sentences. */
function tell(events: readonly Event[]): string[] {
	return events.flatMap(event => {
		const {kind, source} = event;
		if (kind === 'rows') {
			const {rows, split} = event;
			return Array.from({length: rows.length}, (_, row) => {
				const values = rows.keys
					.map((key, index) => `${key} ${rows.values[index]?.[row]}`)
					.join(' ');
				return `${rows.line[row]} ${split} ${values}`;
			});
		}

		if (kind === 'metrics')
			return `${source?.line} ${event.split} ${Object.entries(event.values).flat().join(' ')}`;
		if (kind === 'trouble') return `${source?.line} ${event.what} ${event.text}`;
		return `${source?.line} ${kind}`;
	});
}

function read(text: string | Uint8Array, size = 1 << 20) {
	const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
	const reading = openText(formats, {file: 'log'});
	const events: Event[] = [];
	for (let at = 0; at < bytes.length; at += size)
		events.push(...reading.push(bytes.slice(at, at + size), at));
	return {told: tell(events), events, rest: tell(reading.rest?.() ?? []), report: reading.report()};
}

test('records come in rows, other events between them, in the order of the file', () => {
	const {told, events, report} = read(
		'step 1/9: loss 3\nstep 2/9: loss 2\nsaved a.pth\nstep 3/9: loss 1\nhello\n',
	);
	expect(told).toEqual(['1 train loss 3', '2 train loss 2', '3 checkpoint', '4 train loss 1']);
	expect(events[0]).toMatchObject({
		kind: 'rows',
		split: 'train',
		source: {file: 'log', line: 1, offset: 0},
		position: {steps: 9},
		rows: {
			length: 2,
			keys: ['loss'],
			step: new Float64Array([1, 2]),
			offset: new Float64Array([0, 17]),
		},
	});
	expect(report).toMatchObject({
		format: 'steps',
		lines: 5,
		understood: 4,
		notUnderstood: [{line: 5, text: 'hello'}],
	});
});

test('a line of two splits is told as two records', () => {
	expect(read('step 1/9: loss 3 val_loss 4\n').told).toEqual(['1 train loss 3', '1 val loss 4']);
});

test('another set of names, another plan begin other rows', () => {
	const {events} = read('step 1/9: loss 3\nstep 2/9: loss 2 acc 1\nstep 3/8: loss 2 acc 1\n');
	expect(events.map(event => event.kind === 'rows' && [event.rows.keys, event.position])).toEqual([
		[['loss'], {steps: 9}],
		[['loss', 'acc'], {steps: 9}],
		[['loss', 'acc'], {steps: 8}],
	]);
});

test('what the format calls an error is told with the name of its trouble', () => {
	expect(
		read('step 1/9: loss 3\n[ERROR] CUDA out of memory. Tried to allocate 2 GiB\n').told,
	).toEqual(['1 train loss 3', '2 cuda-oom [ERROR] CUDA out of memory. Tried to allocate 2 GiB']);
});

test('the last line without an end is told by rest, again and again, and counted once', () => {
	const reading = openText(formats, {file: 'log'});
	const encoder = new TextEncoder();
	const first = encoder.encode('step 1/9: loss 3\nstep 2/9: lo');
	expect(tell(reading.push(first, 0))).toEqual(['1 train loss 3']);
	const second = encoder.encode('ss 2');
	expect(tell(reading.push(second, first.length))).toEqual([]);
	expect(tell(reading.rest?.() ?? [])).toEqual(['2 train loss 2']);
	expect(tell(reading.rest?.() ?? [])).toEqual(['2 train loss 2']);
	expect(reading.report()).toMatchObject({lines: 2, understood: 2});
	expect(tell(reading.push(encoder.encode('\n'), first.length + second.length))).toEqual([
		'2 train loss 2',
	]);
	expect(reading.rest?.()).toEqual([]);
});

test('what is printed right behind a bar that ended no line is a line by itself', () => {
	const bar = ' 25%|██▌       | 1/4 [00:01<00:03,  1.00s/it]';
	const {told} = read(`step 1/9: loss 3\n${bar}${bar}step 2/9: loss 2\n${bar}saved a.pth\n`);
	expect(told).toEqual(['1 train loss 3', '2 train loss 2', '3 checkpoint']);
});

test('a bar of MMCV that ended no line as well', () => {
	const {told} = read(
		'step 1/9: loss 3\n[>>>>>>] 50/50, 20.5 task/s, elapsed: 2s, ETA:     0sstep 2/9: loss 2\n',
	);
	expect(told).toEqual(['1 train loss 3', '2 train loss 2']);
});

test('a general format takes no end for a record', () => {
	const stop = 'error: *** STEP 7.0 ON n1 CANCELLED AT 2024-01-31T04:10:12 DUE TO TIME LIMIT ***';
	const {rest} = read(`loss 3\n${stop}, loss 7\n`);
	expect(rest.concat(read(`loss 3\nloss 2\nloss 1\n${stop}, loss 7\n`).told).at(-1)).toMatch(
		/^4 time-limit /,
	);
});

describe('lines that belong together', () => {
	const rows = '+----+\n| loss | 0.5 |\n| reward | 3 |\n+----+\n';
	test('lines of a table are one record; it ends where a name comes again', () => {
		const {told, rest} = read(`${rows}${rows}`);
		expect(told).toEqual(['2 train loss 0.5 reward 3']);
		expect(rest).toEqual(['6 train loss 0.5 reward 3']);
	});

	test('a line that no shape knows ends the table', () => {
		expect(read(`${rows}done\n`).told).toEqual(['2 train loss 0.5 reward 3']);
	});
});

describe('bars', () => {
	test('a bar of running means counts once an epoch, at its end', () => {
		const {told, rest} = read(
			'Epoch 1/9\r1/3 [>..] - loss: 3\r2/3 [=>.] - loss: 2\r3/3 [===] - loss: 1\r3/3 [===] - loss: 1 - val_loss: 5\nEpoch 2/9\n1/3 [>..] - loss: 0.5\n',
		);
		expect(told).toEqual(['1 facts', '4 train loss 1', '5 val loss 5', '6 facts']);
		expect(rest).toEqual(['7 train loss 0.5']);
	});

	test('a bar that never came to its end counts where the next epoch begins', () => {
		expect(read('Epoch 1/9\n1/3 [>..] - loss: 3\n2/3 [=>.] - loss: 2\nEpoch 2/9\n').told).toEqual([
			'1 facts',
			'3 train loss 2',
			'4 facts',
		]);
	});

	test('a bar of steps counts each new count', () => {
		expect(
			read(
				'  0%|   | 1/9 [a, loss=3]\r  0%|   | 1/9 [b, loss=3]\r 20%|#  | 2/9 [c, loss=2]\r 20%|#  | 2/9 [d]\n',
			).told,
		).toEqual(['1 train loss 3', '3 train loss 2']);
	});
});

describe('choosing', () => {
	test('a foreign head of any length is read again once the format is known', () => {
		const head = Array.from({length: 300}, (_, index) => `batch_size${index}: ${index}\n`).join('');
		const {told, report} = read(`${head}step 1/9: loss 3\n`, 1000);
		expect(told).toEqual(['301 train loss 3']);
		expect(report).toMatchObject({format: 'steps', lines: 301, understood: 1});
	});

	test('trouble in a file that no format knows is told', () => {
		const {told, rest, report} = read(
			'Loading\nTraceback (most recent call last):\n  File "a.py"\nValueError: no\n',
		);
		expect([...told, ...rest]).toEqual(['4 exception ValueError: no']);
		expect(report.format).toBe('text');
	});

	test('a fallback gives way to a format that understands more than half as much', () => {
		const steps = 'step 1/9: loss 3\nstep 2/9: loss 2\n';
		expect(read(`x loss 1\n${steps}`).report.format).toBe('steps');
		expect(read(`x loss 1\nx loss 2\n${steps}`).report.format).toBe('anything');
	});

	test('a file that changes its style is read on in the other format, from its first line', () => {
		const before = Array.from({length: 40}, (_, step) => `step ${step}/99: loss 1\n`).join('');
		const after = Array.from({length: 40}, (_, step) => `| name${step} | 1 |\n`).join('');
		const {told, rest, report} = read(before + after);
		expect(told).toHaveLength(40);
		expect(rest[0]).toMatch(/^41 train name0 1 name1 1 /);
		expect(report).toMatchObject({format: 'table', understood: 80, notUnderstood: []});
	});
});

describe('damage', () => {
	test('a binary file is not read, and that is told', () => {
		const bytes = Uint8Array.from({length: 4096}, (_, index) => (index * 7) % 31);
		const {told, rest, report} = read(bytes);
		expect([...told, ...rest]).toEqual([]);
		expect(report).toMatchObject({
			format: 'binary',
			lines: 0,
			trouble: [{offset: 0, what: 'binary data, not a text'}],
		});
	});

	test('a hole of NULs at the head of a log is skipped', () => {
		const bytes = new TextEncoder().encode(`${'\0'.repeat(11_363)}step 1/9: loss 3\r\n`);
		expect(read(bytes).told).toEqual(['1 train loss 3']);
	});

	test('invalid UTF-8 harms only its own letters', () => {
		const bytes = Uint8Array.from([
			...new TextEncoder().encode('step 1/9: loss 3 x'),
			0xff,
			10,
			...new TextEncoder().encode('step 2/9: loss 2\n'),
		]);
		expect(read(bytes).told).toEqual(['1 train loss 3', '2 train loss 2']);
	});
});

describe('other encodings', () => {
	test('UTF-16 with its mark; places are those of the file', () => {
		const text = '\uFEFFstep 1/9: loss 3\r\n损失\nstep 2/9: loss 2\n';
		const bytes = new Uint8Array(
			new Uint16Array([...text].map(letter => letter.charCodeAt(0))).buffer,
		);
		const {told, events} = read(bytes, 7);
		expect(told).toEqual(['1 train loss 3', '3 train loss 2']);
		expect(events.map(({source}) => source?.offset)).toEqual([0, 44]);
	});

	test('GBK, also where its first letter comes late', () => {
		const gbk = Uint8Array.from([0xcb, 0xf0, 0xca, 0xa7, 0xcb, 0xf0, 0xca, 0xa7]);
		const ascii = new TextEncoder().encode('step 1/9: loss 3\n');
		const {report} = read(Uint8Array.from([...ascii, ...gbk, 10]), 17);
		expect(report.notUnderstood).toEqual([{line: 2, text: '损失损失'}]);
	});
});

test('a row under a heading is told once, also where other lines of its format add to records', () => {
	const rows: Format = {
		title: 'Rows',
		lines: [
			{kind: 'phase', phase: 'training', columns: true, match: /^(?<text>epoch loss)$/},
			{kind: 'metrics', columns: true, match: /^(?<c1>\d+) (?<c2>[\d.]+)$/},
			{kind: 'metrics', joins: true, match: /^lr (?<lr>[\d.]+)$/},
		],
		samples: [],
	};
	const reading = openText({rows}, {file: 'log'});
	const bytes = new TextEncoder().encode('epoch loss\n1 0.5\nlr 0.1\n2 0.25\nlr 0.1\n');
	const told = [...reading.push(bytes, 0), ...(reading.rest?.() ?? [])];
	expect(tell(told)).toEqual(['2 train loss 0.5 lr 0.1', '4 train loss 0.25 lr 0.1']);
});
