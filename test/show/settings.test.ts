import {expect, test} from 'vitest';
import {drawSettings} from '../../source/show/panels/settings.ts';
import {themeOf} from '../../source/show/theme.ts';
import {startUi} from '../../source/show/ui.ts';
import {emptyWorld} from '../../source/show/world.ts';
import {now, run} from '../kit/runs.ts';

test('the panel of settings points out what must be wrong, and tells branch, job, process, GPUs and story', () => {
	const shown = {
		...run('a', 'running', {settings: {file: 'c.yaml', values: {batch_size: 0, lr: 0.1}}}),
		aliases: ['w/v1', 'w/v2', 'w/v3', 'w/v4'],
		git: {branch: 'exp/a', commit: 'c0ffee1', dirty: null, inferred: true},
		scheduler: {job: '13_0', state: 'RUNNING', reason: null, leftSeconds: 7200},
		environment: {torch: '2.1.2', device: '2 x NVIDIA A100'},
		progress: {...run('a', 'running').progress, etaSeconds: 9000},
		process: {
			pid: 42,
			alive: true,
			command: 'python train.py',
			user: 'ada',
			since: now - 7_200_000,
			cpu: 1.5,
			memory: 3 * 2 ** 30,
			threads: 12,
			waiting: 2,
		},
		gpus: [
			{
				index: 1,
				memory: 20 * 2 ** 30,
				idle: false,
				busy: 0.97,
				memoryTotal: 24 * 2 ** 30,
				power: 310.5,
				temperature: 66,
			},
		],
		happened: [{at: 0, what: 'renamed', text: 'renamed: b → a'}] as const,
	};
	const view = {
		world: {...emptyWorld, runs: [shown], now},
		ui: startUi({columns: 100, rows: 20}),
		run: shown,
		glyphs: themeOf('none', false).glyphs,
	};
	const text = drawSettings(view, 100, 20)
		.map(line =>
			line
				.map(part => part.text)
				.join('')
				.trimEnd(),
		)
		.join('\n');
	expect(text).toMatch(/batch_size +0 +nothing can be trained with none/);
	expect(text).toMatch(/alias +w\/v1, w\/v2, w\/v3 and 1 more\n/);
	expect(text).toMatch(/branch +exp\/a c0ffee1, by the reflog/);
	expect(text).toMatch(/job +13_0 RUNNING, 2h00m left, and the run needs 2h30m$/m);
	expect(text).toMatch(/process +42 python train\.py\n/);
	expect(text).toContain('of ada, began 2h ago, 1.5 cores, 3.0G, 12 threads, 2 waiting for a disk');
	expect(text).toMatch(/GPU1 +97% busy, 20\.0G of 24\.0G held by this run, 311 W, 66 °C/);
	expect(text).toMatch(/runs on +torch 2\.1\.2, 2 x NVIDIA A100/);
	expect(text).toMatch(/story +renamed: b → a/);
});

test('what looks wrong stands first where not all settings are on the screen', () => {
	const values = Object.fromEntries(
		Array.from({length: 40}, (_, index) => [`key_${index}`, index]),
	);
	const shown = run('a', 'running', {
		settings: {file: 'c.yaml', values: {...values, batch_size: 0}},
	});
	const view = {
		world: {...emptyWorld, runs: [shown], now},
		ui: startUi({columns: 60, rows: 16}),
		run: shown,
		glyphs: themeOf('none', false).glyphs,
	};
	const lines = drawSettings(view, 60, 12).map(line => line.map(({text}) => text).join(''));
	expect(lines[0]).toMatch(/^ settings {3}1 looks wrong {3}c\.yaml, 41 values/);
	expect(lines[1]).toMatch(/^ batch_size {2}0 {3}nothing can be trained with none/);
	expect(lines[2]).toMatch(/^ key_0 /);
});
