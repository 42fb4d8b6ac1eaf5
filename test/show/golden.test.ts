import {expect, test} from 'vitest';
import type {LogPage} from '../../source/core/page.ts';
import {compose} from '../../source/show/compose.ts';
import {actionOf} from '../../source/show/keys.ts';
import {lineWidth, textOf} from '../../source/show/lines.ts';
import {since} from '../../source/show/since.ts';
import {painter, themeOf} from '../../source/show/theme.ts';
import {startUi} from '../../source/show/ui.ts';
import {update} from '../../source/show/update.ts';
import type {World} from '../../source/show/world.ts';
import {lastVisit, sampleRuns, world} from '../kit/runs.ts';

/** The lines of the screen after some keys. */
function screen(columns: number, rows: number, keys = '', look: World = world(), ascii = false) {
	const theme = themeOf('256', ascii);
	let {ui} = update(startUi({columns, rows}), {kind: 'look'}, look);
	for (const key of keys.split(' ').filter(Boolean)) {
		const action = actionOf(key, ui);
		if (action) ui = update(ui, action, look).ui;
	}

	const lines = compose(look, ui, theme);
	expect(lines).toHaveLength(rows);
	for (const line of lines) expect(lineWidth(line)).toBe(columns);
	return {
		text: `${lines.map(textOf).join('\n')}\n`,
		painted: `${lines.map(painter(theme)).join('\n')}\n`,
	};
}

const sizes = [
	[60, 15],
	[80, 24],
	[120, 40],
	[200, 60],
] as const;
const views = {
	list: '',
	validation: 'enter 2',
	alerts: 'enter 3',
	checkpoints: 'enter 5',
	settings: 'enter 6',
	groups: 'b b j left',
	queue: 'Q',
	unread: '!',
	enlarged: 'enter z',
	help: '?',
	filter: '/ r u n',
	compare: 'space G space c',
	palette: ': o p e n',
	smooth: 'j j j v t',
	crosshair: 'j j j enter + + , left left',
	log: 'enter 4 k k',
	search: 'enter 4 / c u d a enter',
};

/** A log as it was read, with Chinese text, a bar and an error. */
const page: LogPage = {
	run: 'run:exp_20260105_143022',
	file: 'id:log.txt',
	path: 'log.txt',
	numbers: Array.from({length: 60}, (_, index) => index + 155),
	lines: Array.from({length: 60}, (_, index) =>
		index === 59
			? '[ERROR] RuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB (GPU 0; 23.69 GiB total)'
			: index % 9 === 8
				? '[VAL] 第 2 轮 验证完成 F-score: 0.745, 准确率 91.2%'
				: `[TRAIN] Epoch 3/5, Iter ${index}/57, Loss: ${(1.2 - index / 200).toFixed(3)}, LR: 0.007000`,
	),
	offsets: Array.from({length: 60}, (_, index) => 12_000 + index * 85),
	begin: false,
	end: true,
	size: 17_186,
};
const read = world({pages: new Map([[page.file, page]])});

for (const [columns, rows] of sizes) {
	test.each(Object.entries(views))(`${columns}x${rows} %s`, async (name, keys) => {
		await expect(screen(columns, rows, keys, read).text).toMatchFileSnapshot(
			`../screens/${columns}x${rows}-${name}.txt`,
		);
	});
}

test('since the last visit', async () => {
	const look = world({since: since(lastVisit, sampleRuns)});
	await expect(screen(80, 24, 'L', look).text).toMatchFileSnapshot('../screens/80x24-since.txt');
	expect(screen(80, 24, '', look).text).toContain(
		'Since you last looked: 1 died, 1 broke, 1 finished, 2 improved. L shows more.',
	);
	expect(screen(80, 24, 'j', look).text).toContain('j/k move');
});

/** The worlds of a bad moment, and one in which much is folded away and the machine is busy. */
const worlds: Readonly<Record<string, World>> = {
	loading: world({settled: false, read: 0.43}),
	empty: world({runs: []}),
	error: world({
		runs: [],
		trouble: [
			{path: '/data/workdirs/exp_private', what: 'permission denied'},
			{path: '/data/workdirs/数据集_v2/log.txt', what: 'it is not text in any encoding known'},
		],
	}),
	kept: kept(),
};

/** A run with a label, a hidden one, an old one, unread ones, two GPUs. */
function kept(): World {
	const remarks = {hidden: false, label: '', note: '', acknowledged: []};
	const [first, second, third, fourth, ...others] = sampleRuns;
	const gpu = {power: null, temperature: null, memoryTotal: 24 * 2 ** 30};
	return world({
		runs: [
			first!,
			{...second!, remarks: {...remarks, hidden: true}},
			{...third!, remarks: {...remarks, label: 'the good one', note: 'for the paper'}},
			fourth!,
			...others,
		],
		old: new Set([others.at(-1)!.id]),
		hidden: 4,
		gpus: [
			{index: 0, uuid: 'GPU-0', busy: 0.97, memory: 21 * 2 ** 30, ...gpu},
			{index: 1, uuid: 'GPU-1', busy: 0, memory: 0, ...gpu},
		],
		machine: {cpu: 0.34, memory: 0.46, disk: 0.93},
	});
}

for (const [columns, rows] of sizes) {
	test.each(Object.entries(worlds))(`${columns}x${rows} %s`, async (name, look) => {
		await expect(screen(columns, rows, '', look).text).toMatchFileSnapshot(
			`../screens/${columns}x${rows}-${name}.txt`,
		);
	});
}

test('what is folded away, unfolded', async () => {
	await expect(screen(80, 24, 'f G', kept()).text).toMatchFileSnapshot(
		'../screens/80x24-unfolded.txt',
	);
});

test.each([
	['list', 'j'],
	['groups', 'b b'],
	['queue', 'Q'],
	['help', '?'],
	['filter', '/ r u n'],
])('120x40 %s in ASCII', async (name, keys) => {
	const {painted} = screen(120, 40, keys, kept(), true);
	const text = painted.replaceAll(/\x1b\[[\d;]*m/g, '');
	await expect(text).toMatchFileSnapshot(`../screens/120x40-${name}-ascii.txt`);
	expect(text.replaceAll(/[\u4e00-\u9fff]/g, '')).toMatch(/^[\x20-\x7e\n]*$/);
});

test('without colours state is told by signs and words, and the cursor is inverse', async () => {
	const theme = themeOf('none');
	const ui = update(startUi({columns: 80, rows: 24}), {kind: 'look'}, world()).ui;
	const painted = `${compose(world(), ui, theme).map(painter(theme)).join('\n')}\n`;
	expect([...new Set(painted.match(/\x1b\[[\d;]*m/g))].toSorted()).toEqual([
		'\x1b[0m',
		'\x1b[1m',
		'\x1b[7m',
	]);
	await expect(painted).toMatchFileSnapshot('../screens/80x24-colourless.txt');
});

test('80x24 in ASCII', async () => {
	await expect(screen(80, 24, 'j', world(), true).painted).toMatchFileSnapshot(
		'../screens/80x24-ascii.txt',
	);
});

test.each(Object.entries(views))('80x24 %s in ASCII is ASCII', (_, keys) => {
	const names = sampleRuns.map(run => ({...run, name: run.name.replace(/[^\x20-\x7e]/g, 'x')}));
	const look = world({runs: names, pages: new Map()});
	expect(screen(80, 24, keys, look, true).painted).toMatch(/^[\x1b\n\x20-\x7e]+$/);
});

test('80x24 in 256 colours', async () => {
	await expect(screen(80, 24).painted).toMatchFileSnapshot('../screens/80x24-colours.txt');
});
