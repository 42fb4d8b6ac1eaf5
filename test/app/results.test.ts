import {setImmediate} from 'node:timers/promises';
import {expect, test} from 'vitest';
import type {Means} from '../../source/app/means.ts';
import {watchResults} from '../../source/app/results.ts';
import {track} from '../../source/app/tracked.ts';
import type {Found} from '../../source/core/found.ts';
import {memoryHost} from '../kit/host.ts';

const found: Found = {
	id: 'r',
	name: 'run',
	folder: '/run',
	path: 'run',
	aliases: [],
	layout: 'workdirs',
	archived: false,
	files: [],
	settings: null,
	checkpoints: [],
};

test('results are looked for while their run is shown, once a minute, and told when they changed', async () => {
	const host = memoryHost({'/run/eval_results/p1.txt': 'recall: 0.5'});
	const means = {host, wishesFor: () => ({thresholds: {}})} as unknown as Means;
	const run = track(means, found);
	const runs = new Map([['r', run]]);
	let heard = 0;
	const watch = watchResults(means, () => heard++);
	const at = async (now: number) => {
		watch.tick(runs, now);
		for (let turn = 0; turn < 50; turn++) await setImmediate();
		return [host.counts.list > 0, heard];
	};
	expect(await at(1_000_000)).toEqual([false, 0]);
	watch.show('r');
	expect(await at(2_000_000)).toEqual([true, 1]);
	expect(run.results?.[0]?.recall?.mean).toBe(0.5);
	host.write('/run/eval_results/p1.txt', 'recall: 0.75');
	expect(await at(2_030_000)).toEqual([true, 1]);
	expect(await at(2_061_000)).toEqual([true, 2]);
	watch.show(null);
	const {list} = host.counts;
	await at(9_000_000);
	expect(host.counts.list).toBe(list);
});
