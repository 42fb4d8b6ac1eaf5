import {renameSync, utimesSync} from 'node:fs';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {createFleet, type Fleet} from '../../source/app/fleet.ts';
import {meansOf} from '../../source/app/means.ts';
import {createExperiments, type Experiments, taggedLog} from '../kit/experiments.ts';

const now = Date.now();
let experiments: Experiments;
let fleet: Fleet;
beforeEach(() => {
	experiments = createExperiments();
	experiments.write('workdirs/new/log.txt', taggedLog(1, 5));
	experiments.write('workdirs/old/log.txt', taggedLog(1, 5));
	utimesSync(experiments.path('workdirs/old/log.txt'), now / 1000 - 864_000, now / 1000 - 864_000);
	const wanted = {paths: [experiments.folder], depth: 6, all: false, since: null};
	fleet = createFleet(meansOf(), wanted);
});
afterEach(async () => {
	await fleet.close();
	experiments.remove();
});

const names = () => [...fleet.runs.values()].map(({found}) => found.name).toSorted();
const folded = () =>
	names().filter(name => {
		const run = [...fleet.runs.values()].find(({found}) => found.name === name)!;
		return fleet.old().has(run.id);
	});

test('an old run is counted, and read once it is unfolded', async () => {
	await fleet.search(now);
	expect([names(), fleet.hidden(), folded()]).toEqual([['new'], 1, []]);
	fleet.unfold();
	await fleet.search(now + 1000);
	expect([names(), fleet.hidden(), folded()]).toEqual([['new', 'old'], 0, ['old']]);
	const before = fleet.old();
	await fleet.search(now + 2000);
	expect(fleet.old()).toBe(before);
});

test('an old run that is written to again is folded no longer', async () => {
	fleet.unfold();
	await fleet.search(now);
	experiments.append('workdirs/old/log.txt', '[INFO] on we go\n');
	await fleet.search(now + 1000);
	expect(folded()).toEqual([]);
});

test('a run that is archived while it is watched stays where it is', async () => {
	await fleet.search(now);
	renameSync(
		experiments.path('workdirs/new'),
		experiments.path('workdirs/new_archived_20260105_120000'),
	);
	await fleet.search(now + 1000);
	fleet.unfold();
	await fleet.search(now + 2000);
	expect(names()).toEqual(['new_archived_20260105_120000', 'old']);
	expect(folded()).toEqual(['old']);
});
