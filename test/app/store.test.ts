import {expect, test} from 'vitest';
import {createStore} from '../../source/app/store.ts';
import type {News} from '../../source/core/news.ts';
import type {Run} from '../../source/core/run.ts';

const run = (id: string, name: string) => ({id, name}) as Run;
const quiet: News = {runs: [], gone: [], trouble: [], hidden: 0, settled: true, read: 1};
const begin = () => createStore({host: 'gpu01', folder: '~/ocr', now: 0});

test('news replaces the runs that changed and keeps the others as they are', () => {
	const store = begin();
	store.take({...quiet, runs: [run('1', 'a'), run('2', 'b')]}, 1000);
	const [, kept] = store.snapshot().runs;
	store.take({...quiet, runs: [run('1', 'a again')]}, 1000);
	expect(store.snapshot().runs.map(({name}) => name)).toEqual(['a again', 'b']);
	expect(store.snapshot().runs[1]).toBe(kept);
});

test('the list is the same array while no run changed', () => {
	const store = begin();
	store.take({...quiet, runs: [run('1', 'a')]}, 1000);
	const {runs} = store.snapshot();
	store.take({...quiet, hidden: 3}, 1000);
	expect(store.snapshot().runs).toBe(runs);
	expect(store.snapshot().hidden).toBe(3);
});

test('what turns out to be no run leaves the list', () => {
	const store = begin();
	store.take({...quiet, runs: [run('1', 'a'), run('2', 'junk')]}, 1000);
	store.take({...quiet, gone: ['2']}, 1000);
	expect(store.snapshot().runs.map(({name}) => name)).toEqual(['a']);
});

test('news comes with its time, and both are told at once', () => {
	const store = begin();
	let told = 0;
	store.subscribe(() => told++);
	store.take({...quiet, runs: [run('1', 'a')]}, 5000);
	expect(store.snapshot().now).toBe(5000);
	expect(told).toBe(1);
});

test('the same notice twice tells nobody', () => {
	const store = begin();
	let told = 0;
	store.subscribe(() => told++);
	store.notice('copied');
	store.notice('copied');
	expect(told).toBe(1);
});

test('trouble that is not of reading stays beside that of the newest news, once each', () => {
	const store = begin();
	const failing = {path: 'notify', what: 'ring.sh ended with 3'};
	store.keep(failing);
	store.keep({...failing});
	expect(store.snapshot().trouble).toEqual([failing]);
	const unread = {path: '/a.log', what: 'permission denied'};
	store.take({...quiet, trouble: [unread]}, 1);
	expect(store.snapshot().trouble).toEqual([unread, failing]);
	store.take({...quiet, trouble: []}, 2);
	expect(store.snapshot().trouble).toEqual([failing]);
	for (let count = 0; count < 60; count++) store.keep({path: 'notify', what: `${count}`});
	expect(store.snapshot().trouble).toHaveLength(50);
	expect(store.snapshot().trouble.at(-1)?.what).toBe('59');
});
