import {expect, test} from 'vitest';
import {listRows} from '../../source/show/grouping.ts';
import {startUi} from '../../source/show/ui.ts';
import {emptyWorld} from '../../source/show/world.ts';
import {pressed} from '../kit/pressing.ts';
import {run, world} from '../kit/runs.ts';

test('branches of one prefix stand together, and runs of which none is known come last', () => {
	const branches = ['main', 'fix/a', null, 'exp/b', 'feat/c', 'exp/a', 'docs/d'];
	const runs = branches.map((branch, index) => ({
		...run(`r${index}`, 'running'),
		git: branch === null ? null : {branch, commit: null, dirty: null},
	}));
	const ui = startUi({columns: 120, rows: 40});
	const rows = listRows({...emptyWorld, runs}, {...ui, group: 'branch'});
	const headings = rows.flatMap(row => (row.kind === 'group' ? [row.group.name] : []));
	expect(headings).toEqual([
		'feat/c',
		'exp/',
		'exp/b',
		'exp/a',
		'fix/a',
		'docs/d',
		'main',
		'no branch known',
	]);
});

test('folding a prefix folds its branches; of a folded branch it is the prefix that folds', () => {
	const branches = ['exp/a', 'exp/b', 'main'];
	const runs = branches.map((branch, index) => ({
		...run(`r${index}`, 'running'),
		git: {branch, commit: null, dirty: null},
	}));
	const list = (keys: string) =>
		pressed(`b b ${keys}`, world({runs}))
			.lines.slice(2, 9)
			.map(line => line.replace(/ +(?:\d runs?|running) .*$/, ''));
	const open = ['▾✔ exp/', '▾✔   exp/a', ' ● r0', '▾✔   exp/b', ' ● r1', '▾✔ main', ' ● r2'];
	expect(list('')).toEqual(open);
	expect(list('g left').slice(0, 3)).toEqual(['▸✔ exp/', '▾✔ main', ' ● r2']);
	expect(list('g j left').slice(0, 3)).toEqual(['▾✔ exp/', '▸✔   exp/a', '▾✔   exp/b']);
	expect(list('g j left left').slice(0, 2)).toEqual(['▸✔ exp/', '▾✔ main']);
	expect(list('g j left left right').slice(0, 3)).toEqual(['▾✔ exp/', '▸✔   exp/a', '▾✔   exp/b']);
});
