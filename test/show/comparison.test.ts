import {expect, test} from 'vitest';
import {compared} from '../../source/show/comparison.ts';
import {run} from '../kit/runs.ts';

const a = run('a', 'finished', {
	scores: [0.5, 0.6, 0.9],
	settings: {file: 'c', values: {lr: 0.1, batch: 8}},
});
const b = run('b', 'running', {
	scores: [0.55, 0.58],
	settings: {file: 'c', values: {lr: 0.2, batch: 8, seed: 1}},
});

test('runs are compared by their best value up to the last epoch that both evaluated', () => {
	expect(compared([a, b])).toMatchObject({
		metric: 'val/F-score',
		equal: {unit: 'epoch', at: 2},
		bestAtEqual: {values: [0.6, 0.58], best: 0},
	});
});

test('only the settings that differ are told', () => {
	expect(compared([a, b]).settings).toMatchObject([
		{name: 'lr', values: ['0.1', '0.2'], best: -1},
		{name: 'seed', values: [null, '1'], best: -1},
	]);
});

test('names and repositories tell what differs, too', () => {
	const git = {branch: 'exp/a', commit: 'c0ffee0123456789', dirty: null};
	const {names, origin} = compared([
		{...run('net_b64_lr0.1', 'finished'), git},
		{...run('net_b32_lr0.1', 'finished'), git: {...git, branch: 'main'}},
	]);
	expect(names).toEqual([{name: 'b', values: ['64', '32'], best: -1}]);
	expect(origin).toEqual([{name: 'branch', values: ['exp/a', 'main'], best: -1}]);
});

test('runs without evaluations have nothing to compare by', () => {
	expect(compared([run('c', 'waiting'), run('d', 'waiting')])).toMatchObject({
		metric: null,
		equal: null,
		settings: [],
	});
});
