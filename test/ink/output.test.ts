import {describe, expect, test} from 'vitest';
import Output from '../../ink/output.ts';
import InkOutput from '../../node_modules/ink/build/output.js';
import {panelNames} from '../../source/show/action.ts';
import {compose} from '../../source/show/compose.ts';
import {painter, themeOf} from '../../source/show/theme.ts';
import {startUi} from '../../source/show/ui.ts';
import {update} from '../../source/show/update.ts';
import {cells, pieces, type Size, seeded} from '../kit/cells.ts';
import {world} from '../kit/runs.ts';

type Draw = (output: Pick<InkOutput, 'write' | 'clip' | 'unclip'>) => void;

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
