import {expect, test} from 'vitest';
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
};

for (const [columns, rows] of sizes) {
	test.each(Object.entries(views))(`${columns}x${rows} %s`, async (name, keys) => {
		await expect(screen(columns, rows, keys).text).toMatchFileSnapshot(
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

test('80x24 in ASCII', async () => {
	await expect(screen(80, 24, 'j', world(), true).painted).toMatchFileSnapshot(
		'../screens/80x24-ascii.txt',
	);
});

test('80x24 in 256 colours', async () => {
	await expect(screen(80, 24).painted).toMatchFileSnapshot('../screens/80x24-colours.txt');
});

test('while reading, and with nothing found', async () => {
	const reading = world({settled: false, read: 0.43});
	await expect(screen(80, 24, '', reading).text).toMatchFileSnapshot(
		'../screens/80x24-loading.txt',
	);
	const empty = world({runs: []});
	await expect(screen(80, 24, '', empty).text).toMatchFileSnapshot('../screens/80x24-empty.txt');
});
