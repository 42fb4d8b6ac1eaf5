import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {createPacing, heldBack} from '../../source/app/pacing.ts';
import type {News} from '../../source/core/news.ts';
import type {Run} from '../../source/core/run.ts';
import {run} from '../kit/runs.ts';

const quiet: News = {runs: [], gone: [], trouble: [], hidden: 0, settled: true, read: 1};
const named = (count: number) => Array.from({length: count}, (_, id) => ({id: String(id)}) as Run);

test('where one run writes, news comes 66 ms apart; where six do, 146; where twenty do, half a second', () => {
	const pacing = createPacing();
	expect(pacing.breath(0)).toBe(50);
	pacing.changed(named(1), 0);
	expect(pacing.breath(10)).toBe(66);
	pacing.changed(named(6), 0);
	expect(pacing.breath(10)).toBe(146);
	pacing.changed(named(20), 0);
	expect(pacing.breath(10)).toBe(500);
});

test('who writes a line a second counts, who has been silent for longer does not', () => {
	const pacing = createPacing();
	pacing.changed(named(20), 0);
	expect(pacing.breath(1200)).toBe(500);
	expect(pacing.breath(1300)).toBe(50);
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('on a slow line numbers come together after three seconds, a crash at once', () => {
	const heard: Array<readonly string[]> = [];
	const {hear} = heldBack(3, news => heard.push(news.runs.map(({id, state}) => `${id} ${state}`)));
	const a = run('a', 'running', {values: [1]});
	const b = run('b', 'running', {values: [1]});
	hear({...quiet, runs: [a, b]});
	expect(heard).toEqual([['run:a running', 'run:b running']]);
	hear({...quiet, runs: [{...a, updatedAt: 1}]});
	hear({...quiet, runs: [{...b, updatedAt: 1}]});
	vi.advanceTimersByTime(2999);
	expect(heard).toHaveLength(1);
	vi.advanceTimersByTime(1);
	expect(heard[1]).toEqual(['run:a running', 'run:b running']);
	hear({...quiet, runs: [{...a, updatedAt: 2}]});
	hear({...quiet, runs: [{...b, state: 'crashed'}]});
	expect(heard[2]).toEqual(['run:a running', 'run:b crashed']);
});
