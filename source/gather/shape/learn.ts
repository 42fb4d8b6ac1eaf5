import {type Event, type EventOf, places} from '../../core/event.ts';
import type {Format} from '../../core/format.ts';
import {type Understood, understand} from '../read.ts';
import {parseNumber} from '../rest/number.ts';
import type {Dating} from '../time.ts';
import {type Fields, fieldsOf, type Meaning, numberOf, type Target} from './fields.ts';
import {matches} from './match.ts';
import {type Pattern, patternOf, widen} from './pattern.ts';
import type {Token} from './tokens.ts';

type RecordMeaning = Extract<Meaning, {kind: 'record'}>;
type Metrics = EventOf<'metrics'>;

/** What is learnt from: a line, what was read of it, and how to read others. */
export type Lesson = {
	readonly text: string;
	readonly all: readonly Token[];
	readonly told: Understood | undefined;
	readonly format: Format;
	readonly dating: Dating;
};

/** A pattern and its meaning, learnt. */
export type Learnt = {
	readonly pattern: Pattern;
	readonly meaning: Meaning;
	readonly fields: Fields;
};

/**
Learns what the slots of a line mean by reading it again with other digits in one slot at a time: the
field that changes to the new number is the slot's. Undefined when any digit changes anything else.
*/
export function learn(lesson: Lesson): Learnt | undefined {
	const {text, all, dating} = lesson;
	if (joined(text, all)) return undefined;
	const pattern = patternOf(text, all, dating);
	if (!pattern) return undefined;
	widen(pattern, text, all);
	if (!matches(pattern, text)) return undefined;
	const meaning = meaningOf(lesson);
	const learnt = meaning && {pattern, meaning, fields: fieldsOf(meaning)};
	return learnt && proven(learnt, lesson) ? learnt : undefined;
}

/**
Proves that a line of a known shape, whose widths have not been seen, means what the shape says, and
with other digits of these widths too; then lines of these widths are of the shape.
*/
export function prove(learnt: Learnt, lesson: Lesson): boolean {
	if (!proven(learnt, lesson)) return false;
	widen(learnt.pattern, lesson.text, lesson.all);
	return true;
}

function proven(learnt: Learnt, lesson: Lesson): boolean {
	if (!agrees(learnt, lesson.text, lesson.all, lesson.told)) return false;
	return ['0', '1', '5', '9'].every(digit => {
		const text = lesson.all.reduceRight((line, token) => filled(line, token, digit), lesson.text);
		return agrees(learnt, text, lesson.all, understand(lesson.format, text, lesson.dating));
	});
}

/** Two numbers with only a comma between them may be one. */
function joined(text: string, all: readonly Token[]): boolean {
	return all.some((token, index) => {
		const next = all[index + 1];
		return next !== undefined && text.slice(token.end, next.start) === ',';
	});
}

function meaningOf({text, all, told, format, dating}: Lesson): Meaning | undefined {
	const event = told && recordOf(told);
	if (!event) return {kind: 'nothing', known: told !== undefined};
	const meaning = {
		kind: 'record' as const,
		split: event.split,
		keys: Object.keys(event.values),
		values: Object.values(event.values) as Array<Target | number>,
		position: {...event.position} as Record<string, Target | number>,
		at: undefined as Target | undefined,
		bar: barOf(told),
	};
	for (const [slot, token] of all.entries()) {
		if (token.kind === 'time') {
			meaning.at = {slot, negative: false};
			continue;
		}

		const [changed, number] = turned(text, token);
		const other = recordOf(understand(format, changed, dating));
		if (!other || !bind(meaning, event, other, targetOf(slot, number))) return undefined;
	}

	return event.at !== undefined && !meaning.at ? undefined : meaning;
}

