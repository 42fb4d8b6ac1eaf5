import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {
	createExperiments,
	type Experiments,
	finishedText,
	oomText,
	taggedLog,
	trainLine,
} from '../kit/experiments.ts';
import {program, runProgram} from '../kit/program.ts';

let experiments: Experiments;
beforeAll(() => {
	experiments = createExperiments();
	experiments.write('workdirs/exp_a/log.txt', taggedLog(3, 3) + finishedText);
	experiments.write('workdirs/exp_b/log.txt', taggedLog(2, 3) + oomText);
	const lines = Array.from({length: 60_000}, (_, index) =>
		trainLine(1, 1, index, 1 + 1 / (index + 1)),
	);
	experiments.write('long/c/log.txt', lines.join(''));
});
afterAll(() => experiments.remove());

/** Runs the program in the folder of the experiments. */
function told(...words: readonly string[]) {
	return runProgram(words, {cwd: experiments.folder, env: {HOME: experiments.folder}});
}

describe('in a pipe', () => {
	test('export gives a table that a notebook can read', async () => {
		const {code, out, err} = await told('export', 'exp_a');
		expect({code, err}).toEqual({code: 0, err: ''});
		const [head, ...rows] = out.trimEnd().split('\n');
		expect(head).toBe('metric,step,epoch,time,value,file,line');
		expect(rows[0]).toBe('train/Loss,10,1,,1.8,log.txt,2');
		expect(rows.filter(row => row.startsWith('train/Loss,'))).toHaveLength(18);
		expect(rows.filter(row => row.startsWith('val/F-score,'))).toEqual([
			'val/F-score,60,1,,0.45,log.txt,8',
			'val/F-score,120,2,,0.6,log.txt,16',
			'val/F-score,180,3,,0.675,log.txt,24',
		]);
	});

	test('export gives JSON lines when asked', async () => {
		const {out} = await told('export', 'exp_a', '--format', 'jsonl');
		const points = out
			.trimEnd()
			.split('\n')
			.map(line => JSON.parse(line));
		expect(points[0]).toEqual({
			metric: 'train/Loss',
			step: 10,
			epoch: 1,
			time: null,
			value: 1.8,
			file: 'log.txt',
			line: 2,
		});
	});

	test('a long export comes whole through a slow reader', async () => {
		const child = spawn(process.execPath, [program, 'export', experiments.path('long/c')], {
			stdio: ['ignore', 'pipe', 'inherit'],
			env: {...process.env, HOME: experiments.folder},
		});
		let lines = 0;
		for await (const chunk of child.stdout.setEncoding('utf8')) {
			lines += (chunk as string).split('\n').length - 1;
			await new Promise(resolve => setImmediate(resolve));
		}

		expect(lines).toBe(1 + 2 * 60_000);
	});

	test('a reader that leaves early is no error', async () => {
		const child = spawn(process.execPath, [program, 'export', experiments.path('long/c')], {
			stdio: ['ignore', 'pipe', 'pipe'],
			env: {...process.env, HOME: experiments.folder},
		});
		let err = '';
		child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
			err += chunk;
		});
		await once(child.stdout, 'data');
		child.stdout.destroy();
		const [code] = await once(child, 'close');
		expect({code, err}).toEqual({code: 0, err: ''});
	});

	test('show gives a page without control codes, with the proof of what went wrong', async () => {
		const {code, out, err} = await told('show', 'exp_b', '--now', '2030-01-01T00:00:00Z');
		expect({code, err}).toEqual({code: 0, err: ''});
		expect(out.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
		expect(out).toMatch(/^exp_b\n path {6}workdirs\/exp_b\n state {5}✖ crashed /);
		expect(out).toMatch(/✖ critical {2}cuda-oom {2}CUDA ran out of memory/);
		expect(out).toMatch(/^ {5}log\.txt:\d+ {2}.*CUDA out of memory/m);
		expect(out).toContain(' how to reproduce\n');
		for (const line of out.split('\n')) {
			if (!line.startsWith('     ')) expect(line.length).toBeLessThanOrEqual(100);
		}
	});

	test('show --ascii gives nothing beyond ASCII', async () => {
		expect((await told('show', 'exp_a', '--ascii')).out).toMatch(/^[\x20-\x7e\n]+$/);
	});

	test('show and compare bear colours when they are asked for', async () => {
		for (const words of [
			['show', 'exp_a'],
			['compare', 'exp_a', 'exp_b'],
		]) {
			expect((await told(...words, '--color')).out).toContain('\x1b[');
		}
	});

	test('show --json gives the object of check', async () => {
		const shown = JSON.parse((await told('show', 'exp_a', '--json')).out);
		expect(shown).toMatchObject({name: 'exp_a', loss: 'train/Loss', formats: ['tagged']});
	});

	test('compare gives a table, and an object for programs', async () => {
		const {code, out} = await told('compare', 'exp_a', 'exp_b');
		expect(code).toBe(0);
		expect(out.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
		expect(out).toMatch(/^ {3}up to epoch 2 +0\.6000 ★ +0\.6000$/m);
		const object = JSON.parse((await told('compare', 'exp_a', 'exp_b', '--json')).out);
		expect(object).toMatchObject({
			schema: 'watchexp.compare/1',
			metric: 'val/F-score',
			equal: {unit: 'epoch', at: 2},
		});
	});

	test.each([
		[['show', 'exp'], '2 runs could be meant', 'exp'],
		[['export', 'nothing'], 'there is no such file, folder or run', 'nothing'],
		[['show'], 'show takes one run', 'the command line'],
		[['compare', 'exp_a'], 'compare takes two runs or more, and this is one', 'exp_a'],
		[['export', 'exp_a', '--format', 'xml'], "--format cannot be 'xml'", 'the command line'],
	])('%j is told in three lines', async (words, what, where) => {
		const {code, out, err} = await told(...words);
		expect({code, out}).toEqual({code: 3, out: ''});
		expect(err.split('\n').slice(0, 2)).toEqual([`watchexp: ${what}`, `   where: ${where}`]);
	});

	test("a wrong expression in the user's formats is told with its line and a caret", async () => {
		const config = experiments.write(
			'config.yaml',
			"formats:\n  mine:\n    lines:\n      - kind: metrics\n        match: '^loss (?<loss>[0-9.+'\n",
		);
		const {code, err} = await told('check', '--config', config);
		expect(code).toBe(3);
		expect(
			err,
		).toBe(`watchexp: the setting formats.mine.lines.1.match is no valid expression: unterminated character class
   where: ${config}:5
          ^loss (?<loss>[0-9.+
                        ^
     try: allowed here: a regular expression of JavaScript
`);
	});
});
