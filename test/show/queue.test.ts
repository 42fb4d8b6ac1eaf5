import {describe, expect, test} from 'vitest';
import {textOf} from '../../source/show/lines.ts';
import {momentOf} from '../../source/show/moment.ts';
import {drawQueue} from '../../source/show/panels/queue.ts';
import {queueOf} from '../../source/show/queue.ts';
import {themeOf} from '../../source/show/theme.ts';
import {startUi} from '../../source/show/ui.ts';
import {now, run, world} from '../kit/runs.ts';

const {glyphs} = themeOf('none', true);
const text = (look = world()) =>
	drawQueue(look, {at: startUi({columns: 100, rows: 8}).at}, glyphs, 100, 8).map(line =>
		textOf(line).trimEnd(),
	);

test('the queue is what is not over, the next to be done first', () => {
	expect(queueOf(world()).map(({name}) => name)).toEqual([
		'swin_t_adamw',
		'crnn_ctc_中文识别_v2',
		'edsr_x4_df2k',
		'exp_20260106_091233',
		'vit_b16_finetune',
	]);
});

test('each run tells when it will be done, and a line when all will be', () => {
	const [heading, first, , third, stalled] = text();
	expect(heading).toBe(' 3 of 5 done tomorrow at 03:30, in 16h56m; 2 without an end in sight');
	expect(first).toMatch(/swin_t_adamw +#+-+ +74% +1h12m {2}done at 11:45 +epoch 9 of 12$/);
	expect(third).toMatch(/16h56m {2}done tomorrow at 03:30/);
	expect(stalled).toMatch(/stalled {2}quiet 31m/);
});

test('when all of them tell, it says so', () => {
	const runs = [
		run('a', 'running', {progress: {fraction: 0.5, etaSeconds: 600}}),
		run('b', 'finished', {}),
	];
	expect(text(world({runs}))[0]).toBe(' it is done at 10:41, in 10m');
});

test('an empty queue says so', () => {
	expect(text(world({runs: []})).join('')).toContain('No run is under way.');
});

describe('moments', () => {
	test.each([
		[0.5, 'at 11:01'],
		[14, 'tomorrow at 00:31'],
		[48, 'Wed 7 at 10:31'],
		[24 * 100, '2026-04-15'],
	])('%s hours from Monday 10:31 on', (hours, told) => {
		expect(momentOf(now + hours * 3_600_000, now, 0)).toBe(told);
	});
});
