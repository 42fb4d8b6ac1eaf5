import {expect, test} from 'vitest';
import {listRows} from '../../source/show/grouping.ts';
import {startUi} from '../../source/show/ui.ts';
import {emptyWorld} from '../../source/show/world.ts';
import {run} from '../kit/runs.ts';

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
		'exp/b',
		'exp/a',
		'fix/a',
		'docs/d',
		'main',
		'no branch known',
	]);
});
