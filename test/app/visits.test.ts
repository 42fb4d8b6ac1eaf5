import {expect, test} from 'vitest';
import {passingState} from '../../source/app/state-file.ts';
import {createVisits} from '../../source/app/visits.ts';
import {alert, now, run} from '../kit/runs.ts';

const minute = 60_000;
const roots = ['/data/workdirs'];
const falling = {values: [2, 1], startedAt: now - 1000};
const before = [
	run('a', 'running', {...falling, scores: [0.6, 0.7]}),
	run('b', 'running', falling),
	run('c', 'running', falling),
];
const after = [
	run('a', 'finished', {...falling, scores: [0.6, 0.7, 0.8]}),
	run('b', 'crashed', {
		...falling,
		alerts: [alert('cuda-oom', 'critical', 'CUDA ran out of memory')],
	}),
	before[2]!,
	run('d', 'running', falling),
];
const changes = ['b died', 'a finished', 'a improved', 'd began'];
type Told = ReturnType<ReturnType<typeof createVisits>['begin']>;
const words = (told: Told | undefined) =>
	told?.changes.map(({run: id, kind}) => `${id.replace('run:', '')} ${kind}`);

test('the first visit tells nothing, the second what happened meanwhile', async () => {
	const file = passingState();
	const first = createVisits(file, roots, now);
	expect(first.begin(before)).toBe(null);
	await first.end(before, now);
	const second = createVisits(file, roots, now + 60 * minute).begin(after);
	expect(second!.at).toBe(now);
	expect(words(second)).toEqual(changes);
});

test('a visit to a folder is one to the folders in it, and not to those beside it', async () => {
	const file = passingState();
	const visits = createVisits(file, roots, now);
	visits.begin(before);
	await visits.end(before, now);
	expect(createVisits(file, ['/data/workdirs/a'], now).begin(before)).toEqual({
		at: now,
		changes: [],
	});
	expect(createVisits(file, ['/data/workdirs2'], now).begin(before)).toBe(null);
	expect(createVisits(file, ['/data'], now).begin(before)).toBe(null);
});

test('who left before everything was read has seen nothing', async () => {
	const file = passingState();
	await createVisits(file, roots, now).end(before, now);
	expect(createVisits(file, roots, now).begin(before)).toBe(null);
});

test('what happened while nobody pressed a key for half an hour is told at the next key', () => {
	const visits = createVisits(passingState(), roots, now);
	visits.begin(before);
	visits.tick(before, now + minute);
	visits.tick(after, now + 2 * minute);
	expect(words(visits.looked(after, now + 31 * minute))).toEqual(changes);
	expect(visits.looked(after, now + 32 * minute)).toBe(undefined);
});

test('a program that is killed has kept what was seen up to five minutes ago', () => {
	const file = passingState();
	const visits = createVisits(file, roots, now);
	visits.begin(before);
	for (let at = 1; at <= 6; at++) {
		visits.looked(before, now + at * minute);
		visits.tick(before, now + at * minute + 1);
	}

	expect(file.state().visits).toEqual({'/data/workdirs': now + 5 * minute + 1});
});

test('nothing is kept where this is no visit', async () => {
	const file = passingState();
	const visits = createVisits(file, [], now);
	expect(visits.begin(before)).toBe(null);
	await visits.end(before, now);
	expect(file.state()).toEqual({runs: {}, visits: {}});
});
