import {expect, test} from 'vitest';
import type {Checkpoint} from '../../source/core/checkpoint.ts';
import {diskOf} from '../../source/core/disk.ts';
import {growthOf} from '../../source/judge/growth.ts';
import {dawn} from '../kit/patient.ts';

const hour = 3_600_000;

/** A save of 1000 bytes, so many hours after the run began. */
function saved(after: number, kind: Checkpoint['kind'] = 'periodic'): Checkpoint {
	const path = `epoch_${after}.pth`;
	const savedAt = dawn + after * hour;
	return {path, files: [path], kind, bytes: 1000, savedAt, step: null, epoch: null, resume: 'full'};
}

const growth = (checkpoints: readonly Checkpoint[], more = 0, bytes = 0) =>
	growthOf({
		checkpoints,
		files: [{bytes}],
		startedAt: dawn,
		updatedAt: dawn + 10 * hour,
		more,
	});

test('saves that stay are counted by their size and their distance', () => {
	expect(growth([saved(2), saved(4), saved(6)])).toBe(500);
});

test('logs grow as well', () => {
	expect(growth([], 0, 7000)).toBe(700);
});

test('where older saves are removed, nothing grows', () => {
	expect(growth([saved(8), saved(9), saved(10)])).toBe(0);
});

test('older saves that lie there unseen were not removed', () => {
	expect(growth([saved(8), saved(9), saved(10)], 7)).toBe(1000);
});

test('the best and the last one are overwritten', () => {
	expect(growth([saved(3, 'best'), saved(6, 'last'), saved(9, 'best')])).toBe(0);
});

test('one save shows no pace', () => {
	expect(growth([saved(2)])).toBeNull();
});

test('the faster of its own growth and of what all write decides when it is full', () => {
	expect(diskOf({free: 6000, size: 10_000}, 1000, 2000).fullSeconds).toBe(3 * 3600);
	expect(diskOf({free: 6000, size: 10_000}, null, null).fullSeconds).toBeNull();
	expect(diskOf({free: 6000, size: 10_000}, 0, 0).fullSeconds).toBeNull();
});

test('where no line tells a time, the saves do, and their places whether older ones were removed', () => {
	const untimed = (first: number) =>
		growthOf({
			checkpoints: [2, 4, 6].map((hours, index) => ({...saved(hours), epoch: first + index})),
			files: [],
			startedAt: null,
			updatedAt: null,
			more: 0,
		});
	expect([untimed(1), untimed(8)]).toEqual([500, 0]);
});
