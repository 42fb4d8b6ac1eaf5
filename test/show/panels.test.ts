import {describe, expect, test} from 'vitest';
import type {Run} from '../../source/core/run.ts';
import {compose} from '../../source/show/compose.ts';
import type {Effect} from '../../source/show/effect.ts';
import {actionOf} from '../../source/show/keys.ts';
import {textOf} from '../../source/show/lines.ts';
import {themeOf} from '../../source/show/theme.ts';
import {startUi} from '../../source/show/ui.ts';
import {update} from '../../source/show/update.ts';
import {alert, file, run, series, world} from '../kit/runs.ts';

/** The screen over one run after some keys, and what the last key asked of the outside. */
function press(shown: Run, keys: string, columns = 100, rows = 30, ascii = false) {
	const look = world({runs: [shown]});
	let {ui, effects} = update(startUi({columns, rows}), {kind: 'look'}, look);
	for (const key of keys.split(' ').filter(Boolean)) {
		const action = actionOf(key, ui);
		effects = [];
		if (action) ({ui, effects} = update(ui, action, look));
	}

	const lines = compose(look, ui, themeOf('none', ascii)).map(line => textOf(line).trimEnd());
	return {ui, effects: effects as readonly Effect[], lines, text: lines.join('\n')};
}

const source = {file: 'id:log.txt', line: 214, offset: 17_101};

describe('the curves panel', () => {
	const values = Array.from({length: 200}, (_, index) => 2 / (1 + index / 20));
	const shown = run('a', 'running', {values});

	test('zooms in, and pans over the whole by a quarter of what is shown', () => {
		const {curves} = press(shown, 'enter + + , ,').ui;
		expect([curves.from, curves.to]).toEqual([0.625, 0.875]);
		expect(press(shown, 'enter + + , , , , , , , , , , , ,').ui.curves.from).toBe(0);
		expect(press(shown, 'enter + + . .').ui.curves.to).toBe(1);
		expect(press(shown, 'enter + +').text).toContain('zoom x4');
	});

	test('its ways of drawing work from the list as well, where the curve is seen', () => {
		expect(press(shown, 'v t').text).toMatch(/train\/loss .* log, smooth$/m);
	});

	test('draws the loss of both splits together, with a legend', () => {
		const both = run('a', 'running', {values, extra: [series('val/loss', [1.5, 1, 0.5])]});
		expect(press(both, 'enter').text).toContain('━ train/loss 0.1826   ━ val/loss 0.5000');
		expect(press(both, 'enter', 100, 30, true).text).toContain('# train/loss 0.1826   # val/loss');
		const accuracy = run('a', 'running', {values, extra: [series('val/loss', [900, 700])]});
		expect(press(accuracy, 'enter').text).not.toContain('val/loss');
	});

	test('a legend gives way from its values to its names, and is never cut off', () => {
		const wires = ['val/coco/bbox_mAP_copypaste', 'val/coco/bbox_mAP_50', 'val/coco/bbox_mAP_75'];
		const many = run('a', 'running', {values, extra: wires.map(wire => series(wire, [1, 2, 3]))});
		const keys = 'm down space down space down space enter enter';
		const legend = (columns: number) =>
			press(many, keys, columns, 15).lines.find(line => line.startsWith(' ━ '))!;
		expect(legend(118)).toContain('val/coco/bbox_mAP_75 3.000');
		expect(legend(80)).toBe(
			' ━ train/loss  ━ val/coco/…opypaste  ━ val/coco/…x_mAP_50  ━ val/coco/…x_mAP_75',
		);
		for (let columns = 60; columns < 119; columns++)
			expect(legend(columns).match(/━/g)).toHaveLength(4);
	});

	test('the cross-hair reads exact values with epoch, step and time', () => {
		const {text} = press(shown, 'enter left left');
		expect(text).toMatch(/^ epoch 20 {2}step 1910 {2}01-05 10:30:50 +━ train\/loss 0.18957346$/m);
	});
});

