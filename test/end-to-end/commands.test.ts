import {chmodSync, existsSync} from 'node:fs';
import {dirname} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {createExperiments, type Experiments, taggedLog, trainLine} from '../kit/experiments.ts';
import {hasTmux, inTmux, type Terminal, watchIn} from '../kit/tmux.ts';

/** Commands that hang, or print nothing but errors, where the program looks for them first. */
const fakes = {
	squeue: 'echo asked > "$(dirname "$0")/squeue.asked"\nexec sleep 60\n',
	sacct: 'exec sleep 60\n',
	'nvidia-smi':
		'echo asked > "$(dirname "$0")/smi.asked"\necho "NVIDIA-SMI has failed because it could not communicate with the NVIDIA driver."\nexit 9\n',
};

describe.skipIf(!hasTmux)(`commands that hang or fail, ${inTmux}`, () => {
	let experiments: Experiments;
	let terminal: Terminal;
	beforeEach(async () => {
		experiments = createExperiments();
		for (const [name, text] of Object.entries(fakes)) {
			chmodSync(experiments.write(`bin/${name}`, `#!/bin/sh\n${text}`), 0o755);
		}

		experiments.write('jobs/slurm-51.out', taggedLog(2, 10));
		experiments.write('jobs/slurm-52.out', taggedLog(1, 10));
		const path = `${experiments.path('bin')}:${dirname(process.execPath)}:/usr/bin:/bin`;
		terminal = await watchIn(experiments.path('jobs'), {env: {PATH: path}});
		await terminal.waitFor('2 runs', 'slurm-51', 'slurm-52');
	});
	afterEach(async () => {
		await terminal.stop();
		experiments.remove();
	});

	test('delay neither keys nor lines, and invent no GPUs', async () => {
		await terminal.waitUntil(
			() => ['squeue', 'smi'].every(name => existsSync(experiments.path(`bin/${name}.asked`))),
			'squeue and nvidia-smi were not asked',
		);
		await terminal.press('6');
		await terminal.waitFor('slurm-51.out', ' settings');
		experiments.append('jobs/slurm-51.out', trainLine(3, 10, 20, 0.3456));
		await terminal.waitFor(/slurm-51.*0\.3456/);
		expect((await terminal.screen()).join('\n')).not.toMatch(/GPU\d|NVIDIA/);
	});
});
