import {expect, test} from 'vitest';
import {familyOf} from '../../source/core/branch.ts';
import type {Run} from '../../source/core/run.ts';
import {rankBranches} from '../../source/show/branches.ts';
import {branchesJson, branchesText} from '../../source/show/report/branches-text.ts';
import {now, run} from '../kit/runs.ts';

const look = {width: 100, ascii: false, depth: 'plain'} as const;

function on(branch: string | null, name: string, scores: readonly number[], more = {}): Run {
	const git = branch === null ? null : {branch, commit: 'c0ffee', dirty: null};
	return {...run(name, 'finished', {scores}), git, ...more};
}

const runs = [
	on('exp/adamw', 'a1', [0.5, 0.6, 0.9]),
	on('exp/adamw', 'a2', [0.4, 0.7], {
		git: {branch: 'exp/adamw', commit: null, dirty: null, inferred: true},
	}),
	on('feat/head', 'b', [0.3, 0.8]),
	on('main', 'm', [0.55, 0.58, 0.59, 0.6]),
	on('doc/readme', 'd', []),
	on(null, 'lost', [0.99, 0.99, 0.99]),
];

test.each([
	['exp/a', 'exp'],
	['Feature/x', 'feat'],
	['hotfix/y', 'fix'],
	['docs/z', 'doc'],
	['main', 'other'],
	['exp', 'other'],
])('%s is a branch for %s', (branch, family) => {
	expect(familyOf(branch)).toBe(family);
});

test('branches are ranked by their best run up to the epoch that all of them reached', () => {
	const {metric, equal, branches} = rankBranches(runs);
	expect([metric, equal]).toEqual(['val/F-score', {unit: 'epoch', at: 2}]);
	expect(
		branches.map(({rank, branch, atEqual, leader}) => [rank, branch, atEqual, leader?.name]),
	).toEqual([
		[1, 'feat/head', 0.8, 'b'],
		[2, 'exp/adamw', 0.7, 'a2'],
		[null, 'doc/readme', null, undefined],
		[3, 'main', 0.58, 'm'],
		[null, null, 0.99, 'lost'],
	]);
});

test('on paper they stand under their prefixes', () => {
	expect(branchesText(rankBranches(runs), now, look).split('\n')).toEqual([
		' F-score',
		'',
		' rank  branch            runs  up to epoch 2       best              run',
		' feat/',
		'    1  feat/head            1  0.8000 ★            0.8000 @2         b  now',
		' exp/',
		'    2  exp/adamw ~          2  0.7000              0.9000 @3         a2  now',
		' doc/',
		'    –  doc/readme           1  –                   –                   now',
		' others',
		'    3  main                 1  0.5800              0.6000 @4         m  now',
		'',
		' of 1 run no branch is known',
		'',
		' ~ by the reflog: the runs themselves do not tell their branch',
		'',
	]);
});

test('what makes the leaders incomparable is told', () => {
	const ranking = rankBranches([
		on('exp/a', 'a', [0.5], {environment: {torch: '2.1.2'}}),
		on('exp/b', 'b', [0.6], {environment: {torch: '1.13.1'}}),
	]);
	expect(branchesText(ranking, now, look)).toContain(' not comparable: torch 1.13.1 vs 2.1.2');
	expect(branchesJson(ranking, now)).toMatchObject({
		schema: 'watchexp.branches/1',
		incomparable: ['torch 1.13.1 vs 2.1.2'],
		branches: [
			{branch: 'exp/b', rank: 1, bestAtEqual: 0.6, leader: {name: 'b'}},
			{branch: 'exp/a', rank: 2, bestAtEqual: 0.5, leader: {name: 'a'}},
		],
	});
});

test('without evaluations there is nothing to rank by', () => {
	const text = branchesText(rankBranches([on('exp/a', 'a', [])]), now, look);
	expect(text).toContain(' no evaluation to rank by\n');
});