describe('the validation panel', () => {
	const evaluations = [1, 2, 3].map(epoch => ({
		step: epoch * 10,
		epoch,
		at: null,
		values: {
			'val/coco/bbox_mAP': [0.2, 0.5, 0.5][epoch - 1]!,
			'val/coco/bbox_mAP_s': -1,
			'val/coco/bbox_mAP_copypaste_of_fifty': 0.1 * epoch,
		},
		source: epoch === 2 ? source : null,
	}));
	const bare = run('a', 'running');
	const shown: Run = {
		...bare,
		validation: {...bare.validation, evaluations, primary: 'val/coco/bbox_mAP', goal: 'max'},
	};

	test('marks the first best of a column, and none of one that never changes', () => {
		const {lines} = press(shown, 'enter 2');
		const rows = lines.slice(lines.findIndex(line => line.includes('epoch   step')));
		expect(rows.slice(0, 4)).toEqual([
			'  epoch   step  bbox_mAP     change bbox_mAP…of_fifty    bbox_mAP_s',
			'      3     30    0.5000          0            0.3000 ★      -1.000',
			'      2     20    0.5000 ★  +0.3000            0.2000        -1.000',
			'      1     10    0.2000                       0.1000        -1.000',
		]);
	});

	test('columns that have no room are told, and scrolled to; the first stays', () => {
		const narrow = press(shown, 'enter 2', 60).lines;
		expect(narrow.find(line => line.startsWith(' coco/bbox_mAP'))).toMatch(/ 1 more$/);
		const {text} = press(shown, 'enter 2 right', 60);
		expect(text).toMatch(/^ +epoch +bbox_mAP +change +bbox_mAP_s$/m);
		expect(text).toMatch(/ 1 left$/m);
	});

	test('enter goes to the line of an evaluation in the log, y copies its values', () => {
		const {ui} = press(shown, 'enter 2 j enter');
		expect([ui.panel, ui.log.lit]).toEqual(['log', 17_101]);
		expect(press(shown, 'enter 2 enter').ui.notice).toBe('No line of a log is known for it.');
		expect(press(shown, 'enter 2 y').effects).toEqual([
			{
				kind: 'copy',
				text: 'epoch=3 step=30 val/coco/bbox_mAP=0.5 val/coco/bbox_mAP_s=-1 val/coco/bbox_mAP_copypaste_of_fifty=0.30000000000000004',
			},
		]);
	});
});

describe('the alerts panel', () => {
	const words = Array.from({length: 60}, (_, index) => `word${index + 1}`).join(' ');
	const proof = `[ERROR] ${'x'.repeat(90)} ends here`;
	const long = alert('crashed', 'critical', `died ${words}`, {
		advice: `try ${words}`,
		evidence: [{...source, text: proof}],
	});
	const other = alert('stuck-loss', 'warn', 'the loss has not moved', {advice: 'look at the data'});
	const shown = run('a', 'crashed', {values: [3, 2, 1], alerts: [long, other]});
	const panel = (keys: string, columns = 60, rows = 15) => {
		const {lines} = press(shown, keys, columns, rows);
		const from = lines.findIndex(line => line.includes('3 alerts')) + 1;
		return lines.slice(from, -1);
	};

	test('wraps message and advice, and says how much more there is', () => {
		const lines = panel('3', 120, 40);
		expect(lines[0]).toMatch(/^ ✖ critical {2}died word1 .* 4m {2}│/);
		const text = lines.join('\n');
		for (const word of ['word59', 'word60']) expect(text.split(word)).toHaveLength(3);
		expect(panel('3').at(-1)).toMatch(/^ ▾ \d+ more$/);
	});

	test('j goes through an alert that is taller than the panel, then to the next, k back', () => {
		const seen = new Set<string>();
		let keys = 'enter 3';
		while (!panel(keys).join('\n').includes('! warn')) {
			for (const line of panel(keys)) seen.add(line.trim());
			keys += ' j';
		}

		const all = [...seen].join(' ');
		for (let word = 1; word <= 60; word++)
			expect(all.split(`word${word} `).length).toBeGreaterThan(1);
		expect(all).toContain('ends here');
		expect(all).not.toContain('…');
		const down = press(shown, `${keys} G`, 60, 15).ui;
		expect(down.at.alerts).toBe(1);
		const up = press(shown, `${keys} G k`, 60, 15).ui;
		expect(up.at.alerts).toBe(0);
		expect(up.down).toBeGreaterThan(5);
		expect(panel(`${keys} G g`)[0]).toContain('died word1');
	});

	test('enlarged, nothing of any alert is cut', () => {
		const text = panel('enter 3 j z', 80, 60).join('\n');
		expect(text).toContain('ends here');
		expect(text).not.toContain('…');
	});
});

