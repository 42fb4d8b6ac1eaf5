import {mkdirSync, writeFileSync} from 'node:fs';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {run} from '../../source/app/check.ts';
import {parseFlags, type RawFlags} from '../../source/app/options.ts';
import {openRemarks} from '../../source/app/remarks.ts';
import type {Remarks} from '../../source/core/remark.ts';
import type {Run} from '../../source/core/run.ts';
import {
	createExperiments,
	type Experiments,
	oomText,
	taggedLog,
	trainLine,
} from '../kit/experiments.ts';
import {createIo} from '../kit/io.ts';

let experiments: Experiments;
beforeEach(() => {
	experiments = createExperiments();
	experiments.write('runs/good/log.txt', taggedLog(2, 2));
	experiments.write('runs/bad/log.txt', taggedLog(1, 5) + oomText);
});
afterEach(() => experiments.remove());

const ioFor = () => createIo({HOME: experiments.folder}, experiments.path('runs'));

/** What `check` prints, and its exit code. */
async function check(raw: RawFlags, ...input: readonly string[]) {
	const io = ioFor();
	const code = await run(input, parseFlags(raw, io.env, Date.now()), io);
	return {code, out: io.out()};
}

async function json(raw: RawFlags = {}, ...input: readonly string[]) {
	const {out} = await check({json: true, ...raw}, ...input);
	return JSON.parse(out);
}

/** Keeps something of the run `bad`, as the screen would. */
async function keep(change: (run: Run) => Partial<Remarks>): Promise<void> {
	const report = await json({}, 'bad');
	const [bad] = report.runs;
	const desk = await openRemarks({HOME: experiments.folder}, {ack: true});
	const found = {
		id: bad.id,
		folder: experiments.path('runs/bad'),
		layout: 'folder',
		files: [],
		startedAt: null,
	} as unknown as Run;
	await desk.change(found, Date.now(), () => change({...found, alerts: bad.alerts}));
}

const acknowledged = (severity: 'warn' | 'critical') =>
	keep(({alerts}) => ({
		acknowledged: alerts
			.filter(({open, until}) => open ?? until === null)
			.map(({rule, evidence}) => ({
				rule,
				severity,
				raised: {file: 'log.txt', offset: evidence[0]!.offset},
				since: null,
				startedAt: null,
				at: Date.now(),
			})),
	}));

test('the worst run decides', async () => {
	const report = await json();
	expect(report.verdict).toBe('critical');
	expect(report.runs.map(({name}: Run) => name).toSorted()).toEqual(['bad', 'good']);
	expect(await check({oneline: true}, 'good')).toMatchObject({code: 0});
	expect(await check({oneline: true}, 'bad')).toMatchObject({code: 2});
});

test('a run may be named by the beginning of its name', async () => {
	expect((await json({}, 'goo')).runs).toMatchObject([{name: 'good', verdict: 'ok'}]);
});

describe('acknowledged alerts', () => {
	test('do not count, and are told as such', async () => {
		const before = await json({}, 'bad');
		expect(before).toMatchObject({verdict: 'critical'});
		await acknowledged('critical');
		expect(await check({oneline: true})).toMatchObject({code: 0});
		const [bad] = (await json({}, 'bad')).runs;
		expect(bad.verdict).toBe('ok');
		expect(bad.alerts).toMatchObject([{rule: 'cuda-oom', acknowledged: true}]);
		expect((await check({}, 'bad')).out).toMatch(/^✖ bad {2}cuda-oom .* \(acknowledged\)$/m);
	});

	test('count with --no-ack', async () => {
		await acknowledged('critical');
		expect(await check({ack: false, oneline: true})).toMatchObject({code: 2});
	});

	test('count when they were less grave then', async () => {
		await acknowledged('warn');
		expect(await check({oneline: true})).toMatchObject({code: 2});
	});

	test('hold for one fall: that of the next launch counts', async () => {
		await acknowledged('critical');
		experiments.append('runs/bad/log.txt', taggedLog(15, 20) + oomText);
		expect(await check({oneline: true})).toMatchObject({code: 2});
	});
});

test('a hidden run is counted, not judged; --all shows it', async () => {
	await keep(() => ({hidden: true}));
	const report = await json();
	expect(report).toMatchObject({verdict: 'ok', hidden: 1, runs: [{name: 'good'}]});
	expect((await json({all: true})).runs).toHaveLength(2);
});

