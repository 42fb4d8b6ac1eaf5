import xterm from '@xterm/headless';
import {describe, expect, test} from 'vitest';
import Output from '../../ink/output.ts';
import InkOutput from '../../node_modules/ink/build/output.js';
import {compose} from '../../source/show/compose.ts';
import {painter, themeOf} from '../../source/show/theme.ts';
import {panelNames, startUi} from '../../source/show/ui.ts';
import {update} from '../../source/show/update.ts';
import {world} from '../kit/runs.ts';

type Size = {readonly width: number; readonly height: number};
type Draw = (output: Pick<InkOutput, 'write' | 'clip' | 'unclip'>) => void;

/** Every cell with all its attributes, as a terminal of that size shows a frame. */
async function cells(frame: string, {width, height}: Size): Promise<string> {
	const terminal = new xterm.Terminal({
		cols: width + 4,
		rows: height + 1,
		allowProposedApi: true,
		convertEol: true,
	});
	await new Promise<void>(done => terminal.write(frame, done));
	let text = '';
	for (let y = 0; y <= height; y++) {
		const line = terminal.buffer.active.getLine(y)!;
		for (let x = 0; x < width + 4; x++) {
			const cell = line.getCell(x)!;
			const sign = cell.getChars() || ' ';
			const look = [
				[cell.getFgColorMode(), cell.getFgColor()],
				[cell.getBgColorMode(), cell.getBgColor()],
				[cell.isBold(), cell.isDim(), cell.isItalic(), cell.isUnderline(), cell.isInverse()],
			];
			const isBlank = sign === ' ' && !cell.isInverse() && !cell.getBgColorMode();
			text += isBlank ? ' ' : `${sign}${look.flat().join()}|`;
		}

		text += '\n';
	}

	terminal.dispose();
	return text;
}

/** What both draw. */
async function both(draw: Draw, size: Size): Promise<readonly [own: string, inks: string]> {
	const own = new Output(size);
	const inks = new InkOutput(size);
	draw(own as unknown as InkOutput);
	draw(inks);
	expect(own.get().height).toBe(inks.get().height);
	return [await cells(own.get().output, size), await cells(inks.get().output, size)];
}

/** A frame as the screen makes it: empty lines that a transformer fills. */
function screen(lines: readonly string[], {width, height}: Size): Draw {
	return output => {
		output.clip({x1: 0, x2: width, y1: 0, y2: height});
		output.write(0, 0, '\n'.repeat(height), {transformers: [(_, row) => lines[row] ?? '']});
		output.unclip();
	};
}

/** Numbers that are the same in every run of the tests. */
function seeded(seed: number): (below: number) => number {
	let state = seed;
	return below => {
		state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
		return Math.floor((state / 0x80000000) * below);
	};
}

const pieces = [
	...['a', 'Z9 ', ' ', '   ', '▁█', '⣿░', '✔', '训练', 'é', '●…', '─┤', '★', '🙂', 'e\u0301'],
	...[
		'\x1b[31m',
		'\x1b[1;38;2;90;10;200m',
		'\x1b[0m',
		'\x1b[7m',
		'\x1b[27m',
		'\x1b[m',
		'\x1b[48;5;9m',
	],
	...[
		'\u200b',
		'\t',
		'\x07',
		'\x1b[2J',
		'\x1b]8;;http://x\x07',
		'\u{1f1e9}\u{1f1ea}',
		'❤\ufe0f',
		'\u0000',
	],
];

describe('the output that stands in for that of Ink', () => {
	test.each([
		[60, 15],
		[80, 24],
		[120, 40],
		[180, 50],
	])('shows every panel at %i x %i cell by cell as Ink does', async (width, height) => {
		const size = {width, height};
		for (const depth of ['none', '16', '256', 'true'] as const) {
			const theme = themeOf(depth);
			let ui = update(startUi({columns: width, rows: height}), {kind: 'look'}, world()).ui;
			for (const panel of panelNames) {
				ui = update(ui, {kind: 'panel', panel}, world()).ui;
				const lines = compose(world(), ui, theme).map(painter(theme));
				const [own, inks] = await both(screen(lines, size), size);
				expect(own).toBe(inks);
			}
		}
	});

	test('shows 400 screens of random text and codes as Ink does', async () => {
		const random = seeded(7);
		const size = {width: 40, height: 6};
		for (let round = 0; round < 400; round++) {
			const lines = Array.from({length: 1 + random(8)}, () =>
				Array.from(
					{length: random(14)},
					() => pieces[random(random(3) ? 20 : pieces.length)]!,
				).join(''),
			);
			const [own, inks] = await both(screen(lines, size), size);
			expect(own, JSON.stringify(lines)).toBe(inks);
		}
	});

	test('hands the lines of the screen on as they are', () => {
		const theme = themeOf('true');
		const ui = update(startUi({columns: 180, rows: 50}), {kind: 'look'}, world()).ui;
		const lines = compose(world(), ui, theme).map(painter(theme));
		const output = new Output({width: 180, height: 50});
		screen(lines, {width: 180, height: 50})(output as unknown as InkOutput);
		expect(output.get().output.split('\n')).toEqual(lines.map(line => line.trimEnd()));
	});

	test('leaves to Ink what is no whole screen: several texts, text of its own, other clips', async () => {
		const size = {width: 20, height: 4};
		const shout = {transformers: [(line: string) => line.toUpperCase()]};
		const draws: readonly Draw[] = [
			output => output.write(3, 1, 'one\ntwo', {transformers: []}),
			output => {
				output.write(0, 0, 'over\x1b[31mlap\x1b[39m', shout);
				output.write(2, 0, '训', {transformers: []});
			},
			output => {
				output.clip({x1: 2, x2: 6, y1: 0, y2: 2});
				output.write(0, 0, 'abcdefghij\nk\nl', shout);
				output.unclip();
			},
			() => {},
		];
		for (const draw of draws) {
			const [own, inks] = await both(draw, size);
			expect(own).toBe(inks);
		}
	});
});
