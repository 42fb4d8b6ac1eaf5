import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {start} from '../../source/app/start.ts';
import {createExperiments, type Experiments, finishedText, taggedLog} from '../kit/experiments.ts';
import {createRepository, hasGit} from '../kit/git.ts';
import {createIo} from '../kit/io.ts';

let experiments: Experiments;
beforeEach(() => {
	experiments = createExperiments();
});
afterEach(() => experiments.remove());

/** What a command prints in the folder of the experiments. */
async function told(words: readonly string[], flags: Record<string, unknown> = {}) {
	const env = {HOME: experiments.folder, XDG_STATE_HOME: experiments.folder};
	const io = createIo(env, experiments.folder);
	const code = await start({input: words, flags, version: '1'}, io);
	return {code, out: io.out(), err: io.err()};
}

const short = `[TRAIN] Epoch 1/1, Iter 10/20, Loss: 0.5, LR: 1e-3
[TRAIN] Epoch 1/1, Iter 20/20, Loss: nan, LR: 1e-3
[VAL] Epoch 1 finished. F-score: 0.450
`;

/** One line of BasicSR. */
function basicsr(time: string, step: number): string {
	return `2026-01-05 ${time},123 INFO: [x..][epoch:  0, iter:   ${step}, lr:(2.000e-04,)] [eta: 0:10:00, time (data): 0.100 (0.010)] l_pix: 5.0e-02 \n`;
}

describe('export', () => {
	test('writes every series of the run that a name, its beginning, or a path means', async () => {
		experiments.write('workdirs/exp_a/log.txt', short);
		experiments.write('workdirs/other/log.txt', short);
		const table = `metric,step,epoch,time,value,file,line
train/Loss,10,1,,0.5,log.txt,1
train/Loss,20,1,,nan,log.txt,2
train/LR,10,1,,0.001,log.txt,1
train/LR,20,1,,0.001,log.txt,2
val/F-score,20,1,,0.45,log.txt,3
`;
		for (const name of ['exp_a', 'exp', 'workdirs/exp_a', experiments.path('workdirs/exp_a')]) {
			expect(await told(['export', name])).toEqual({code: 0, out: table, err: ''});
		}
	});

	test('writes JSON lines when asked', async () => {
		experiments.write('exp_a/log.txt', short);
		const {out, code} = await told(['export', 'exp_a'], {format: ['jsonl']});
		expect(code).toBe(0);
		expect(out.split('\n').slice(1, 3)).toEqual([
			'{"metric":"train/Loss","step":20,"epoch":1,"time":null,"value":null,"nonFinite":"nan","file":"log.txt","line":2}',
			'{"metric":"train/LR","step":10,"epoch":1,"time":null,"value":0.001,"file":"log.txt","line":1}',
		]);
	});

	test('a later launch in another file is told with that file', async () => {
		const folder = 'experiments/x/train_x_20260105';
		experiments.write(`${folder}_100000.log`, basicsr('10:00:10', 100) + basicsr('10:00:20', 200));
		experiments.write(
			`${folder}_110000.log`,
			`2026-01-05 11:00:00,000 INFO: Resuming training from epoch: 0, iter: 200.
${basicsr('11:00:10', 300)}`,
		);
		const {out} = await told(['export', 'x']);
		const rows = [...out.matchAll(/^train\/l_pix,(?<step>\d+),0,[^,]+,0.05,(?<place>.+)$/gm)];
		expect(rows.map(({groups}) => [groups!.step, groups!.place])).toEqual([
			['100', 'train_x_20260105_100000.log,1'],
			['200', 'train_x_20260105_100000.log,2'],
			['300', 'train_x_20260105_110000.log,2'],
		]);
	});

	test('writes every point of a long log, though memory keeps fewer', async () => {
		const count = 140_000;
		const line = (step: number) => `[TRAIN] Epoch 1/1, Iter ${step}/${count}, Loss: ${step % 7}\n`;
		const long = Array.from({length: count}, (_, index) => line(index + 1)).join('');
		experiments.write('long/log.txt', `${long}[VAL] Epoch 1 finished. F-score: 0.5\n`);
		const {out, err} = await told(['export', 'long']);
		expect(err).toBe('');
		const rows = out.trimEnd().split('\n');
		expect(rows.length).toBe(count + 2);
		expect(rows[1]).toMatch(/^val\/F-score,.*,0.5,log.txt,140001$/);
		expect(rows[2]).toMatch(/^train\/Loss,1,1,,1,log.txt,1$/);
		expect(rows.at(-1)).toMatch(/^train\/Loss,140000,1,,0,log.txt,140000$/);
	});

	test('a name that several runs bear is told with their paths', async () => {
		experiments.write('workdirs/exp_a/log.txt', short);
		experiments.write('workdirs/exp_b/log.txt', short);
		expect(await told(['export', 'exp'])).toEqual({
			code: 3,
			out: '',
			err: `watchexp: 2 runs could be meant
   where: exp
     try: write more of the name: workdirs/exp_a, workdirs/exp_b
`,
		});
	});

	test('a folder of several runs is told with their paths, made harmless', async () => {
		experiments.write('workdirs/exp_a/log.txt', short);
		experiments.write('workdirs/exp_\x1b[2J/log.txt', short);
		const {code, out, err} = await told(['export', 'workdirs']);
		expect({code, out}).toEqual({code: 3, out: ''});
		expect(err).toBe(`watchexp: 2 runs lie there, and export takes one
   where: workdirs
     try: name one of exp_\\u{1b}[2J, exp_a
`);
	});

	test.each([
		[['export'], 'export takes one run'],
		[['export', 'a', 'b'], 'export takes one run'],
		[['show'], 'show takes one run'],
		[['compare'], 'compare takes two runs or more'],
		[['export', 'nothing'], 'there is no such file, folder or run'],
	])('%j is told', async (words, what) => {
		const {code, err} = await told(words);
		expect(code).toBe(3);
		expect(err.split('\n')[0]).toBe(`watchexp: ${what}`);
	});

	test('a format that there is not is told', async () => {
		expect((await told(['export', 'a'], {format: ['xml']})).err).toBe(
			`watchexp: --format cannot be 'xml'
   where: the command line
     try: --format takes csv or jsonl
`,
		);
	});
});

