import {expect, test} from 'vitest';
import {runJson} from '../../../source/show/report/json.ts';
import {now, run} from '../../kit/runs.ts';

test('the GPUs of a run, its story and its base are told, and null where they are unknown', () => {
	expect(runJson(run('a', 'running'))).toMatchObject({gpus: null, happened: null, base: null});
	const told = {
		...run('a_v2', 'running'),
		base: 'a',
		gpus: [{index: 1, memory: 2048}],
		process: {pid: 7, alive: true, command: 'python train.py', since: now},
		happened: [{at: now, what: 'renamed', text: 'renamed: a → a_v2'}],
	} as const;
	expect(runJson(told)).toMatchObject({
		base: 'a',
		gpus: [{index: 1, memory: 2048}],
		process: {pid: 7, since: '2026-01-05T10:31:00.000Z'},
		happened: [{at: '2026-01-05T10:31:00.000Z', what: 'renamed', text: 'renamed: a → a_v2'}],
	});
});