/** Binds the fields that a slot changed; false when a change is not understood. */
function bind(
	meaning: {
		readonly keys: readonly string[];
		values: Array<Target | number>;
		position: Record<string, Target | number>;
	},
	event: Metrics,
	other: Metrics,
	target: ReturnType<typeof targetOf>,
): boolean {
	for (const [index, key] of meaning.keys.entries()) {
		const value = target(event.values[key], other.values[key]);
		if (value === null) return false;
		if (value) meaning.values[index] = value;
	}

	for (const place of places) {
		const value = target(event.position?.[place], other.position?.[place]);
		if (value === null) return false;
		if (value) meaning.position[place] = value;
	}

	return true;
}

/** Tells what a change of a field by a change of a slot means: undefined nothing, null that it is not understood. */
function targetOf(slot: number, number: number) {
	return (was: number | undefined, is: number | undefined): Target | undefined | null => {
		if (Object.is(was, is)) return undefined;
		if (is === number) return {slot, negative: false};
		return is === -number ? {slot, negative: true} : null;
	};
}

/** The line with other digits in one slot, of the same widths, and their number; a bar filled otherwise. */
function turned(text: string, {kind, start, end}: Token): readonly [string, number] {
	const digits = text.slice(start, end);
	if (kind === 'bar') {
		const other = (digits.startsWith('█') ? '▌' : '█') + digits.slice(1);
		return [text.slice(0, start) + other + text.slice(end), Number.NaN];
	}

	const mantissa = digits.search(/[eE]|$/);
	let other = '';
	for (const [index, digit] of [...digits].entries()) {
		const turn = index < mantissa && digit >= '0' && digit <= '9';
		const next = String((Number(digit) + 1) % 10);
		other += turn ? (index === 0 && next === '0' ? '1' : next) : digit;
	}

	return [text.slice(0, start) + other + text.slice(end), parseNumber(other) ?? Number.NaN];
}

function filled(text: string, {kind, start, end}: Token, digit: string): string {
	if (kind === 'time' || kind === 'bar') return text;
	const digits = text.slice(start, end);
	const mantissa = digits.search(/[eE]|$/);
	const other = digits.slice(0, mantissa).replace(/\d/g, digit) + digits.slice(mantissa);
	return text.slice(0, start) + other + text.slice(end);
}

function agrees(
	{pattern, meaning}: Learnt,
	text: string,
	all: readonly Token[],
	told: Understood | undefined,
): boolean {
	if (meaning.kind === 'nothing') {
		return (told !== undefined) === meaning.known && (told?.events.length ?? 0) === 0;
	}

	const event = recordOf(told);
	if (!event || barOf(told) !== meaning.bar) return false;
	const trial = {...pattern, ops: pattern.ops.slice()};
	widen(trial, text, all);
	return matches(trial, text) && same(event, meaning, pattern.numbers);
}

function same(
	event: Metrics,
	{split, keys, values, position, at}: RecordMeaning,
	numbers: Float64Array,
): boolean {
	const value = (target: Target | number) => numberOf(target, numbers);
	const names = Object.keys(event.values);
	return (
		event.split === split &&
		names.length === keys.length &&
		keys.every(
			(key, index) => names[index] === key && Object.is(event.values[key], value(values[index]!)),
		) &&
		places.every(place => {
			const target = position[place];
			return Object.is(event.position?.[place], target === undefined ? undefined : value(target));
		}) &&
		Object.is(event.at, at && numbers[at.slot])
	);
}

/** The one record of a line that stands for itself, or of a frame of a bar that shows the values of a step. */
export function recordOf(told: Understood | undefined): Metrics | undefined {
	if (
		told?.shape.kind !== 'metrics' ||
		told.shape.joins ||
		told.shape.within ||
		told.shape.bar === 'mean'
	)
		return undefined;
	const [event, ...others]: readonly Event[] = told.events;
	return event?.kind === 'metrics' && others.length === 0 ? event : undefined;
}

function barOf(told: Understood | undefined): 'each' | 'next' | undefined {
	if (told?.shape.kind !== 'metrics' || told.shape.bar === 'mean') return undefined;
	return told.shape.bar;
}
