import type {Time} from '../core/event.ts';

const many = 64;

/** Recent gaps between the things a file told, in seconds, those across a pause (validation, saving) apart. */
export type Rhythm = {
	/** Gaps between training records with nothing in between, and how far each went. */
	readonly gaps: Float64Array;
	readonly ways: Float64Array;
	count: number;
	/** Gaps from a training record to the next across something else. */
	readonly pauses: Float64Array;
	pauseCount: number;
	/** Seconds spent in pauses and way gone in this session, for the time that is left. */
	paused: number;
	way: number;
	/** Since the last training record: something else was told. */
	interrupted: boolean;
	lastRecordAt: number;
	lastPlace: number;
	/** Longest gap between any two things told since the session began, among the recent ones. */
	readonly silences: Float64Array;
	silenceCount: number;
	lastAt: number;
	/** What `usual` said last, and of how many gaps. */
	usual: {readonly count: number; readonly gaps: Gaps | null};
};

/** Median and greatest of gaps, in seconds. */
type Gaps = {readonly median: number; readonly longest: number};

/** A rhythm without a beat. */
export function createRhythm(): Rhythm {
	return {
		gaps: new Float64Array(many),
		ways: new Float64Array(many),
		count: 0,
		pauses: new Float64Array(16),
		pauseCount: 0,
		paused: 0,
		way: 0,
		interrupted: false,
		lastRecordAt: Number.NaN,
		lastPlace: Number.NaN,
		silences: new Float64Array(many),
		silenceCount: 0,
		lastAt: Number.NaN,
		usual: {count: 0, gaps: null},
	};
}

/** Notes that something was told at a time (NaN: not known). */
export function beat(rhythm: Rhythm, at: Time): void {
	if (Number.isNaN(at)) return;
	const gap = (at - rhythm.lastAt) / 1000;
	if (gap >= 0) rhythm.silences[rhythm.silenceCount++ % many] = gap;
	rhythm.lastAt = at;
}

/** Notes a training record at a place (steps, or epochs) of the run. */
export function beatRecord(rhythm: Rhythm, at: Time, place: number): void {
	if (Number.isNaN(at)) return;
	const gap = (at - rhythm.lastRecordAt) / 1000;
	const way = place - rhythm.lastPlace;
	if (gap >= 0 && way > 0) {
		rhythm.way += way;
		if (rhythm.interrupted) {
			rhythm.pauses[rhythm.pauseCount++ % rhythm.pauses.length] = gap;
			rhythm.paused += gap;
		} else {
			rhythm.gaps[rhythm.count % many] = gap;
			rhythm.ways[rhythm.count++ % many] = way;
		}
	}

	rhythm.interrupted = false;
	rhythm.lastRecordAt = at;
	rhythm.lastPlace = place;
}

/** Notes the training records [from, to) as `beat` (where `timed`) and `beatRecord` do one by one. */
export function beatRecords(
	rhythm: Rhythm,
	at: ArrayLike<number>,
	places: ArrayLike<number>,
	from: number,
	to: number,
	timed: boolean,
): void {
	let row = from;
	while (row < to && Number.isNaN(at[row])) row++;
	if (row === to) return;
	if (timed) beat(rhythm, at[row]!);
	beatRecord(rhythm, at[row]!, places[row]!);
	const {gaps, ways, silences} = rhythm;
	let {lastRecordAt, lastPlace, lastAt, way: gone, count, silenceCount} = rhythm;
	for (row++; row < to; row++) {
		const time = at[row]!;
		if (Number.isNaN(time)) continue;
		const place = places[row]!;
		const gap = (time - lastRecordAt) / 1000;
		const way = place - lastPlace;
		if (gap >= 0 && way > 0) {
			gone += way;
			gaps[count % many] = gap;
			ways[count++ % many] = way;
		}

		if (timed) {
			const silence = (time - lastAt) / 1000;
			if (silence >= 0) silences[silenceCount++ % many] = silence;
			lastAt = time;
		}

		lastRecordAt = time;
		lastPlace = place;
	}

	Object.assign(rhythm, {lastRecordAt, lastPlace, lastAt, way: gone, count, silenceCount});
}

/** Notes that something other than a training record was told: the next gap is no stepping. */
export function pause(rhythm: Rhythm): void {
	rhythm.interrupted = true;
}

/** A new session: the gap before it is none of the run's own. */
export function restart(rhythm: Rhythm): void {
	rhythm.lastRecordAt = Number.NaN;
	rhythm.lastPlace = Number.NaN;
	rhythm.lastAt = Number.NaN;
	rhythm.interrupted = false;
	rhythm.paused = 0;
	rhythm.way = 0;
}

/** Median and greatest of the recent gaps, in seconds; null before there are three. */
export function usual(rhythm: Rhythm): Gaps | null {
	const {silenceCount: count, silences} = rhythm;
	if (rhythm.usual.count === count) return rhythm.usual.gaps;
	const size = Math.min(count, many);
	const sorted = silences.slice(0, size).sort();
	const gaps = {median: sorted[size >> 1] as number, longest: sorted[size - 1] as number};
	rhythm.usual = {count, gaps: size < 3 ? null : gaps};
	return rhythm.usual.gaps;
}

/** Steps (or epochs) a second while training; null before there is a pace. */
export function paceOf(rhythm: Rhythm): number | null {
	const size = Math.min(rhythm.count, many);
	if (size < 2) return null;
	let sum = 0;
	for (let index = 0; index < size; index++) sum += rhythm.gaps[index]!;
	// A gap far beyond the others holds a pause that no line told of.
	const bound = Math.max(3, (5 * sum) / size);
	let seconds = 0;
	let way = 0;
	for (let index = 0; index < size; index++) {
		const gap = rhythm.gaps[index] as number;
		if (gap > bound) continue;
		seconds += gap;
		way += rhythm.ways[index] as number;
	}

	return seconds > 0 && way > 0 ? way / seconds : null;
}
