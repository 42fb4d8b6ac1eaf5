import type {Format, LineShape} from '../core/format.ts';
import {createGrams, gramsOf, noteGrams} from './grams.ts';
import {mayHoldOne} from './held.ts';
import {literalsOf} from './literal.ts';
import {understand} from './read.ts';
import type {Dating} from './time.ts';

type Formats = Readonly<Record<string, Format>>;

/** What a format understood of the lines it was tried on. */
export type Score = {
	readonly id: string;
	readonly fallback: boolean;
	/** The user's own. */
	readonly own: boolean;
	/** It has a hallmark, which may not have been seen. */
	readonly marked: boolean;
	/** Without its hallmark it is not chosen. */
	readonly guarded: boolean;
	/** Lines of metrics. */
	records: number;
	/** Lines it knows at all. */
	understood: number;
	hallmarks: number;
	/** The heading of its columns was there. */
	headed: boolean;
};

/** No line tried yet. */
export function beginScores(formats: Formats): readonly Score[] {
	return Object.entries(formats).map(
		([id, {fallback = false, own = false, guarded = false, hallmark}]) => ({
			id,
			fallback,
			own,
			marked: hallmark !== undefined,
			guarded,
			records: 0,
			understood: 0,
			hallmarks: 0,
			headed: false,
		}),
	);
}

/** Digits, and what fills a bar. */
const fleeting = /\d+|(?<=%\|)[\u2580-\u259F ]+(?=\|)/g;

/**
What each format tells of kinds of lines, which differ in their digits and in how far their bars are only:
remembered for all files, because those of one fleet say the same.
*/
const remembered = new WeakMap<Formats, Map<string, readonly number[]>>();

const mostKinds = 512;
/** Longer lines are rare, and seldom alike. */
const longestKind = 1024;

function kindsOf(formats: Formats): Map<string, readonly number[]> {
	let kinds = remembered.get(formats);
	if (!kinds) {
		kinds = new Map();
		remembered.set(formats, kinds);
	}

	return kinds;
}

/**
Tries every format on one more line, or tells again what they told of one of its kind; a line without a
digit is no record, only a hallmark may tell it.
*/
export function scoreLine(
	scores: readonly Score[],
	formats: Formats,
	text: string,
	dating: Dating,
): void {
	const told = tellsOfAll(formats, text, dating);
	for (let index = 0; index < told.length; index++) {
		const tells = told[index]!;
		if (tells !== 0) note(scores[index]!, tells);
	}
}

function tellsOfAll(formats: Formats, text: string, dating: Dating): readonly number[] {
	const kinds = kindsOf(formats);
	const kind = text.length > longestKind ? text : text.replace(fleeting, '0');
	const known = kinds.get(kind);
	if (known) return known;
	noteGrams(grams, text);
	const numbered = /\d/.test(text);
	const told = Object.values(formats).map(format => tellsOf(format, text, numbered, dating));
	if (kind.length > longestKind) return told;
	if (kinds.size >= mostKinds) kinds.clear();
	kinds.set(kind, told);
	return told;
}

function note(score: Score, tells: number): void {
	if (tells & hallmarked) score.hallmarks++;
	if (tells & knows) score.understood++;
	if (tells & heading) score.headed = true;
	if (tells & records && (score.headed || !(tells & nameless))) score.records++;
}

const hallmarked = 1;
const knows = 2;
const records = 4;
const heading = 8;
/** A row whose values only a heading can name. */
const nameless = 16;

/** Those of the line that is tried now. */
const grams = createGrams();
const marks = new WeakMap<RegExp, readonly Int32Array[]>();

/** Whether the line bears what only this format writes. */
function bears(hallmark: RegExp, text: string): boolean {
	let places = marks.get(hallmark);
	if (places === undefined) {
		places = literalsOf(hallmark).map(gramsOf);
		marks.set(hallmark, places);
	}

	return mayHoldOne(grams, places) && hallmark.test(text);
}

/** What a format tells of the line whose grams are noted. */
function tellsOf(format: Format, text: string, numbered: boolean, dating: Dating): number {
	const hallmark = format.hallmark && bears(format.hallmark, text) ? hallmarked : 0;
	if (!numbered && !hasHeadings(format)) return hallmark;
	const known = understand(format, text, dating, grams);
	if (!known) return hallmark;
	if (isHeading(known.shape)) return hallmark | heading | (numbered ? knows : 0);
	if (!numbered) return hallmark;
	const measured = known.events.filter(event => event.kind === 'metrics');
	if (measured.length === 0) return hallmark | knows;
	const unnamed = known.shape.columns && measured.some(({values}) => 'c1' in values);
	return hallmark | knows | records | (unnamed ? nameless : 0);
}

const headings = new WeakMap<Format, boolean>();

/** Whether the names of its values may stand in a heading. */
function hasHeadings(format: Format): boolean {
	const known = headings.get(format) ?? format.lines.some(isHeading);
	headings.set(format, known);
	return known;
}

function isHeading({kind, columns}: LineShape): boolean {
	return kind === 'phase' && columns === true;
}

/**
The format that understands most: records first, then its hallmark, then other lines; the user's own
before any other, where it understands half as many records; a fallback only where no particular format
understands half as many, or bears its hallmark where there are few records at all. Undefined: none knows any of it.
*/
export function best(scores: readonly Score[]): Score | undefined {
	const ranked = scores
		.filter(worth)
		.toSorted(
			(a, b) =>
				weightOf(b) - weightOf(a) || b.hallmarks - a.hallmarks || b.understood - a.understood,
		);
	const own = ranked.find(score => score.own);
	if (own && own.records * 2 >= ranked[0]!.records) return own;
	const particular = ranked.find(({fallback}) => !fallback);
	const general = ranked.find(({fallback}) => fallback);
	if (!particular || !general) return particular ?? general;
	const few = particular.hallmarks > 0 && general.records < (particular.records > 0 ? 4 : 3);
	return few || particular.records * 2 > general.records ? particular : general;
}

/** Whether one format leads so clearly that no more lines need be tried. */
export function settled(scores: readonly Score[]): boolean {
	const leader = best(scores);
	if (!leader || leader.fallback || leader.records < 6) return false;
	return scores.every(
		score => score === leader || score.fallback || score.records * 2 + 4 <= leader.records,
	);
}

/** Records; a few lines that only look like those of a format whose hallmark is nowhere weigh nothing. */
function weightOf({records, marked, hallmarks}: Score): number {
	return marked && hallmarks === 0 && records < 4 ? 0 : records;
}

function worth({records, hallmarks, understood, fallback, guarded}: Score): boolean {
	if (guarded && hallmarks === 0) return false;
	return records > 0 || hallmarks > 0 || (!fallback && understood > 2);
}
