import {chmodSync, truncateSync} from 'node:fs';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {createExperiments, type Experiments, taggedLog, threeRuns} from '../kit/experiments.ts';
import {type Outcome, runProgram} from '../kit/program.ts';
import {commandLine, hasTmux, inTmux, openTerminal, watchIn} from '../kit/tmux.ts';

/** Root may read everything: it plays nobody where that matters. */
const notRoot = process.getuid?.() === 0 ? {user: 65_534} : {};

/** Three lines: what, where, what to do. */
function expectComplaint({code, out, err}: Outcome, where: string): void {
	expect(code).toBe(3);
	expect(out).toBe('');
	expect(err).toMatch(/^watchexp: .+\n {3}where: .+\n {5}try: .+\n$/);
	expect(err).toContain(where);
}

describe('without a terminal', () => {
	let experiments: Experiments;
	beforeEach(() => {
		experiments = createExperiments();
	});
	afterEach(() => experiments.remove());

	test.each([[[]], [['check']], [['check', '--json']], [['explain']]])(
		'a path that does not exist is told in three lines (%j)',
		async words => {
			expectComplaint(await runProgram([...words, '/nowhere/at/all']), '/nowhere/at/all');
		},
	);

	test('a folder without runs is told, with what was looked for', async () => {
		const outcome = await runProgram(['check', experiments.folder]);
		expect(outcome.code).toBe(3);
		expect(outcome.out + outcome.err).toMatch(/no runs?|nothing/i);
		expect(outcome.err).not.toMatch(/\n {4}at /);
	});

	test('what Node warns its developers of is not printed', async () => {
		const warnings = `import {EventEmitter} from 'node:events';
const {write} = process.stdout;
process.stdout.write = function (...words) {
	process.emitWarning('this is old', 'DeprecationWarning');
	const emitter = new EventEmitter();
	for (let count = 0; count < 12; count++) emitter.on('much', () => {});
	process.stdout.write = write;
	return write.apply(this, words);
};`;
		const options = `--import=${experiments.write('warnings.mjs', warnings)}`;
		experiments.write('workdirs/exp_1/log.txt', taggedLog(2, 4));
		const {out, err} = await runProgram(['check', experiments.folder], {
			env: {NODE_OPTIONS: options},
		});
		expect(out).toContain('exp_1');
		expect(err).toBe('');
	});

	test('explain of a folder says what to use instead', async () => {
		expectComplaint(await runProgram(['explain', experiments.folder]), experiments.folder);
	});

	test('a binary file called .log is no run that breaks the others', async () => {
		const noise = Uint8Array.from(
			{length: 300_000},
			(_, index) => (index * 7919 + (index >> 3)) & 255,
		);
		experiments.write('workdirs/exp_1/log.txt', taggedLog(2, 4));
		experiments.write('workdirs/exp_2/noise.log', noise);
		const {code, out, err} = await runProgram(['check', '--json', experiments.folder]);
		expect(err).toBe('');
		expect([0, 1, 2]).toContain(code);
		expect(JSON.parse(out).runs.map((run: {name: string}) => run.name)).toContain('exp_1');
		const explained = await runProgram(['explain', experiments.path('workdirs/exp_2/noise.log')]);
		expect(explained.code).toBe(0);
		expect(explained.out).not.toMatch(/[\0-\x08\x0e-\x1f\x7f]/);
	});

	test('a file that may not be read is named', async () => {
		chmodSync(experiments.folder, 0o755);
		chmodSync(experiments.write('workdirs/exp_1/log.txt', taggedLog(2, 4)), 0);
		experiments.write('workdirs/exp_2/log.txt', taggedLog(2, 4));
		const {out, err} = await runProgram(['check', '--json', experiments.folder], notRoot);
		expect(err).toBe('');
		expect(JSON.stringify(JSON.parse(out).trouble)).toMatch(/exp_1.*(?:permission|EACCES)/i);
	});

	test('a file of 1 GB that is a hole but for its beginning does not hold anything up', async () => {
		experiments.write('workdirs/exp_1/log.txt', taggedLog(2, 4));
		truncateSync(experiments.path('workdirs/exp_1/log.txt'), 2 ** 30);
		experiments.write('workdirs/exp_2/log.txt', taggedLog(2, 4));
		const {code, out} = await runProgram(['check', '--json', experiments.folder], {limit: 60});
		expect([0, 1, 2]).toContain(code);
		expect(JSON.parse(out).runs).toHaveLength(2);
	}, 70_000);

	test('a name that would control the terminal is made harmless', async () => {
		experiments.write('workdirs/exp_\x1b[2J\x07evil/log.txt', taggedLog(2, 4));
		const {out, err} = await runProgram(['check', experiments.folder]);
		expect(out).toMatch(/evil/);
		expect(out + err).not.toMatch(/\x1b\[2J|\x07/);
	});

	test('plain watchexp into a pipe prints what check prints', async () => {
		experiments.write('workdirs/exp_1/log.txt', taggedLog(4, 4));
		const now = ['--now', '2026-01-05T10:00:00Z'];
		const plain = await runProgram([experiments.folder, ...now]);
		const checked = await runProgram(['check', experiments.folder, ...now]);
		expect(plain.out).toBe(checked.out);
		expect(plain.code).toBe(checked.code);
		expect(plain.out).not.toContain('\x1b[?1049h');
	});

	test('a Node that is too old is told before anything else', async () => {
		const old = `--import=data:text/javascript,${encodeURIComponent(
			"Object.defineProperty(process, 'versions', {value: {...process.versions, node: '20.11.1'}})",
		)}`;
		const outcome = await runProgram(['check', '/nowhere'], {env: {NODE_OPTIONS: old}});
		expectComplaint(outcome, process.execPath);
		expect(outcome.err).toContain('it needs Node 22.22 or newer, and this is Node 20.11.1');
	});

	test.each([
		[['--dpeth', '3'], 'there is no option --dpeth'],
		[['--depth', 'deep'], "--depth cannot be 'deep'"],
		[['check', '--now', 'soon'], "--now cannot be 'soon'"],
	])('%j is told in three lines', async (words, what) => {
		const outcome = await runProgram(words);
		expectComplaint(outcome, 'the command line');
		expect(outcome.err).toContain(what);
	});
});

describe.skipIf(!hasTmux)(inTmux, () => {
	test('TERM=dumb gets the report instead of a screen', async () => {
		const experiments = threeRuns();
		const terminal = await watchIn(experiments.folder, {env: {TERM: 'dumb'}, columns: 120});
		await terminal.waitFor('exp_20260105_143022', /^shell> ?$/m);
		expect((await terminal.mode()).alternate).toBe(false);
		await terminal.stop();
		experiments.remove();
	});

	test('a path that does not exist leaves the terminal alone', async () => {
		const terminal = await watchIn('/', {args: ['/nowhere/at/all']});
		await terminal.waitFor('where: /nowhere/at/all', /^shell> ?$/m);
		expect(await terminal.mode()).toEqual({alternate: false, cursor: true});
		await terminal.stop();
	});

	test('a folder without runs waits for the first one', async () => {
		const experiments = createExperiments();
		const terminal = await watchIn(experiments.folder);
		await terminal.waitFor(`No experiment found below ${experiments.folder}`);
		experiments.write('workdirs/exp_20260105_143022/log.txt', taggedLog(2, 4));
		await terminal.waitFor('1 run ', /exp_20.*143022/);
		await terminal.stop();
		experiments.remove();
	});

	test('a pipe that is closed early is no error', async () => {
		const experiments = threeRuns();
		const terminal = await openTerminal({cwd: experiments.folder});
		await terminal.type(`${commandLine('check', '--json')} | head -c 1; echo \${PIPESTATUS[0]}`);
		await terminal.press('Enter');
		const screen = await terminal.waitFor(/^\{\d+$/m);
		expect(screen.join('\n')).not.toMatch(/EPIPE|Error/);
		await terminal.stop();
		experiments.remove();
	});
});
