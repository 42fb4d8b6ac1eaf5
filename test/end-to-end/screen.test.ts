import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {type Experiments, threeRuns} from '../kit/experiments.ts';
import {hasTmux, inTmux, type Terminal, watchIn} from '../kit/tmux.ts';

const crashed = 'exp_20260105_143022';
const training = 'exp_20260106_091233';
const finished = 'exp_20260107_080000';

describe.skipIf(!hasTmux)(`watchexp on three runs, ${inTmux}`, () => {
	let experiments: Experiments;
	let terminal: Terminal;
	beforeAll(async () => {
		experiments = threeRuns();
		terminal = await watchIn(experiments.folder, {columns: 120, rows: 40});
	});
	afterAll(async () => {
		await terminal.stop();
		experiments.remove();
	});

	/** The row that the list marks. */
	const rowOf = (screen: readonly string[], name: string) =>
		screen.find(line => line.includes(name)) ?? '';

	test('the first screen shows every run with its state, the worst first', async () => {
		const screen = await terminal.waitFor('1 crashed', /1 (?:running|quiet)/, '1 finished');
		expect(rowOf(screen, crashed)).toMatch(/crashed .*CUDA/);
		expect(rowOf(screen, training)).toMatch(/running|quiet/);
		expect(rowOf(screen, finished)).toMatch(/finished .*100%/);
		const rows = [crashed, training, finished].map(name =>
			screen.findIndex(line => line.includes(name)),
		);
		expect(rows[0]).toBeLessThan(Math.min(rows[1]!, rows[2]!));
	});

	test('the terminal is on its alternate screen, without a cursor', async () => {
		expect(await terminal.mode()).toEqual({alternate: true, cursor: false});
	});

	/** The line between list and panel, which names the run that the panel is about. */
	const about = (name: string) => new RegExp(`^── ${name} ── `, 'm');

	test('j and k move from run to run, and the panel follows', async () => {
		await terminal.waitFor(about(crashed));
		await terminal.press('j');
		await terminal.waitFor(about('exp_2026010[67]_\\d+'));
		await terminal.press('k');
		await terminal.waitFor(about(crashed));
	});

	test('G goes to the last run, g to the first', async () => {
		await terminal.press('G');
		await terminal.waitFor(about('exp_2026010[67]_\\d+'));
		await terminal.press('g');
		await terminal.waitFor(about(crashed));
	});

	test('3 shows the alerts of the run: what, and what to do about it', async () => {
		await terminal.press('3');
		await terminal.waitFor('CUDA out of memory', /batch.size/i);
	});

	test('4 shows its log, to the last line', async () => {
		await terminal.press('4');
		await terminal.waitFor('torch.OutOfMemoryError: CUDA out of memory');
	});

	test('2 shows its evaluations with the best of them', async () => {
		await terminal.press('2');
		await terminal.waitFor('F-score', '0.7200');
	});

	test('5 and 6 show checkpoints and settings', async () => {
		await terminal.press('5');
		await terminal.waitFor('checkpoints');
		await terminal.press('6');
		await terminal.waitFor('settings');
	});

	test('1 shows the curve of the loss', async () => {
		await terminal.press('1');
		await terminal.waitFor(/loss/i, /[┤╰╮─]/);
	});

	test('enter opens the run, escape leads back to the list', async () => {
		await terminal.press('Enter');
		await terminal.waitUntil(
			screen => screen.some(line => line.includes(crashed)),
			'the opened run does not show',
		);
		await terminal.press('Escape');
		await terminal.waitFor(crashed, training, finished);
	});

	test('/ keeps only the runs that hold a text, escape brings the others back', async () => {
		await terminal.press('/');
		await terminal.type('091233');
		await terminal.press('Enter');
		await terminal.waitUntil(
			screen =>
				screen.some(line => line.includes(training)) &&
				!screen.some(line => line.includes(finished)),
			'the filter does not hold',
		);
		await terminal.press('Escape');
		await terminal.waitFor(crashed, training, finished);
	});

	test('the header says at once that one run is critical', async () => {
		const [header] = await terminal.screen();
		expect(header).toMatch(/^ watchexp {2}✖ 1 critical {2}/);
	});

	test('m lists the metrics, what is written leaves some, Enter draws one in place of the loss', async () => {
		await terminal.press('1', 'm');
		await terminal.waitFor(
			/^── metrics {2}exp_/m,
			'train/Loss',
			'val/F-score',
			'Space draw or not',
		);
		await terminal.type('f-sc');
		await terminal.waitUntil(
			screen => !screen.some(line => /^ (?: |━) train\/Loss/.test(line)),
			'the list holds what was not asked for',
		);
		await terminal.press('Enter');
		await terminal.waitFor(/^ val\/F-score {2}0\.\d+ {3}highest/m, 'for every run that tells');
	});

	test('m and Space draw the loss beside it, with a legend or a chart of its own', async () => {
		await terminal.press('m');
		await terminal.type('train/Loss');
		await terminal.waitFor(/metrics train\/Loss/);
		await terminal.press('Space', 'Enter');
		await terminal.waitFor(/val\/F-score .*\d/, /train\/Loss .*\d/);
	});

	test('Enter on the alerts and z show them whole; Space marks a run, and the mark stays in sight', async () => {
		await terminal.press('g', 'Space');
		await terminal.waitFor(new RegExp(`^◆✖ ${crashed}`, 'm'));
		await terminal.press('3', 'Enter', 'z');
		await terminal.waitUntil(
			screen => !screen.some(line => line.startsWith('   run')) && /critical/.test(screen[2] ?? ''),
			'the alerts are not enlarged',
		);
		expect((await terminal.screen()).slice(2, -1).join('\n')).not.toContain('…');
		await terminal.press('q');
		await terminal.waitFor(new RegExp(`^◆✖▸${crashed}`, 'm'));
		await terminal.press('q', 'U', '1');
		await terminal.waitFor(new RegExp(`^ ✖ ${crashed}`, 'm'));
	});

	test('s sorts by something else, and says by what', async () => {
		const before = await terminal.screen();
		await terminal.press('s');
		await terminal.waitUntil(
			screen => screen.join('\n') !== before.join('\n'),
			's changes nothing on the screen',
		);
	});

	test('? lists the keys, and q closes the list', async () => {
		await terminal.press('?');
		await terminal.waitFor(/help|keys/i, 'sort', 'filter', 'quit');
		await terminal.press('q');
		await terminal.waitFor(crashed, training, finished);
	});

	test('q on the list ends the program', async () => {
		await terminal.press('q');
		await terminal.waitFor('shell>');
		expect(await terminal.mode()).toEqual({alternate: false, cursor: true});
	});
});
