import {expect, it} from 'vitest';
import {createBacklog} from '../../source/app/backlog.ts';
import type {Followed} from '../../source/app/followed.ts';
import type {Tracked} from '../../source/app/tracked.ts';
import {createTurns} from '../../source/app/turns.ts';

/** A file that takes as many steps as are asked for, and writes them down. */
function fileOf(id: string, steps: number, story: string[]): Followed {
	let left = steps;
	const file: Partial<Followed> = {
		id,
		size: () => 10,
		modifiedAt: () => 0,
		changes: () => steps - left,
		step: async () => {
			story.push(`reads ${id}`);
			left--;
			return left > 0;
		},
	};
	return file as Followed;
}

it('reads a file to its end and tells of every slice', async () => {
	const story: string[] = [];
	const backlog = createBacklog();
	const run = {stale: false} as Tracked;
	backlog.add(fileOf('a', 2, story), run);
	const turns = createTurns(backlog, () => 0);
	await turns.read(() => {
		story.push('rests');
		if (backlog.empty()) backlog.stop();
	});
	expect(story).toEqual(['reads a', 'reads a', 'rests']);
	expect(run.stale).toBe(true);
});

it('gives way to a key: the frame that follows it is drawn before anything more is read', async () => {
	const story: string[] = [];
	const backlog = createBacklog();
	const run = {stale: false} as Tracked;
	backlog.add(fileOf('a', 1, story), run);
	backlog.add(fileOf('b', 1, story), run);
	const turns = createTurns(backlog, () => 0);
	await turns.read(() => {
		if (backlog.empty()) {
			backlog.stop();
			return;
		}

		story.push('key');
		turns.giveWay();
		setTimeout(() => story.push('frame'), 8);
	});
	expect(story).toEqual(['reads b', 'key', 'frame', 'reads a']);
});
