import {type Event, type Position, splits, type Values} from '../core/event.ts';
import type {Format, LineShape} from '../core/format.ts';
import type {Grams} from './grams.ts';
import {heldBy, mayBe, maySay} from './held.ts';
import {parseNumber} from './rest/number.ts';
import {type Pair, pairs} from './rest/pairs.ts';
import {dictionary} from './rest/python.ts';
import {sorted} from './sorted.ts';
import {type Dating, parseTime} from './time.ts';

const rests = {pairs, python: dictionary, json: dictionary};

/** Groups of an expression that are words, not measured values. */
const words = new Set(['time', 'level', 'path', 'text', 'monitor', 'key', 'value']);
/** Stands for a field that is the line's time: no metric is called so. */
const stamp = ' time';
const places = new Set([stamp, 'epoch', 'epochs', 'step', 'steps', 'stepInEpoch', 'stepsPerEpoch']);

/** What a line says, and the shape that knows it. */
export type Understood = {
	readonly shape: LineShape;
	readonly events: readonly Event[];
	/** The time stamp as it is written. */
	readonly time: string | undefined;
};

/**
What a line says in a format, by the format's expressions alone: the one meaning of a line that every
faster way must equal. Undefined: the format does not know the line; empty: known, worth nothing.
*/
export function read(format: Format, line: string, dating?: Dating): readonly Event[] | undefined {
	return understand(format, line, dating)?.events;
}

/**
As `read`, with the shape that knows the line. `grams` are those of the line, where many formats are
tried on it: shapes that it cannot have are passed over.
*/
export function understand(
	format: Format,
	line: string,
	dating?: Dating,
	grams?: Grams,
): Understood | undefined {
	const held = heldBy(format);
	if (grams && !maySay(held, grams)) return undefined;
	const head = format.head?.exec(line);
	const text = head ? line.slice(head.index + head[0].length) : line;
	const {lines} = format;
	for (let index = 0; index < lines.length; index++) {
		if (!mayBe(text, held[index]!, grams)) continue;
		const told = toldBy(lines[index]!, text, head, dating);
		if (told) return told;
	}

	return undefined;
}

/** What a text says if it is of this shape. */
function toldBy(
	shape: LineShape,
	text: string,
	head: RegExpExecArray | null | undefined,
	dating: Dating | undefined,
): Understood | undefined {
	const match = shape.match.exec(text);
	if (!match) return undefined;
	const fields = fieldsOf(shape, match, text);
	const events = eventsOf(shape, match, text, fields);
	if (!events) return undefined;
	const time = match.groups?.time ?? head?.groups?.time;
	const at = time === undefined ? unixTime(fields) : parseTime(time, dating);
	return {shape, time, events: at === undefined ? events : events.map(event => ({at, ...event}))};
}

type Groups = Readonly<Record<string, string | undefined>>;
type Placed = {readonly position?: Position};

function eventsOf(
	shape: LineShape,
	match: RegExpExecArray,
	text: string,
	fields: readonly Pair[],
): readonly Event[] | undefined {
	const groups: Groups = match.groups ?? {};
	const position = positionOf(shape, fields);
	const placed = Object.keys(position).length > 0 ? {position} : {};
	switch (shape.kind) {
		case 'metrics':
			return metricsOf(shape, fields, placed, groups);
		case 'checkpoint':
			return [checkpointOf(shape, groups, placed)];
		case 'trouble': {
			const passing = shape.passing ? {passing: true} : {};
			return [{kind: 'trouble', what: shape.what, text: groups.text ?? text.trim(), ...passing}];
		}

		case 'phase':
			return [
				{
					kind: 'phase',
					phase: shape.phase,
					...placed,
					...given({text: groups.text ?? (shape.phase === 'resumed' ? sourceIn(text) : undefined)}),
				},
			];
		case 'facts': {
			const facts: Record<string, number> = {};
			for (const {name, value} of fields) if (!places.has(name)) facts[name] = value;
			return [{kind: 'facts', facts, ...placed}];
		}

		case 'noise':
			return [];
	}
}

