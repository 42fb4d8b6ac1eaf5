import {existsSync, readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {describe, expect, test} from 'vitest';
import type {Host} from '../../source/core/host.ts';
import {probes} from '../../source/probes/index.ts';
import {accountsIn, queueIn, secondsIn} from '../../source/probes/slurm/answers.ts';
import {memoryHost} from '../kit/host.ts';

const ten = new Date(2026, 0, 5, 10).getTime();
const minute = 60_000;

type Told = {readonly status?: number; readonly out?: string; readonly err?: string};

/** A machine on which squeue and sacct answer this; `asked` collects what was run. */
function cluster(queue: Told, accounts: Told = {}, asked: string[] = []): Host {
	return {
		...memoryHost({
			'/proc/42/environ':
				'HOME=/h\0SLURM_JOB_ID=21\0SLURM_ARRAY_JOB_ID=13\0SLURM_ARRAY_TASK_ID=0\0',
		}),
		async run(command, args, {seconds}) {
			asked.push(`${command} ${args.join(' ')} within ${seconds} s`);
			return {status: 0, out: '', err: '', ...(command === 'squeue' ? queue : accounts)};
		},
	};
}

function runOf(id: string, names: readonly string[], more = {}) {
	return {
		id,
		names,
		facts: {},
		head: '',
		own: null,
		startedAt: ten,
		updatedAt: ten + 10 * minute,
		...more,
	};
}

const running = '5|5|RUNNING|None|1-00:09:57|2026-01-05T10:00:00|name with | pipe\n';

test('a running job is known by the name of its log, with the time that is left', async () => {
	const asked: string[] = [];
	const answer = await probes.slurm.ask(cluster({out: running}, {}, asked), [
		runOf('a', ['slurm-5.out']),
	]);
	expect(answer.failed).toBeNull();
	expect(answer.jobs.get('a')).toEqual({
		job: '5',
		state: 'RUNNING',
		reason: null,
		name: 'name with | pipe',
		leftSeconds: 86_997,
	});
	expect(asked).toEqual(['squeue --me -h -r -o %i|%A|%T|%r|%L|%S|%j within 3 s']);
});

test('of jobs that left the queue sacct tells the end, all in one call', async () => {
	const asked: string[] = [];
	const out =
		'3|3|FAILED|3:0|None|2026-01-05T09:59:00|2026-01-05T10:11:00|fails\n' +
		'13_0|21|CANCELLED by 0|0:0|None|2026-01-05T09:59:00|2026-01-05T10:11:00|sweep\n';
	const answer = await probes.slurm.ask(cluster({}, {out}, asked), [
		runOf('a', ['slurm-3.out']),
		runOf('b', ['log.txt'], {own: await probes.slurm.jobOf(cluster({}), 42)}),
	]);
	expect(answer.jobs.get('a')).toEqual({
		job: '3',
		state: 'FAILED',
		reason: null,
		name: 'fails',
		exit: '3:0',
	});
	expect(answer.jobs.get('b')).toMatchObject({job: '13_0', state: 'CANCELLED', reason: 'by 0'});
	expect(asked[1]).toBe(
		'sacct -X -n -P -j 3,13_0 -o JobID,JobIDRaw,State,ExitCode,Reason,Start,End,JobName within 3 s',
	);
});

test('a process in no job, and one that is gone, name none', async () => {
	const host = memoryHost({'/proc/7/environ': 'HOME=/h\0XSLURM_JOB_ID=21\0'});
	expect(await probes.slurm.jobOf(host, 7)).toBeNull();
	expect(await probes.slurm.jobOf(host, 8)).toBeNull();
});

test('a number in a name is no job that ran at another time', async () => {
	const out = '50|50|COMPLETED|0:0|None|2025-12-01T10:00:00|2025-12-01T11:00:00|old\n';
	const answer = await probes.slurm.ask(cluster({}, {out}), [runOf('a', ['resnet-50.log'])]);
	expect(answer.jobs.size).toBe(0);
});

test('a task of an array is known by the number of its job, too', async () => {
	const out = '13_0|21|RUNNING|None|1:00|2026-01-05T10:00:00|sweep\n';
	const answer = await probes.slurm.ask(cluster({out}), [
		runOf('a', ['log.txt'], {facts: {SLURM_JOB_ID: 21}}),
	]);
	expect(answer.jobs.get('a')?.job).toBe('13_0');
});

test('nothing is run when no run hints at a job', async () => {
	const asked: string[] = [];
	await probes.slurm.ask(cluster({}, {}, asked), [runOf('a', ['log.txt', 'train_2.log'])]);
	expect(asked).toEqual([]);
});

test.each<[string, Told, Told, string | null]>([
	['no Slurm', {status: 127}, {}, 'squeue is not there'],
	[
		'a squeue that hangs',
		{status: 124, err: 'took longer than 3 s'},
		{},
		'squeue: took longer than 3 s',
	],
	[
		'a controller that is down',
		{
			status: 1,
			err: 'slurm_load_jobs error: Unable to contact slurm controller (connect failure)\n',
		},
		{},
		'squeue: slurm_load_jobs error: Unable to contact slurm controller (connect failure)',
	],
	['no accounts', {}, {status: 1, err: 'Slurm accounting storage is disabled\n'}, null],
	['garbage', {out: '\u001b[31m%%%\n|||||\n\0'}, {out: '3|FAI'}, null],
])('%s is no answer, and no end of a job', async (_what, queue, accounts, failed) => {
	const answer = await probes.slurm.ask(cluster(queue, accounts), [runOf('a', ['slurm-3.out'])]);
	expect(answer).toMatchObject({jobs: new Map(), failed});
});

test('the programs of Slurm on a machine without a cluster are no Slurm', async () => {
	const err =
		'squeue: error: fetch_config: DNS SRV lookup failed\nsqueue: fatal: Could not establish a configuration source\n';
	const answer = await probes.slurm.ask(cluster({status: 1, err}), [runOf('a', ['slurm-3.out'])]);
	expect(answer.absent).toBe(true);
});

test('when the controller is down the accounts still answer', async () => {
	const out = '3|3|TIMEOUT|0:0|None|2026-01-05T09:59:00|2026-01-05T10:11:00|long\n';
	const answer = await probes.slurm.ask(cluster({status: 1}, {out}), [runOf('a', ['slurm-3.out'])]);
	expect(answer.jobs.get('a')?.state).toBe('TIMEOUT');
	expect(answer.failed).toBe('squeue: ended with 1');
});

test.each<[string, string]>([
	['INFO SLURM_JOB_ID=77 node03\n', '77'],
	['Slurm job id: 77_3\n', '77_3'],
	[
		'slurmstepd-vm: error: *** JOB 77 ON vm CANCELLED AT 2026-01-05T10:58:59 DUE TO TIME LIMIT ***\n',
		'77',
	],
])('the log tells its job: %s', async (head, job) => {
	const out = `${job}|9|RUNNING|None|1:00|2025-12-01T10:00:00|x\n`;
	const answer = await probes.slurm.ask(cluster({out}), [runOf('a', ['log.txt'], {head})]);
	expect(answer.jobs.get('a')?.job).toBe(job);
});

test('times left are read as Slurm writes them', () => {
	expect(['0:33', '1:00:00', '1-00:00:00', 'UNLIMITED', 'NOT_SET'].map(secondsIn)).toEqual([
		33,
		3600,
		86_400,
		null,
		undefined,
	]);
});

const corpus = resolve(import.meta.dirname, '../../../shared/corpus/slurm-commands');

describe.skipIf(!existsSync(corpus))(
	'recorded answers of a real Slurm (skipped where absent)',
	() => {
		/** The output below a command. */
		const block = (file: string, command: string) =>
			readFileSync(`${corpus}/${file}`, 'utf8').split(`$ ${command}\n`)[1]!.split('\n# exit')[0]!;

		test('every line of squeue is a job', () => {
			const text = block('squeue.txt', "squeue --me -h -o '%i|%T|%r|%M|%L|%j|%Z|%o'").replaceAll(
				/^([^|]+)\|([^|]+)\|([^|]+)\|[^|]+\|([^|]+)\|(.*)\|[^|]+\|[^|]+$/gm,
				'$1|9|$2|$3|$4|N/A|$5',
			);
			const jobs = queueIn(text);
			expect([...jobs.keys()].sort()).toEqual(['1', '10', '11', '12', '5', '6', '7', '8', '9']);
			expect(jobs.get('5')?.scheduler).toMatchObject({
				name: 'name with spaces|pipe',
				leftSeconds: 597,
			});
			expect(jobs.get('6')?.scheduler).toEqual({
				job: '6',
				state: 'PENDING',
				reason: 'Resources',
				name: 'wide',
			});
		});

		test('every end that sacct tells is understood', () => {
			const text = block(
				'sacct.txt',
				'sacct -X -n -P -o JobID,JobIDRaw,JobName,State,ExitCode,DerivedExitCode,Elapsed,Timelimit,Submit,Start,End,WorkDir,NodeList,AllocTRES,MaxRSS,ReqMem,Reason',
			).replaceAll(
				/^([^|]+)\|([^|]+)\|(.+)\|([A-Z_]+[^|]*)\|(\d+:\d+)\|\d+:\d+\|[^|]*\|[^|]*\|[^|]*\|([^|]*)\|([^|]*)\|.*\|([^|]*)$/gm,
				'$1|$2|$4|$5|$8|$6|$7|$3',
			);
			const jobs = accountsIn(text);
			expect(new Set(jobs.values()).size).toBe(text.trim().split('\n').length);
			expect(jobs.get('1')?.scheduler.state).toBe('TIMEOUT');
			expect(jobs.get('18')?.scheduler).toMatchObject({state: 'FAILED', exit: '0:9'});
			expect(jobs.get('5')?.scheduler).toMatchObject({
				reason: 'by 0',
				name: 'name with spaces|pipe',
			});
		});
	},
);
