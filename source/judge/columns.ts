import type {Point} from '../core/series.ts';
import {type Column, createTrack, makeRoom, splitTrack, type Track} from './track.ts';

/** What one session told of one metric: exact, whatever is thinned. */
export type Span = {
	points: number;
	nonFinite: number;
	first: Point;
	last: Point;
	/** Step in the epoch as printed, of the first and last point. */
	firstInEpoch: number | null;
	lastInEpoch: number | null;
	/** Of the finite values. */
	min: Point | null;
	max: Point | null;
};

/** One metric of one file: its column, the track that holds it, and a span for each session. */
export type Told = {
	readonly name: string;
	track: Track;
	column: Column;
	/** By number of the session; a session that did not tell it has none. */
	readonly spans: Map<number, Span>;
};

/** All metrics of one split of one file. */
export type Table = {
	/** Whether points are kept, not only what they come to. */
	readonly kept: boolean;
	readonly told: Map<string, Told>;
	/** Names beyond the bound, whose values are not kept. */
	dropped: number;
	/** Hears every record [from, to) of a batch as it is told. */
	readonly heard: Heard | undefined;
	/** Spans of all its metrics. */
	spans: number;
	/** Where the columns of a set of names lie; forgotten when tracks split. */
	readonly plans: Map<string, Plan>;
};

/** Records [from, to) of a batch. */
export type Heard = (batch: Batch, from: number, to: number) => void;

type Lane = {readonly told: Told; readonly index: number};
type Plan = ReadonlyArray<{readonly track: Track; readonly lanes: readonly Lane[]}>;

/** Records of one shape, column by column: places normalised, NaN where unknown. */
export type Batch = {
	readonly length: number;
	readonly step: ArrayLike<number>;
	readonly epoch: ArrayLike<number>;
	readonly stepInEpoch: ArrayLike<number>;
	readonly at: ArrayLike<number>;
	readonly line: ArrayLike<number>;
	readonly offset: ArrayLike<number>;
	/** Number of the first record. */
	readonly order: number;
	readonly names: readonly string[];
	readonly values: ReadonlyArray<ArrayLike<number>>;
};

/** More names than this in one split are noise. */
export const mostNames = 400;

/** A table that was told nothing yet; one that is not `kept` holds spans without points. */
export function createTable(kept = true, heard?: Heard): Table {
	return {kept, heard, told: new Map(), dropped: 0, spans: 0, plans: new Map()};
}

/** Appends the records [from, to) of a batch, all of one session. */
export function append(
	table: Table,
	batch: Batch,
	session: number,
	from = 0,
	to: number = batch.length,
): void {
	if (to > from) table.heard?.(batch, from, to);
	for (const {track, lanes} of planOf(table, batch.names)) {
		for (let begin = table.kept ? from : to; begin < to; ) {
			const room = makeRoom(track, to - begin);
			write(track, lanes, batch, begin, begin + room);
			begin += room;
		}

		for (const {told, index} of lanes) span(table, told, batch, index, session, from, to);
	}
}

function write(track: Track, lanes: readonly Lane[], batch: Batch, from: number, to: number): void {
	const start = track.length - from;
	const {step, epoch, at, line, offset, order} = track.axes;
	for (let row = from; row < to; row++) {
		const place = start + row;
		step[place] = batch.step[row] as number;
		epoch[place] = batch.epoch[row] as number;
		at[place] = batch.at[row] as number;
		line[place] = batch.line[row] as number;
		offset[place] = batch.offset[row] as number;
		order[place] = batch.order + row;
	}

	for (const {told, index} of lanes) {
		const values = batch.values[index] as ArrayLike<number>;
		const {values: into} = told.column;
		for (let row = from; row < to; row++) into[start + row] = values[row] as number;
	}

	track.length += to - from;
}

function planOf(table: Table, names: readonly string[]): Plan {
	const key = names.join('\n');
	const known = table.plans.get(key);
	if (known) return known;
	meet(table, names);
	const tracks = new Map<Track, Lane[]>();
	for (const [index, name] of names.entries()) {
		const told = table.told.get(name);
		if (told && names.indexOf(name) === index) {
			const lanes = tracks.get(told.track) ?? [];
			tracks.set(told.track, lanes);
			lanes.push({told, index});
		}
	}

	const plan = [...tracks].map(([track, lanes]) => {
		if (lanes.length < track.columns.length) leaveOut(table, track, lanes);
		return {track, lanes};
	});
	if (table.plans.size > 256) table.plans.clear();
	table.plans.set(key, plan);
	return plan;
}

/** Gives names heard for the first time a track that they share. */
function meet(table: Table, names: readonly string[]): void {
	const fresh = [...new Set(names)].filter(name => !table.told.has(name));
	const kept = fresh.slice(0, Math.max(0, mostNames - table.told.size));
	table.dropped += fresh.length - kept.length;
	if (kept.length === 0) return;
	const track = createTrack(kept);
	for (const column of track.columns) {
		table.told.set(column.name, {name: column.name, track, column, spans: new Map()});
	}
}

/** The columns of a track that a record does not tell move to a track of their own. */
function leaveOut(table: Table, track: Track, lanes: readonly Lane[]): void {
	const here = new Set(lanes.map(({told}) => told.name));
	const others = track.columns.map(({name}) => name).filter(name => !here.has(name));
	const moved = splitTrack(track, new Set(others));
	for (const name of others) (table.told.get(name) as Told).track = moved;
	table.plans.clear();
}

function pointOf(batch: Batch, index: number, row: number): Point {
	return {
		step: known(batch.step[row]),
		epoch: known(batch.epoch[row]),
		at: known(batch.at[row]),
		line: batch.line[row] as number,
		value: (batch.values[index] as ArrayLike<number>)[row] as number,
	};
}

/** NaN is null: the way from columns to words. */
export function known(value: number | undefined): number | null {
	return value === undefined || Number.isNaN(value) ? null : value;
}

function span(
	table: Table,
	told: Told,
	batch: Batch,
	index: number,
	session: number,
	from: number,
	to: number,
): void {
	if (to <= from) return;
	const values = batch.values[index] as ArrayLike<number>;
	const before = told.spans.get(session);
	let min = -1;
	let max = -1;
	let least = before?.min?.value ?? Number.POSITIVE_INFINITY;
	let most = before?.max?.value ?? Number.NEGATIVE_INFINITY;
	let nonFinite = 0;
	for (let row = from; row < to; row++) {
		const value = values[row]!;
		if (value - value !== 0) {
			nonFinite++;
			continue;
		}

		if (value < least) {
			least = value;
			min = row;
		}

		if (value > most) {
			most = value;
			max = row;
		}
	}

	const now = before ?? {
		points: 0,
		nonFinite: 0,
		first: pointOf(batch, index, from),
		last: pointOf(batch, index, from),
		firstInEpoch: known(batch.stepInEpoch[from]),
		lastInEpoch: null,
		min: null,
		max: null,
	};
	now.points += to - from;
	now.nonFinite += nonFinite;
	now.last = pointOf(batch, index, to - 1);
	now.lastInEpoch = known(batch.stepInEpoch[to - 1]);
	if (min >= 0) now.min = pointOf(batch, index, min);
	if (max >= 0) now.max = pointOf(batch, index, max);
	if (before) return;
	told.spans.set(session, now);
	table.spans++;
}
