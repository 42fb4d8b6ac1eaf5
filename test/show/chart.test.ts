import {describe, expect, test} from 'vitest';
import {ticks} from '../../source/show/axis.ts';
import {textOf} from '../../source/show/lines.ts';
import {drawChart} from '../../source/show/panels/chart.ts';
import {sparkline} from '../../source/show/sparkline.ts';
import {themeOf} from '../../source/show/theme.ts';
import {startUi} from '../../source/show/ui.ts';
import {series} from '../kit/runs.ts';

const {glyphs} = themeOf('none');
const plain = themeOf('none', true).glyphs;
const {curves} = startUi({columns: 80, rows: 24});

/** A chart of some values as text, spaces at the end left out. */
function chart(
	values: readonly number[],
	more: Partial<typeof curves> = {},
	width = 30,
	signs = glyphs,
) {
	const curve = {series: series('train/loss', values), tone: 'curve'} as const;
	const lines = drawChart([curve], [], {...curves, ...more}, signs, width, 7);
	return lines.map(line => textOf(line).trimEnd());
}

describe('a chart', () => {
	test('stretches few points over its width', () => {
		expect(chart([4, 3, 2, 1, 0])).toEqual([
			'    4 ┤───╮',
			'    3 ┤   ╰─────╮',
			'    2 ┤         ╰────╮',
			'    1 ┤              ╰────╮',
			'    0 ┤                   ╰──',
			'      └──────────────────────',
			'  step 0         20        40',
		]);
	});

	test('marks a NaN on its axis and leaves a gap', () => {
		const lines = chart([2, 2, 2, Number.NaN, 1, 1, 1]);
		expect(lines[5]).toContain('×');
		expect(lines.join('\n')).not.toContain('NaN');
	});

	test('marks stretches and places on its axis, as far as they lie on it', () => {
		const curve = {series: series('train/loss', [4, 3, 2, 1, 0]), tone: 'curve'} as const;
		const at = (from: number, to = from) => ({
			x: () => from,
			until: () => to,
			sign: '═',
			tone: 'quiet' as const,
		});
		const axis = (...marks: ReadonlyArray<ReturnType<typeof at>>) =>
			textOf(drawChart([curve], marks, curves, glyphs, 30, 7)[5]!).trimEnd();
		expect(axis(at(10, 20))).toBe('      └─────═══════──────────');
		expect(axis(at(40))).toBe('      └─────────────────────═');
		expect(axis(at(50, 60), at(Number.NaN))).toBe('      └──────────────────────');
	});

	test('draws a constant in the middle, with its value beside it', () => {
		expect(chart([0.37, 0.37, 0.37])[2]).toBe(' 0.37 ┤──────────────────────');
	});

	test('does not let one outlier flatten the rest, and marks it', () => {
		const values = Array.from({length: 100}, (_, index) => (index === 50 ? 1e6 : 1 + index / 100));
		const lines = chart(values, {}, 120);
		expect(lines[0]).toMatch(/^ +[12]\.\d+ ┤.*▴/);
		expect(lines[4]).toMatch(/^ +1\.\d+ ┤/);
	});

	test('of infinities, of one point and of numbers near the largest does not break', () => {
		for (const values of [
			[Number.POSITIVE_INFINITY],
			[Number.NaN, Number.NaN],
			[1.7e308, -1.7e308],
			[5e-324],
		]) {
			expect(chart(values)).toHaveLength(7);
		}
	});

	test('in logarithms has equal steps for equal ratios', () => {
		const labels = chart([1000, 100, 10, 1, 0.1], {logarithmic: true}).slice(0, 5);
		expect(labels.map(line => line.slice(0, 5).trim())).toEqual(['1000', '100', '10', '1', '0.1']);
	});

	test('of dense data uses dots, in ASCII lines', () => {
		const values = Array.from({length: 400}, (_, index) => 1 / (index + 1));
		expect(chart(values).join('')).toMatch(/[\u2801-\u28ff]/);
		expect(chart(values, {}, 30, plain).join('')).toMatch(/^[\x20-\x7e]*$/);
	});

	test('shows only a part when zoomed in', () => {
		const whole = chart([4, 3, 2, 1, 0], {from: 0.5, to: 1});
		expect(whole.at(-1)).toContain('40');
		expect(whole.at(-1)).not.toMatch(/ 0 /);
	});
});

describe('an axis', () => {
	test('bears round numbers below', () => {
		expect(ticks(40, column => column * 10).map(({text}) => text)).toEqual(['0', '200']);
		expect(ticks(60, column => column / 10).map(({text}) => text)).toEqual(['0', '2', '4']);
		const few = ticks(60, column => 0.5 + column / 60, undefined, 1);
		expect(few.map(({text}) => text)).toEqual(['1']);
	});
});

describe('a sparkline', () => {
	const drawn = (values: readonly number[], width = 8) =>
		sparkline(values, width, glyphs)
			.map(({text}) => text)
			.join('');

	test('falls with the loss', () => {
		expect(drawn([8, 7, 6, 5, 4, 3, 2, 1])).toBe('█▇▆▅▄▃▂▁');
	});

	test('of a stuck loss is flat, whatever its noise', () => {
		expect(new Set(drawn([2.01, 2.012, 2.008, 2.011, 2.009]))).toEqual(new Set('▄▅'));
		expect(drawn([2, 2, 2])).toBe('▅▅▅');
	});

	test('shows a NaN, and nothing where nothing is', () => {
		expect(drawn([2, Number.NaN, 1])).toBe('█×▁');
		expect(drawn([])).toBe('');
	});
});