describe('show', () => {
	test('prints one run as a page', async () => {
		experiments.write('workdirs/exp_a/log.txt', taggedLog(3, 3) + finishedText);
		const {code, out, err} = await told(['show', 'exp_a'], {now: ['2030-01-01T00:00:00Z']});
		expect({code, err}).toEqual({code: 0, err: ''});
		expect(out.split('\n').slice(0, 4)).toEqual([
			'exp_a',
			' path      workdirs/exp_a',
			' state     ✔ finished   its log says so (line 26)',
			' health    – alive   ✔ loss falling   ✔ validation improving   ✔ best saved   ✔ no errors',
		]);
		expect(out).toContain(' F-score  0.6750   best 0.6750 @3   3 evaluations\n');
		expect(out).toContain(' how to reproduce\n commit    unknown: ');
	});

	test('prints the object of check --json when asked', async () => {
		experiments.write('workdirs/exp_a/log.txt', taggedLog(3, 3) + finishedText);
		const moment = ['2026-01-05T10:00:00Z'];
		const shown = JSON.parse((await told(['show', 'exp_a'], {json: true, now: moment})).out);
		const {runs} = JSON.parse((await told(['check'], {json: true, now: moment})).out);
		// They were found from different folders.
		expect({...shown, path: ''}).toEqual({...runs[0], path: ''});
		expect(shown.path).toBe('workdirs/exp_a');
	});
});

describe('compare', () => {
	test('puts runs side by side in the order in which they are named', async () => {
		experiments.write('exp_a/log.txt', taggedLog(3, 5));
		experiments.write('exp_b/log.txt', taggedLog(2, 5));
		const {code, out} = await told(['compare', 'exp_b', 'exp_a', 'exp_b']);
		expect(code).toBe(0);
		expect(out).toMatch(/^ {19}━ exp_b +━ exp_a$/m);
		expect(out).toMatch(/^ best F-score +0\.6000 @2 +0\.6750 @3$/m);
		expect(out).toMatch(/^ {3}up to epoch 2 +0\.6000 ★ +0\.6000$/m);
	});

	test('takes a folder for the runs in it', async () => {
		experiments.write('workdirs/exp_a/log.txt', taggedLog(3, 5));
		experiments.write('workdirs/exp_b/log.txt', taggedLog(2, 5));
		const {out} = await told(['compare', 'workdirs'], {json: true});
		const {schema, equal, runs} = JSON.parse(out);
		expect({schema, equal}).toEqual({
			schema: 'watchexp.compare/1',
			equal: {unit: 'epoch', at: 2},
		});
		expect(runs.map(({name}: {name: string}) => name).toSorted()).toEqual(['exp_a', 'exp_b']);
	});

	test.skipIf(!hasGit)(
		'ranks branches by the results that lie on them, checked out or not',
		async () => {
			const git = createRepository(experiments.folder);
			const commit = (branch: string, score: number) => {
				experiments.write(
					`results/${branch.replace('/', '_')}.json`,
					`{\n"epoch": 50, "val": {"F-score": ${score}}, "config": {"lr": 0.1}\n}\n`,
				);
				git(1_767_600_000, 'add', '.');
				git(1_767_600_000, 'commit', '-q', '-m', branch);
			};
			commit('main', 0.8);
			git(1_767_600_000, 'checkout', '-q', '-b', 'exp/adamw');
			commit('exp/adamw', 0.84);
			git(1_767_600_000, 'checkout', '-q', 'main');
			const {code, out, err} = await told(['compare'], {branches: true, json: true});
			expect([code, err]).toEqual([0, '']);
			const {metric, branches} = JSON.parse(out);
			const ranked = (branches as readonly Record<string, unknown>[])
				.filter(({branch}) => branch !== null)
				.map(({rank, branch, bestAtEqual}) => [rank, branch, bestAtEqual]);
			expect([metric, ranked]).toEqual([
				'val/F-score',
				[
					[1, 'exp/adamw', 0.84],
					[2, 'main', 0.8],
				],
			]);
		},
	);

	test('one run is too few', async () => {
		experiments.write('exp_a/log.txt', short);
		expect(await told(['compare', 'exp_a', 'exp_a'])).toEqual({
			code: 3,
			out: '',
			err: `watchexp: compare takes two runs or more, and this is one
   where: exp_a exp_a
     try: watchexp compare exp_1 exp_2; watchexp check lists the runs
`,
		});
	});
});
