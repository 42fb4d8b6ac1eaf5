import {expect, test} from 'vitest';
import {createStore} from '../../source/app/store.ts';
import type {News} from '../../source/core/news.ts';
import type {Run} from '../../source/core/run.ts';

const run = (id: string, name: string) => ({id, name}) as Run;
const quiet: News = {runs: [], gone: [], trouble: [], hidden: 0, settled: true, read: 1};
const begin = () => createStore({host: 'gpu01', folder: '~/ocr', now: 0});

test('news replaces the runs that changed and keeps the others as they are', () => {
	const store = begin();
	store.take({...quiet, runs: [run('1', 'a'), run('2', 'b')]});
	const [, kept] = store.snapshot().runs;
	store.take({...quiet, runs: [run('1', 'a again')]});
	expect(store.snapshot().runs.map(({name}) => name)).toEqual(['a again', 'b']);
	expect(store.snapshot().runs[1]).toBe(kept);
});

test('the list is the same array while no run changed', () => {
	const store = begin();
	store.take({...quiet, runs: [run('1', 'a')]});
	const {runs} = store.snapshot();
	store.take({...quiet, hidden: 3});
	expect(store.snapshot().runs).toBe(runs);
	expect(store.snapshot().hidden).toBe(3);
});

test('what turns out to be no run leaves the list', () => {
	const store = begin();
	store.take({...quiet, runs: [run('1', 'a'), run('2', 'junk')]});
	store.take({...quiet, gone: ['2']});
	expect(store.snapshot().runs.map(({name}) => name)).toEqual(['a']);
});

test('the same notice twice tells nobody', () => {
	const store = begin();
	let told = 0;
	store.subscribe(() => told++);
	store.notice('copied');
	store.notice('copied');
	expect(told).toBe(1);
});
