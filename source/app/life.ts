import {basename, dirname} from 'node:path';
import type {Time} from '../core/event.ts';
import type {Found} from '../core/found.ts';
import type {Happening} from '../core/happening.ts';
import type {Host} from '../core/host.ts';
import type {Tracked} from './tracked.ts';

/** Happenings of one run that are kept. */
const most = 50;
/** Logs shorter than this are too much alike to know one again. */
const telling = 200;
/** Of a long file in an archive only the beginning is there. */
const longest = 1 << 22;

/** Adds to the story of a run, unless that was the last that was told. */
export function note(tracked: Tracked, at: Time, what: Happening['what'], text: string): void {
	if (tracked.happened.at(-1)?.text === text) return;
	tracked.happened = [...tracked.happened, {at, what, text}].slice(-most);
	tracked.stale = true;
}

/** Tells that a run lies elsewhere than before, under another name or as an archive. */
export function noteMove(tracked: Tracked, before: Found, after: Found, now: Time): void {
	const [from, to] = [placeOf(before), placeOf(after)];
	if (from === to) return;
	const [old, name] = [basename(from), basename(to)];
	const [was, is] = [before.path, after.path].map(dirname);
	const archive = archiveAround(to);
	if (archive !== undefined && archiveAround(from) === undefined)
		note(tracked, now, 'archived', packedText(from, archive));
	else if (after.archived && !before.archived)
		note(tracked, now, 'archived', `archived: ${old} → ${name}`);
	else if (old === name) note(tracked, now, 'moved', `moved: ${was} → ${is}`);
	else note(tracked, now, 'renamed', `renamed: ${old} → ${name}`);
}

/** Where a run lies: its folder, or its file. */
export function placeOf({layout, folder, files}: Found): string {
	return layout === 'file' ? (files[0]?.full ?? folder) : folder;
}

/** `/runs/exp.tar.gz/exp` → `/runs/exp.tar.gz`; undefined for what lies in no archive. */
function archiveAround(path: string): string | undefined {
	return /^.*?\.(?:tar\.gz|tgz|tar)(?=\/|$)/i.exec(path)?.[0];
}

function packedText(from: string, archive: string): string {
	return `packed: ${basename(from)} → ${basename(archive)}`;
}

/** Tells that a run is no longer found; where an archive bears its name, that it was packed into it. */
export async function noteLoss(tracked: Tracked, host: Host, now: Time): Promise<void> {
	const place = placeOf(tracked.found);
	const archive = await archiveNamed(place, host);
	if (archive === undefined) note(tracked, now, 'gone', `gone: ${tracked.found.path}`);
	else note(tracked, now, 'archived', packedText(place, archive));
}

/** `exp.tar.gz` beside the folder `exp` that is gone, or in the folder above. */
async function archiveNamed(place: string, host: Host): Promise<string | undefined> {
	const wanted = basename(place);
	for (const folder of [dirname(place), dirname(dirname(place))]) {
		for (const {name} of await host.list(folder).catch(() => [])) {
			if (
				archiveAround(name) !== undefined &&
				name.replace(/\.(?:tar\.gz|tgz|tar)$/i, '') === wanted
			)
				return `${folder}/${name}`;
		}
	}

	return undefined;
}

/** The run that a lost one lives on as: copied to another disk or packed, then deleted. */
export function copyOf(lost: Tracked, all: Iterable<Tracked>): Tracked | undefined {
	for (const run of all) {
		if (run === lost || run.gone || !tellsTheSame(lost.found, run.found)) continue;
		if (run.run && lost.run && run.run.startedAt !== lost.run.startedAt) continue;
		return run;
	}

	return undefined;
}

/** Whether other runs have all files of a run, by their ids: it was a part of them. */
export function isPartOf({files}: Found, others: ReadonlySet<string>): boolean {
	return files.length > 0 && files.every(({id}) => others.has(id));
}

/** Without the runs in archives that lie unpacked as well: nothing is told twice. */
export function withoutCopies(runs: readonly Found[]): readonly Found[] {
	const isPacked = (found: Found) => archiveAround(placeOf(found)) !== undefined;
	const plain = runs.filter(found => !isPacked(found));
	if (plain.length === runs.length) return runs;
	const byFile = Map.groupBy(
		plain.flatMap(found => found.files.map(file => ({found, name: basename(file.full)}))),
		({name}) => name,
	);
	return runs.filter(found => {
		const [main] = found.files;
		const alike = main && isPacked(found) ? (byFile.get(basename(main.full)) ?? []) : [];
		return !alike.some(({found: other}) => tellsTheSame(other, found));
	});
}

/** Whether the files of one run are those of another by their names and sizes, and say enough. */
function tellsTheSame(one: Found, other: Found): boolean {
	const packed = archiveAround(placeOf(other)) !== undefined;
	const [mine, theirs] = [sizesOf(one, packed), sizesOf(other, packed)];
	let bytes = 0;
	for (const [name, size] of theirs) {
		if (mine.get(name) !== size) return false;
		bytes += size;
	}

	return bytes >= telling && mine.size === theirs.size;
}

/** Files by their names with their sizes; an archive lacks what lies in a twin folder. */
function sizesOf({files}: Found, packed: boolean): ReadonlyMap<string, number> {
	const own = packed ? files.filter(({path}) => !path.startsWith('../')) : files;
	return new Map(
		own.map(({full, bytes}) => [basename(full), packed ? Math.min(bytes, longest) : bytes]),
	);
}
