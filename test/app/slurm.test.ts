import {execFileSync, spawnSync} from 'node:child_process';
import {afterEach, expect, test} from 'vitest';
import {meansOf} from '../../source/app/means.ts';
import {probes} from '../../source/probes/index.ts';
import {createExperiments} from '../kit/experiments.ts';

/** Whether a Slurm answers here that takes jobs. */
const hasSlurm = spawnSync('sinfo', ['-h'], {timeout: 3000}).status === 0;
const withSlurm = hasSlurm ? 'with Slurm' : 'with Slurm (skipped: no Slurm answers here)';
const experiments = createExperiments();
const started: string[] = [];
afterEach(() => {
	for (const job of started.splice(0)) execFileSync('scancel', [job]);
	experiments.remove();
});

function submit(script: string, ...options: readonly string[]): string {
	const args = ['--parsable', '-t', '5', '-D', experiments.folder, ...options, '--wrap', script];
	const job = execFileSync('sbatch', args, {encoding: 'utf8'}).trim();
	started.push(job);
	return job;
}

async function jobOf(job: string): Promise<string> {
	const run = {
		id: 'a',
		facts: {},
		head: '',
		names: [],
		own: job,
		startedAt: null,
		updatedAt: null,
	};
	const {jobs, failed} = await probes.slurm.ask(meansOf().host, [run]);
	const {state, reason, leftSeconds = null, exit} = jobs.get('a') ?? {state: failed};
	const left =
		leftSeconds === null ? '' : leftSeconds > 0 && leftSeconds <= 300 ? ' in time' : ' ?';
	return `${state}${left} ${reason ?? ''} ${exit ?? ''}`.trim();
}

test.skipIf(!hasSlurm)(
	`jobs wait, run, fail and are cancelled, ${withSlurm}`,
	{timeout: 30_000},
	async () => {
		const patience = {timeout: 10_000, interval: 200};
		const held = submit('sleep 60', '--hold');
		expect(await jobOf(held)).toBe('PENDING JobHeldUser');
		const running = submit('sleep 60');
		await expect.poll(() => jobOf(running), patience).toBe('RUNNING in time');
		execFileSync('scancel', [running]);
		await expect.poll(() => jobOf(running), patience).toMatch(/^CANCELLED/);
		const failing = submit('exit 3');
		await expect.poll(() => jobOf(failing), patience).toMatch(/^FAILED/);
	},
);