test('the reason for a state is told in whole clauses or not at all', () => {
	const why = 'torch.OutOfMemoryErrorOfSomeLength, in log.txt';
	const shown = run('exp', 'crashed', {values: [3, 2], why});
	const tabs = (columns: number) =>
		press(shown, '', columns).lines.find(one => one.includes('1 curves'))!;
	expect(tabs(170)).toContain('torch.OutOfMemoryErrorOfSomeLength, in log.txt ─');
	expect(tabs(126)).toContain('torch.OutOfMemoryErrorOfSomeLength ─');
	expect(tabs(110)).not.toContain('torch');
	for (let columns = 60; columns < 180; columns++) expect(tabs(columns)).not.toContain('…');
});

test('curves take the room of evaluations that there are none of, and say so', () => {
	const shown = run('exp', 'running', {values: [3, 2, 1]});
	const {lines} = press(shown, '', 120, 40);
	expect(lines.join('\n')).not.toMatch(/\S.*│ /);
	expect(lines.at(-2)).toMatch(/^ No evaluation yet: no log told the result of one\./);
	const {text} = press(shown, '2', 120, 40);
	expect(text).toMatch(/│ +No evaluation yet: no log told the result of one\.$/m);
});

test('unfolded from the start, hidden and old runs are in the list', () => {
	const look = world({old: new Set(['run:exp_v1_baseline'])});
	const names = (unfolded: boolean) => {
		const start = startUi({columns: 100, rows: 40}, '', null, unfolded);
		const {ui} = update(start, {kind: 'look'}, look);
		return compose(look, ui, themeOf('none')).map(textOf).join('\n');
	};

	expect(names(false)).not.toContain('exp_v1_baseline');
	expect(names(true)).toContain('exp_v1_baseline');
});

test('the pointer hides no mark', () => {
	const shown = run('exp', 'running', {values: [3, 2, 1]});
	const row = (keys: string) => press(shown, keys).lines[2];
	expect(row('enter')).toMatch(/^▸● exp/);
	expect(row('space enter')).toMatch(/^◆●▸exp/);
});

test('a run without evaluations, curves, saves or settings says so, and why', () => {
	const bare = run('a', 'waiting', {files: [], partial: false});
	expect(press(bare, 'enter').text).toContain('No curve yet: no log was found in its folder.');
	expect(press(bare, 'enter 2').text).toContain(
		'No evaluation yet: no log was found in its folder.',
	);
	expect(press({...bare, partial: true}, 'enter 2').text).toContain(
		'its logs are still being read.',
	);
	const read = run('a', 'running');
	expect(press(read, 'enter 2').text).toContain('no log told the result of one.');
	expect(press(bare, 'enter 4').text).toContain('No file of this run can be read.');
	expect(press(bare, 'enter 5').text).toContain('None seen: no line told of a save');
	expect(press(bare, 'enter 6').text).toContain('No settings file was found beside the log.');
});

