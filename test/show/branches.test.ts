import {describe, expect, test} from 'vitest';
import {familyOf} from '../../source/core/branch.ts';
import type {Run} from '../../source/core/run.ts';
import {rankBranches} from '../../source/show/branches.ts';
import {branchesJson, branchesText} from '../../source/show/report/branches-text.ts';
import {pressed} from '../kit/pressing.ts';
import {now, run, world} from '../kit/runs.ts';

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

describe('on the screen', () => {
	const [one, other] = [
		{torch: '2.1.2', device: 'NVIDIA A100'},
		{torch: '1.13.1', device: 'NVIDIA A100'},
	];
	const branches = world({
		runs: [
			on('exp/adamw', 'a', [0.5, 0.6], {environment: other}),
			on('feat/head', 'b', [0.3, 0.8], {environment: one}),
			on('main', 'm', [0.5, 0.5]),
			on(null, 'lost', [0.9]),
		],
	});

	test.each([
		[120, 'torch 2.1.2, NVIDIA A100', '! torch 2.1.2 vs 1.13.1'],
		[80, 'torch 2.1.2, NVIDIA A1…', '! torch 2.1.2 vs 1.13.1'],
	])(
		'branches stand by rank, marked where what they ran on differs: %i columns',
		(columns, first, second) => {
			const {lines} = pressed('B', branches, {columns, rows: 24});
			const top = lines.findIndex(line => line.includes('branches by their best validation'));
			expect(lines.slice(top + 1, top + 7)).toEqual([
				' F-score   not comparable where marked   1 run of no known branch',
				' rank  branch        runs  to epoch 2      best          runs on',
				`    1  feat/head        1  0.8000 ★        0.8000 @2     ${first}`,
				`    2  exp/adamw        1  0.6000          0.6000 @2     ${second}`,
				'    3  main             1  0.5000          0.5000 @1     not told',
				'',
			]);
		},
	);

	test('Enter goes to the best run of a branch', () => {
		const {ui} = pressed('B j enter', branches);
		expect(ui).toMatchObject({over: null, shown: 'run:a'});
	});

	test('where no branch is known it says so', () => {
		const none = world({runs: [on(null, 'lost', [0.9])]});
		expect(pressed('B', none).lines.join('\n')).toContain(
			'No run here is known to come from a git branch.',
		);
	});
});
