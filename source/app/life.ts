import {basename, dirname} from 'node:path';
import type {Time} from '../core/event.ts';
import type {Found} from '../core/found.ts';
import type {Happening} from '../core/happening.ts';
import type {Tracked} from './tracked.ts';

/** Happenings of one run that are kept. */
const most = 50;
/** Logs shorter than this are too much alike to know one again. */
const telling = 200;

/** Adds to the story of a run. */
export function note(tracked: Tracked, at: Time, what: Happening['what'], text: string): void {
	tracked.happened = [...tracked.happened, {at, what, text}].slice(-most);
	tracked.stale = true;
}

/** Tells that a run lies elsewhere than before, under another name or as an archive. */
export function noteMove(tracked: Tracked, before: Found, after: Found, now: Time): void {
	const [from, to] = [placeOf(before), placeOf(after)];
	if (from === to) return;
	const [old, name] = [basename(from), basename(to)];
	if (after.archived && !before.archived)
		note(tracked, now, 'archived', `archived: ${old} → ${name}`);
	else if (old === name) note(tracked, now, 'moved', `moved: ${dirname(from)} → ${dirname(to)}`);
	else note(tracked, now, 'renamed', `renamed: ${old} → ${name}`);
}

/** Where a run lies: its folder, or its file. */
export function placeOf({layout, folder, files}: Found): string {
	return layout === 'file' ? (files[0]?.full ?? folder) : folder;
}

/** The run that a lost one lives on as: copied to another disk, then deleted. */
export function copyOf(lost: Tracked, all: Iterable<Tracked>): Tracked | undefined {
	const files = namesOf(lost.found);
	if (files === '') return undefined;
	for (const run of all) {
		if (run === lost || run.gone || namesOf(run.found) !== files) continue;
		if (run.run && lost.run && run.run.startedAt !== lost.run.startedAt) continue;
		return run;
	}

	return undefined;
}

/** Names and sizes of all files of a run, or nothing where they say too little. */
function namesOf({files}: Found): string {
	const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
	if (bytes < telling) return '';
	return files.map(file => `${basename(file.full)} ${file.bytes}`).join('\n');
}
