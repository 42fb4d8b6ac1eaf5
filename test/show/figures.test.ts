import {expect, test} from 'vitest';
import type {Gpu} from '../../source/core/gpu.ts';
import {textOf} from '../../source/show/lines.ts';
import {drawHeader} from '../../source/show/panels/header.ts';
import {themeOf} from '../../source/show/theme.ts';
import {sampleRuns, world} from '../kit/runs.ts';

const {glyphs} = themeOf('none');
const gpu = (index: number, busy: number | null, used: number): Gpu => ({
	index,
	uuid: `GPU-${index}`,
	busy,
	memory: used * 2 ** 30,
	memoryTotal: 24 * 2 ** 30,
	power: null,
	temperature: null,
});
const machine = {cpu: 0.333, memory: 0.46, disk: 0.934};
const runs = sampleRuns.slice(0, 4);

/** What stands to the right of the counts. */
function figures(width: number, gpus: readonly Gpu[]): string {
	const text = textOf(drawHeader(world({runs, gpus, machine}), glyphs, width));
	expect(text).toHaveLength(width);
	return text.slice(text.indexOf('running') + 7, -6).trim();
}

test.each([
	[227, 'GPU0 █  97% 21/24G  GPU1 ▁   0% 1/24G  cpu  35%  mem  45%  disk  93%'],
	[167, 'GPU0 █  97%  GPU1 ▁   0%  cpu  35%  mem  45%  disk  93%'],
	[157, 'GPU0 █  97% 21/24G  GPU1 ▁   0% 1/24G'],
	[127, '2 GPUs █▁  50%'],
	[107, ''],
])('at %i columns the header shows as much of the machine as there is room for', (width, told) => {
	expect(figures(width, [gpu(0, 0.97, 21), gpu(1, 0, 1)])).toBe(told);
});

test('many GPUs are summed up, what they do not tell is a dash', () => {
	const gpus = Array.from({length: 8}, (_, index) => gpu(index, index === 3 ? null : 0.8, 20));
	expect(figures(187, gpus)).toBe('8 GPUs ▇▇▇–▇▇▇▇  80%  cpu  35%  mem  45%  disk  93%');
});

test('figures never push out the states of runs', () => {
	const text = textOf(drawHeader(world({machine}), glyphs, 147));
	expect(text).toContain('1 finished');
	expect(text).not.toContain('cpu');
});