describe('the settings panel', () => {
	const values = {
		'train.optim.lr': 0.1,
		'train.optim.type': 'SGD',
		'train.epochs': 12,
		seed: 3,
	};
	const shown = run('a', 'running', {settings: {file: 'c.yaml', values}});
	const tree = (keys: string) => {
		const {lines} = press(shown, keys);
		const from = lines.findIndex(line => line.startsWith(' settings'));
		return lines.slice(from + 1, lines.indexOf('', from));
	};

	test('is a tree', () => {
		expect(tree('enter 6')).toEqual([
			' ▾ train',
			'   ▾ optim',
			'     lr    0.1',
			'     type  SGD',
			'   epochs  12',
			' seed      3',
		]);
	});

	test('groups fold with enter', () => {
		expect(tree('enter 6 j enter')).toContain('   ▸ optim   2 settings');
		expect(tree('enter 6 enter')).toEqual([' ▸ train   3 settings', ' seed      3']);
		expect(tree('enter 6 enter enter')).toHaveLength(6);
	});

	test('a search shows only what matches, and escape shows all again', () => {
		expect(tree('enter 6 / l r enter')).toEqual([' train.optim.lr  0.1']);
		expect(press(shown, 'enter 6 / x x').text).toContain('No setting is called so.');
		expect(tree('enter 6 / l r enter escape')).toHaveLength(6);
	});

	test('o opens the settings file, y copies a setting', () => {
		expect(press(shown, 'enter 6 o').effects).toEqual([
			{kind: 'open-file', path: '/data/workdirs/a/c.yaml', line: null},
		]);
		expect(press(shown, 'enter 6 G y').effects).toEqual([{kind: 'copy', text: 'seed: 3'}]);
	});
});

describe('the checkpoints panel', () => {
	const shown = run('a', 'running', {
		checkpoints: [
			{
				path: 'work/epoch_2.pth',
				files: ['work/epoch_2.pth'],
				kind: 'periodic',
				bytes: 1024,
				savedAt: null,
				step: null,
				epoch: 2,
				resume: 'partial',
				why: 'the file ends early',
				aliases: ['work/latest.pth'],
			},
		],
		disk: {free: 2 ** 40, size: 2 ** 41, growth: 2 ** 30, falling: null, fullSeconds: 3.6e6},
	});

	test('tells links to a file, why it cannot be resumed from, and what an hour costs', () => {
		const {text} = press(shown, 'enter 5');
		expect(text).toContain(
			' checkpoints   1 saved, 1.0K   1.0T free, 1.0G more an hour: full in 41d',
		);
		expect(text).toMatch(/^ file in work\/ +kind/m);
		expect(text).toMatch(/^ epoch_2.pth \(latest.pth\) .* incomplete: the file ends early$/m);
		expect(text).toMatch(/^ why {5}the file ends early$/m);
	});

	test('y copies its path', () => {
		expect(press(shown, 'enter 5 y').effects).toEqual([
			{kind: 'copy', text: '/data/workdirs/a/work/epoch_2.pth'},
		]);
	});
});

test('o and y follow the alert under the cursor to its line', () => {
	const evidence = [{...source, text: 'CUDA out of memory'}];
	const shown = run('a', 'crashed', {
		alerts: [alert('cuda-oom', 'critical', 'CUDA ran out of memory', {evidence})],
		files: [file('log.txt')],
	});
	const {full} = file('log.txt');
	expect(press(shown, 'enter 3 o').effects).toEqual([{kind: 'open-file', path: full, line: 214}]);
	expect(press(shown, 'enter 3 y').effects).toEqual([{kind: 'copy', text: `${full}:214`}]);
	expect(press(shown, 'y').effects).toEqual([{kind: 'copy', text: '/data/workdirs/a'}]);
});

test('f goes from log to log of a run, and says when there is only one', () => {
	const shown = run('a', 'running', {files: [file('log.txt'), file('train.err'), file('x.pth')]});
	expect(press(shown, 'enter 4').text).toContain(' log.txt   1/2');
	expect(press(shown, 'enter 4 f').text).toContain(' train.err   2/2');
	expect(press(shown, 'enter 4 f f').text).toContain(' log.txt   1/2');
	const one = run('a', 'running');
	expect(press(one, 'enter 4 f').ui.notice).toBe('This run has no other log.');
});
