import {expect, test} from 'vitest';
import type {Results} from '../../source/core/results.ts';
import {textOf} from '../../source/show/lines.ts';
import {drawValidation} from '../../source/show/panels/validation.ts';
import {themeFor} from '../../source/show/report/paper.ts';
import {startUi} from '../../source/show/ui.ts';
import {update} from '../../source/show/update.ts';
import {run, world} from '../kit/runs.ts';

const low = {image: 'page_7', recall: 0.25, precision: 0.5};
const high = {image: 'page\u001b[31m_1', recall: 1, precision: 0.75};
const results: readonly Results[] = [
	{
		folder: 'eval_results',
		images: 50_000,
		read: 400,
		more: false,
		recall: {mean: 0.625, worst: [low, high], best: [high, low]},
		precision: null,
		files: [{path: 'eval_results/predictions.json', bytes: 2048}],
		pictures: ['eval_results/confusion_matrix.png'],
		pictureCount: 3,
		trouble: [],
	},
];
const evaluated = run('a', 'running', {values: [2, 1], scores: [0.5, 0.6, 0.7], results});

function drawn(one: typeof evaluated, height: number): readonly string[] {
	const size = {columns: 80, rows: 24};
	const {glyphs} = themeFor({ascii: true, width: 80, depth: 'plain'});
	const view = {world: world(), ui: startUi(size), run: one, glyphs};
	return drawValidation(view, 80, height).map(line => textOf(line).trimEnd());
}

test('results of evaluations stand below the table', () => {
	expect(drawn(evaluated, 12).slice(5)).toEqual([
		'',
		' eval_results   50000 images with metrics, 400 of them read, evenly spread, mea…',
		'   worst recall     page_7 0.2500  page_1 1.000',
		'   best recall      page_1 1.000  page_7 0.2500',
		'   files            predictions.json 2.0K',
		'   pictures         confusion_matrix.png, and 2 more',
		'',
	]);
});

test('the table keeps at least half of a small panel', () => {
	const lines = drawn(evaluated, 8);
	expect(lines.filter(line => /^ +[123] /.test(line))).toHaveLength(2);
	expect(lines[5]).toMatch(/^ eval_results /);
});

test('results stand there before any evaluation was told', () => {
	expect(drawn(run('b', 'running', {results}), 8)[3]).toMatch(/^ eval_results /);
});

test('results are asked for while the validation panel of a run is on the screen', () => {
	const small = {...world(), runs: [evaluated]};
	const begun = update(startUi({columns: 80, rows: 24}), {kind: 'look'}, small);
	expect(begun.effects).toEqual([]);
	const shown = update(begun.ui, {kind: 'panel', panel: 'validation'}, small);
	expect(shown.effects).toEqual([{kind: 'show-results', run: 'run:a'}]);
	expect(update(shown.ui, {kind: 'look'}, small).effects).toEqual([]);
	const left = update(shown.ui, {kind: 'panel', panel: 'curves'}, small);
	expect(left.effects).toEqual([{kind: 'show-results', run: null}]);
});
