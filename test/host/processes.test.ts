import {mkdirSync, symlinkSync} from 'node:fs';
import {afterEach, expect, test} from 'vitest';
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