test('label and note are told', async () => {
	await keep(() => ({label: 'baseline', note: 'batch too big'}));
	expect((await json({}, 'bad')).runs).toMatchObject([{label: 'baseline', note: 'batch too big'}]);
	expect((await json({}, 'good')).runs).toMatchObject([{label: null, note: null}]);
});

test('nothing is written where runs lie, and nothing at all by looking', async () => {
	await check({});
	const io = ioFor();
	expect((await openRemarks(io.env, {ack: true})).file.state()).toEqual({runs: {}, visits: {}});
});

test('only the alerts of the named rules count', async () => {
	expect(await check({only: ['nan-loss'], oneline: true})).toMatchObject({code: 0});
	expect(await check({only: ['nan-loss', 'cuda-oom'], oneline: true})).toMatchObject({code: 2});
	expect((await json({only: ['nan-loss']})).runs.flatMap(({alerts}: Run) => alerts)).toEqual([]);
});

test('a damaged state file is told, and the runs are judged', async () => {
	mkdirSync(experiments.path('.local/state/watchexp'), {recursive: true});
	writeFileSync(experiments.path('.local/state/watchexp/state.json'), '{');
	const {trouble, verdict} = await json();
	expect(verdict).toBe('critical');
	expect(trouble).toMatchObject([{what: expect.stringMatching(/was damaged: it is now/)}]);
	expect((await json()).trouble).toEqual([]);
});

test('one line says UNKNOWN where there is nothing, as plugins must', async () => {
	expect(await check({oneline: true}, 'nowhere')).toEqual({
		code: 3,
		out: 'WATCHEXP UNKNOWN - there is no such file, folder or run: nowhere\n',
	});
});

test('for Prometheus', async () => {
	const {out, code} = await check({prometheus: true});
	expect(code).toBe(2);
	expect(out).toContain('watchexp_run_state{run="bad",path="bad",state="running"} 1\n');
});

describe('--wait', () => {
	test('does not wait for runs that are over', async () => {
		expect(await check({wait: true, oneline: true}, 'good')).toMatchObject({code: 0});
		expect(await check({wait: true, oneline: true}, 'bad')).toMatchObject({code: 2});
	});

	test('stays until a run has finished', async () => {
		experiments.write('runs/late/log.txt', taggedLog(1, 2));
		const io = ioFor();
		const done = run(['late'], parseFlags({wait: true, oneline: true, poll: ['0.1']}, {}, 0), io);
		const first = await Promise.race([
			done,
			new Promise(resolve => setTimeout(resolve, 600, 'waits')),
		]);
		expect(first).toBe('waits');
		const all = taggedLog(2, 2);
		experiments.append('runs/late/log.txt', all.slice(taggedLog(1, 2).length));
		expect(await done).toBe(0);
		expect(io.out()).toMatch(/^WATCHEXP OK - 1 run, 1 finished \|/);
	});

	test('ends when one breaks, though others still run', async () => {
		experiments.write('runs/late/log.txt', taggedLog(1, 3));
		experiments.write('runs/later/log.txt', taggedLog(1, 3));
		const io = ioFor();
		const flags = parseFlags({wait: true, json: true, poll: ['0.1']}, {}, 0);
		const done = run(['late', 'later'], flags, io);
		experiments.append('runs/late/log.txt', trainLine(2, 3, 10, 0.5) + oomText);
		expect(await done).toBe(2);
		expect(JSON.parse(io.out()).runs).toHaveLength(2);
	});

	test('is 1 when a run stopped short', async () => {
		experiments.write('runs/late/log.txt', `${taggedLog(1, 3)}KeyboardInterrupt\n`);
		const old = ['late'];
		expect((await check({wait: true, oneline: true, now: ['2099-01-01']}, ...old)).code).toBe(1);
	});

	test('ends with 130 when it is interrupted', async () => {
		experiments.write('runs/late/log.txt', taggedLog(1, 3));
		const io = ioFor();
		const before = process.listenerCount('SIGINT');
		const done = run(['late'], parseFlags({wait: true, poll: ['0.1']}, {}, 0), io);
		await expect.poll(() => process.listenerCount('SIGINT')).toBe(before + 1);
		process.emit('SIGINT');
		expect(await done).toBe(130);
		expect(io.out()).toBe('');
		expect(process.listenerCount('SIGINT')).toBe(before);
	});
});
