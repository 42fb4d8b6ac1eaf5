import {mkdirSync, statSync, symlinkSync} from 'node:fs';
import {afterEach, expect, test} from 'vitest';
import {holders} from '../../source/host/holders.ts';
import {describeProcess, relatives} from '../../source/host/processes.ts';
import {createExperiments} from '../kit/experiments.ts';

const experiments = createExperiments();
afterEach(() => experiments.remove());

const boot = 1_767_600_000;

test('a process is told with what it uses, whatever its name holds', () => {
	const stat = (state: string) =>
		`42 (a) S 9 (b) ${state} 7 42 1 0 -1 0 0 0 0 0 3000 1500 0 0 20 0 3 0 500 0 0`;
	experiments.write('stat', `cpu 1 2 3\nbtime ${boot}\n`);
	experiments.write('42/cmdline', 'python\0train.py\0--lr\x000.1\0');
	experiments.write('42/stat', stat('S'));
	experiments.write('42/status', 'Name:\ta) S 9 (b\nVmRSS:\t    2048 kB\n');
	experiments.write('42/task/42/stat', stat('S'));
	experiments.write('42/task/43/stat', stat('D'));
	mkdirSync(experiments.path('42'), {recursive: true});
	symlinkSync('/home/ada/exp', experiments.path('42/cwd'));
	const now = (boot + 5 + 90) * 1000;
	expect(describeProcess(42, experiments.folder, now)).toMatchObject({
		pid: 42,
		alive: true,
		command: 'python train.py --lr 0.1',
		since: (boot + 5) * 1000,
		cpu: 0.5,
		memory: 2 * 1024 * 1024,
		threads: 2,
		waiting: 1,
		folder: '/home/ada/exp',
	});
});

test('of a process that has ended only its number is told', () => {
	expect(describeProcess(43, experiments.folder)).toEqual({pid: 43, alive: true, command: ''});
});

test('this process is among those of its user, with its parent', async () => {
	const own = (await relatives()).find(({pid}) => pid === process.pid);
	expect(own?.parent).toBe(process.ppid);
});

/** A process that holds `log` open for writing, in `/proc` below the folder of this test. */
function holding(pid: number, parent: number, group: number, command: string, log?: string): void {
	experiments.write(`${pid}/cmdline`, command.replaceAll(' ', '\0'));
	experiments.write(`${pid}/stat`, `${pid} (x) S ${parent} ${group} 1 0 -1 0 0 0 0 0 0 0 0 0`);
	experiments.write(`${pid}/status`, `PPid:\t${parent}\n`);
	experiments.write(`${pid}/fdinfo/1`, 'flags:\t0100001\n');
	mkdirSync(experiments.path(`${pid}/fd`), {recursive: true});
	if (log !== undefined) symlinkSync(log, experiments.path(`${pid}/fd/1`));
}

async function writerOf(log: string): Promise<number | undefined> {
	const {dev, ino} = statSync(log);
	const id = `${dev}:${ino}`;
	return (await holders(new Set([id]), experiments.folder)).writers.get(id)?.pid;
}

test('of the processes of a job that hold its log the one that trains is told, not its starters or its loaders', async () => {
	const log = experiments.write('logs/slurm-5.out', '');
	holding(10, 1, 10, 'slurmstepd: [5.batch]', log);
	holding(11, 10, 11, '/bin/bash /spool/job5/slurm_script', log);
	expect(await writerOf(log)).toBe(11);
	holding(12, 11, 11, 'python train.py --lr 0.1', log);
	holding(13, 12, 11, 'python train.py --lr 0.1', log);
	expect(await writerOf(log)).toBe(12);
});

test('what writes through tee is told for it', async () => {
	const log = experiments.write('logs/train.log', '');
	holding(20, 1, 21, 'bash');
	holding(21, 20, 21, 'python train.py');
	holding(22, 20, 21, 'tee -a train.log', log);
	holding(23, 20, 23, 'python other.py');
	expect(await writerOf(log)).toBe(21);
	const lone = experiments.write('logs/lone.log', '');
	holding(30, 1, 30, 'tee lone.log', lone);
	expect(await writerOf(lone)).toBe(30);
});
