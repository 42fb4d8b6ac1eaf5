import type {Format} from '../core/format.ts';
import {understand} from './read.ts';
import type {Dating} from './time.ts';

type Formats = Readonly<Record<string, Format>>;

/** What a format understood of the lines it was tried on. */
export type Score = {
	readonly id: string;
	readonly fallback: boolean;
	/** The user's own. */
	readonly own: boolean;
	/** Lines of metrics. */
	records: number;
	/** Lines it knows at all. */
	understood: number;
	hallmarks: number;
};

/** No line tried yet. */
export function beginScores(formats: Formats): readonly Score[] {
	return Object.entries(formats).map(([id, {fallback = false, own = false}]) => ({
		id,
		fallback,
		own,
		records: 0,
		understood: 0,
		hallmarks: 0,
	}));
}

/** Tries every format on one more line; one without a digit is no record, only a hallmark may tell it. */
export function scoreLine(
	scores: readonly Score[],
	formats: Formats,
	text: string,
	dating: Dating,
): void {
	const counts = /\d/.test(text);
	for (const score of scores) {
		const format = formats[score.id]!;
		if (format.hallmark?.test(text)) score.hallmarks++;
		if (!counts) continue;
		const events = understand(format, text, dating)?.events;
		if (!events) continue;
		score.understood++;
		if (events.some(({kind}) => kind === 'metrics')) score.records++;
	}
}

/**
The format that understands most: records first, then its hallmark, then other lines; the user's own
before any other, where it understands half as many records; a fallback only where no particular format
understands a third as many. Undefined: none knows any of it.
*/
export function best(scores: readonly Score[]): Score | undefined {
	const ranked = scores
		.filter(worth)
		.toSorted(
			(a, b) => b.records - a.records || b.hallmarks - a.hallmarks || b.understood - a.understood,
		);
	const own = ranked.find(score => score.own);
	if (own && own.records * 2 >= ranked[0]!.records) return own;
	const particular = ranked.find(({fallback}) => !fallback);
	const general = ranked.find(({fallback}) => fallback);
	if (!particular || !general) return particular ?? general;
	return particular.records * 3 > general.records ? particular : general;
}

/** Whether one format leads so clearly that no more lines need be tried. */
export function settled(scores: readonly Score[]): boolean {
	const leader = best(scores);
	if (!leader || leader.fallback || leader.records < 6) return false;
	return scores.every(
		score => score === leader || score.fallback || score.records * 2 + 4 <= leader.records,
	);
}

function worth({records, hallmarks, understood, fallback}: Score): boolean {
	return records > 0 || hallmarks > 0 || (!fallback && understood > 2);
}