/** A line that names a checkpoint is told whole: what was resumed from stands in it. */
function sourceIn(text: string): string | undefined {
	return named.test(text) ? text.trim() : undefined;
}

const named =
	/\.(?:pth|pt|ckpt|tar|states?|pdparams|safetensors|h5|keras|bin|npz|zip)\b|checkpoint-\d|\S\/\S|\b(?:latest|global_step_?\d+)\b|optimi[sz]er/i;

function checkpointOf(
	shape: Extract<LineShape, {kind: 'checkpoint'}>,
	{path, monitor, value}: Groups,
	placed: Placed,
): Event {
	return {
		kind: 'checkpoint',
		best: shape.best ?? false,
		...placed,
		...given({path, monitor: monitor?.trim(), value: numberOf(value)}),
	};
}

/** Only the properties that are told. */
function given<T extends object>(parts: T): {[K in keyof T]?: Exclude<T[K], undefined>} {
	const told: {[K in keyof T]?: Exclude<T[K], undefined>} = {};
	for (const name in parts) {
		if (parts[name] !== undefined) told[name] = parts[name] as Exclude<T[typeof name], undefined>;
	}

	return told;
}

function numberOf(digits: string | undefined): number | undefined {
	return digits === undefined ? undefined : parseNumber(digits.trim());
}

/** Every named number of the match and of what follows it, in the order of the text. */
function fieldsOf(shape: LineShape, match: RegExpExecArray, text: string): readonly Pair[] {
	const groups: Groups = match.groups ?? {};
	const fields: Pair[] = [];
	const add = (name: string, digits: string | undefined) => {
		const value = numberOf(digits);
		if (value !== undefined) fields.push({name, value, start: -1, end: -1});
	};
	for (const name in groups) if (!words.has(name)) add(name, groups[name]);
	const key = shape.kind === 'metrics' ? (groups.key?.trim() ?? shape.name) : undefined;
	if (key) add(shape.places?.[key] ?? key, groups.value);
	const rest = shape.rest ? rests[shape.rest](text, match.index + match[0].length) : [];
	for (const field of rest) {
		const place = placeOf(shape, field.name);
		fields.push(place ? {...field, name: place === 'time' ? stamp : place} : field);
	}

	return fields.filter(({name}) => name !== 'none');
}

/** What a name counts; `train step` counts what `step` does. */
function placeOf(shape: LineShape, name: string) {
	const {places: known} = shape;
	if (!known) return undefined;
	const told = known[name];
	if (told || shape.kind !== 'metrics' || !name.includes(' ')) return told;
	for (const prefix in shape.prefixes) {
		if (name.startsWith(prefix)) return known[name.slice(prefix.length)];
	}

	return undefined;
}

/** Seconds or milliseconds since 1970 among the fields. */
function unixTime(fields: readonly Pair[]): number | undefined {
	const value = fields.find(({name}) => name === stamp)?.value ?? 0;
	if (value < 1e8 || value > 1e14) return undefined;
	return value < 1e11 ? value * 1000 : value;
}

function positionOf(shape: LineShape, fields: readonly Pair[]): Position {
	const position: Record<string, number> = {};
	for (const {name, value} of fields) {
		if (name === stamp || !places.has(name) || name in position) continue;
		if (Number.isFinite(value)) position[name] = value;
	}

	return {...shape.position, ...position};
}

function metricsOf(
	shape: Extract<LineShape, {kind: 'metrics'}>,
	fields: readonly Pair[],
	placed: Placed,
	groups: Groups,
): readonly Event[] | undefined {
	const bySplit = sorted(
		shape,
		fields.filter(field => !places.has(field.name)),
	);
	const {needs} = shape;
	if (needs) {
		const told = [...bySplit.values()].some(values =>
			needs.some(name => Object.hasOwn(values, name)),
		);
		if (!told) return undefined;
	}

	if (bySplit.size === 0) return groups.key === undefined ? [] : undefined;
	return splits
		.filter(split => bySplit.has(split))
		.map(split => ({kind: 'metrics', split, ...placed, values: bySplit.get(split) as Values}));
}
