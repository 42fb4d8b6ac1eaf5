import {describe, expect, test} from 'vitest';
import {byScale, drawnMetrics} from '../../source/show/curve-set.ts';
import {rowsOf} from '../../source/show/rows.ts';
import {pressed} from '../kit/pressing.ts';
import {sampleRuns, world} from '../kit/runs.ts';

const first = sampleRuns[0]!;
const names = rowsOf.curves(first);

describe('the list of metrics', () => {
	test('m lists every metric of the run with its last value, those drawn first of all marked', () => {
		const {lines, ui} = pressed('m', world());
		expect(ui.writing).toBe('metrics');
		const rows = names.map(name => lines.find(line => line.includes(` ${name} `)));
		expect(rows.every(Boolean)).toBe(true);
		expect(rows[0]).toContain('━ train/loss');
		expect(lines.some(line => line.startsWith('── metrics  exp_20260105_143022'))).toBe(true);
		expect(lines.at(-1)).toBe(' metrics    Space draw or not  ⏎ done  Esc close');
	});

	test('what is written leaves those whose names hold it', () => {
		const {lines} = pressed('m f - s c o', world());
		expect(lines.filter(line => /^ {3}(?:train|val)\//.test(line))).toHaveLength(1);
	});

	test('space draws a metric beside the others, and lets it go', () => {
		const drawn = pressed('m down space', world());
		expect(drawnMetrics(first, drawn.ui.curves)).toEqual([names[0], names[1]]);
		expect(drawn.ui.writing).toBe('metrics');
		expect(drawnMetrics(first, pressed('m down space space', world()).ui.curves)).toEqual([
			names[0],
		]);
	});

	test('the last one that is drawn stays', () => {
		expect(drawnMetrics(first, pressed('m space', world()).ui.curves)).toEqual([names[0]]);
	});

	test('Enter draws the one under the cursor alone, unless some were turned', () => {
		expect(pressed('m down enter', world()).ui).toMatchObject({
			writing: null,
			curves: {metric: names[1], pinned: []},
		});
		expect(pressed('m down space down enter', world()).ui.curves).toMatchObject({
			metric: names[0],
			pinned: [names[1]],
		});
	});

	test('Esc leaves it', () => {
		expect(pressed('m escape', world()).ui).toMatchObject({writing: null, over: null});
	});
});

test('curves that one axis would flatten get axes of their own', () => {
	const series = (low: number, high: number) => ({
		series: {
			...first.series.get(names[0]!)!,
			min: {step: 0, epoch: null, at: null, value: low, line: 1},
			max: {step: 0, epoch: null, at: null, value: high, line: 1},
		},
	});
	const [loss, other, psnr] = [series(0.1, 2), series(0.2, 1.5), series(20, 31)];
	expect(byScale([loss, other, psnr])).toEqual([[loss, other], [psnr]]);
});
