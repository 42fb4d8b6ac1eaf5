import {execFileSync} from 'node:child_process';
import {renameSync, rmSync} from 'node:fs';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {createExperiments, type Experiments, oomText} from '../kit/experiments.ts';
import {hasTmux, inTmux, type Terminal, watchIn} from '../kit/tmux.ts';

const home = 'experiments/sr_x4';
const former = 'sr_x4_archived_20260105_101500';
const first = `${home}/train_sr_x4_20260105_100000.log`;

/** A line as BasicSR writes it, now. */
function line(text: string): string {
	const now = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000);
	return `${now.toISOString().slice(0, 23).replace('T', ' ').replace('.', ',')} INFO: ${text}\n`;
}

/** Training records every hundred iterations up to and including `to`. */
function trained(from: number, to: number, loss: number): string {
	let text = '';
	for (let iter = from; iter <= to; iter += 100) {
		text += line(
			`[sr_x4..][epoch:  0, iter:${String(iter).padStart(8)}, lr:(2.000e-04,)] [eta: 0:10:00, time (data): 0.013 (0.002)] l_pix: ${loss.toExponential(4).replace('e-', 'e-0')} `,
		);
	}

	return text;
}

describe.skipIf(!hasTmux)(`the life of a run, ${inTmux}`, () => {
	let experiments: Experiments;
	let terminal: Terminal;
	beforeEach(async () => {
		experiments = createExperiments();
		experiments.write(first, line('Start training from epoch: 0, iter: 0'));
		experiments.append(first, trained(100, 400, 0.061));
		experiments.write('tb_logger/sr_x4/events.out.tfevents.1.gpu.1.0', '');
		terminal = await watchIn(experiments.folder, {columns: 140, rows: 40, args: ['--all']});
	});
	afterEach(async () => {
		await terminal.stop();
		experiments.remove();
	});

	test('is told in order, and no run is doubled, whatever becomes of its folder', async () => {
		await terminal.waitFor(/sr_x4 .*running.*0\.0610/, '1 run');

		experiments.append(first, line('Saving models and training states.'));
		experiments.write(`${home}/models/net_g_400.pth`, 'x');
		experiments.write(`${home}/training_states/400.state`, 'x');
		experiments.append(first, oomText);
		await terminal.waitFor(/sr_x4 .*crashed.*CUDA OOM/);

		const second = `${home}/train_sr_x4_20260105_101000.log`;
		experiments.write(second, line('Resuming training from epoch: 0, iter: 400.'));
		experiments.append(second, trained(500, 800, 0.052));
		await terminal.waitFor(/sr_x4 .*running.*0\.0520/, '1 run');

		for (const folder of ['experiments', 'tb_logger']) {
			renameSync(experiments.path(`${folder}/sr_x4`), experiments.path(`${folder}/${former}`));
		}

		await terminal.waitFor(/sr_x4_ar.*101500 .*0\.0520/, '1 run');

		experiments.write('tb_logger/sr_x4/events.out.tfevents.2.gpu.2.0', '');
		experiments.write(first, line('Start training from epoch: 0, iter: 0'));
		experiments.append(first, trained(100, 300, 0.063));
		await terminal.waitFor(/x4 .*running.*0\.0630/, '2 runs');

		execFileSync('tar', ['czf', `${former}.tar.gz`, former], {
			cwd: experiments.path('experiments'),
		});
		rmSync(experiments.path(`experiments/${former}`), {recursive: true});
		rmSync(experiments.path(`tb_logger/${former}`), {recursive: true});
		await terminal.press('6', 'Enter', 'z');
		await terminal.waitFor(`began where experiments/${former} was before`);
		await terminal.press('z', 'BSpace', 'G', 'Enter', 'z');
		const story = await terminal.waitFor(`packed: ${former} → ${former}.tar.gz`);
		expect(story.filter(row => row.includes('sr_x4 →'))).toEqual([
			` story     archived: sr_x4 → ${former}`,
		]);
		await terminal.press('z', 'BSpace');
		await terminal.waitFor(/x4_archiv.*101500 .*0\.0520/, '2 runs');
		expect(await terminal.wrapped()).toBe(0);
	}, 40_000);
});
