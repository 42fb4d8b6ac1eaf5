import {expect, test} from 'vitest';
import {textOf} from '../../source/show/lines.ts';
import {drawCheckpoints} from '../../source/show/panels/checkpoints.ts';
import {themeFor} from '../../source/show/report/paper.ts';
import {startUi} from '../../source/show/ui.ts';
import {run, sampleRuns, world} from '../kit/runs.ts';

const policy = [
	{
		kind: 'spare',
		severity: 'info',
		text: '3 older checkpoints could be deleted, which frees 3.0M: the best (best.pth) and the newest (epoch_4.pth) stay',
		setting: null,
		paths: [],
		bytes: 3_145_728,
	},
] as const;

function drawn(one: ReturnType<typeof run>, height: number): readonly string[] {
	const {glyphs} = themeFor({ascii: true, width: 80, depth: 'plain'});
	const ui = startUi({columns: 80, rows: 24});
	return drawCheckpoints({world: world(), ui, run: one, glyphs}, 80, height).map(line =>
		textOf(line).trimEnd(),
	);
}

test('what could be deleted stands below the rows', () => {
	const {checkpoints} = sampleRuns[0]!;
	expect(drawn(run('a', 'running', {checkpoints, policy}), 8).slice(2)).toEqual([
		' latest.pth            last        134M    epoch 3    9m  can resume',
		' best_model.pth        best       44.7M    epoch 2   21m  weights only',
		'',
		' . 3 older checkpoints could be deleted, which frees 3.0M: the best (best.pth)',
		'   and the newest (epoch_4.pth) stay',
		'',
	]);
});

test('the row of a checkpoint that could be deleted says so', () => {
	const {checkpoints} = sampleRuns[0]!;
	const [{path}] = checkpoints as [(typeof checkpoints)[number]];
	const one = run('a', 'running', {checkpoints, policy: [{...policy[0], paths: [path]}]});
	expect(drawn(one, 8).filter(row => row.endsWith(', spare'))).toEqual([
		expect.stringContaining(path.slice(path.lastIndexOf('/') + 1)),
	]);
});

test('settings are compared with nothing, too', () => {
	expect(drawn(run('a', 'running', {policy}), 8)[3]).toMatch(/^ \S 3 older/);
});
