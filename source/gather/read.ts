import {type Event, type Position, type Split, splits, type Values} from '../core/event.ts';
import type {Format, LineShape} from '../core/format.ts';
import {parseNumber} from './rest/number.ts';
import {type Pair, pairs} from './rest/pairs.ts';
import {dictionary} from './rest/python.ts';
import {parseTime} from './time.ts';

const rests = {pairs, python: dictionary, json: dictionary};

/** Groups of an expression that are words, not measured values. */
const words = new Set(['time', 'level', 'path', 'text', 'monitor', 'key', 'value']);
const places = new Set(['epoch', 'epochs', 'step', 'steps', 'stepInEpoch', 'stepsPerEpoch']);

/**
What a line says in a format, by the format's expressions alone: the one meaning of a line that every
faster way must equal. Undefined: the format does not know the line; empty: known, worth nothing.
*/
export function read(format: Format, line: string): readonly Event[] | undefined {
	const head = format.head?.exec(line);
	const text = head ? line.slice(head.index + head[0].length) : line;
	for (const shape of format.lines) {
		if (shape.has !== undefined && !text.includes(shape.has)) continue;
		const match = shape.match.exec(text);
		if (!match) continue;
		const events = eventsOf(shape, match, text);
		if (!events) continue;
		const time = match.groups?.['time'] ?? head?.groups?.['time'];
		const at = time === undefined ? undefined : parseTime(time);
		return at === undefined ? events : events.map(event => ({at, ...event}));
	}

	return undefined;
}

function eventsOf(
	shape: LineShape,
	match: RegExpExecArray,
	text: string,
): readonly Event[] | undefined {
	const groups = match.groups ?? {};
	const fields = fieldsOf(shape, match, text);
	const position = positionOf(shape, fields);
	const placed = Object.keys(position).length > 0 ? {position} : {};
	switch (shape.kind) {
		case 'metrics':
			return metricsOf(shape, fields, placed, groups);
		case 'checkpoint': {
			const value = groups['value'] === undefined ? undefined : parseNumber(groups['value']);
			return [
				{
					kind: 'checkpoint',
					best: shape.best ?? false,
					...placed,
					...(groups['path'] === undefined ? {} : {path: groups['path']}),
					...(groups['monitor'] === undefined ? {} : {monitor: groups['monitor']}),
					...(value === undefined ? {} : {value}),
				},
			];
		}

		case 'trouble':
			return [
				{
					kind: 'trouble',
					what: shape.what,
					text: groups['text'] ?? text.trim(),
					...(shape.passing ? {passing: true} : {}),
				},
			];
		case 'phase':
			return [
				{
					kind: 'phase',
					phase: shape.phase,
					...placed,
					...(groups['text'] === undefined ? {} : {text: groups['text']}),
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

/** Every named number of the match and of what follows it, in the order of the text. */
function fieldsOf(shape: LineShape, match: RegExpExecArray, text: string): readonly Pair[] {
	const fields: Pair[] = [];
	for (const [name, digits] of Object.entries(match.groups ?? {})) {
		if (digits === undefined || words.has(name)) continue;
		const value = parseNumber(digits.trim());
		if (value !== undefined) fields.push({name, value, start: -1, end: -1});
	}

	const {key, value: digits} = match.groups ?? {};
	const value = digits === undefined ? undefined : parseNumber(digits.trim());
	if (shape.kind === 'metrics' && key !== undefined && value !== undefined) {
		fields.push({name: key.trim(), value, start: -1, end: -1});
	}

	if (shape.rest) {
		for (const field of rests[shape.rest](text, match.index + match[0].length)) {
			const place = shape.places?.[field.name];
			if (place === 'none' || place === 'time') continue;
			fields.push(place ? {...field, name: place} : field);
		}
	}

	return fields;
}

function positionOf(shape: LineShape, fields: readonly Pair[]): Position {
	const position: Record<string, number> = {...shape.position};
	for (const {name, value} of fields) {
		if (places.has(name) && Number.isFinite(value)) position[name] = value;
	}

	return position;
}

function metricsOf(
	shape: Extract<LineShape, {kind: 'metrics'}>,
	fields: readonly Pair[],
	placed: {position?: Position},
	groups: Readonly<Record<string, string>>,
): readonly Event[] | undefined {
	const bySplit = new Map<Split, Record<string, number>>();
	for (const {name, value} of fields) {
		if (places.has(name)) continue;
		const [split, plain] = splitOf(shape, name);
		const values = bySplit.get(split) ?? {};
		if (!(plain in values)) values[plain] = value;
		bySplit.set(split, values);
	}

	const {needs} = shape;
	if (needs) {
		const told = [...bySplit.values()].some(values => needs.some(name => name in values));
		if (!told) return undefined;
	}

	if (bySplit.size === 0) return groups['key'] === undefined ? [] : undefined;
	return splits
		.filter(split => bySplit.has(split))
		.map(split => ({kind: 'metrics', split, ...placed, values: bySplit.get(split) as Values}));
}

function splitOf(
	shape: Extract<LineShape, {kind: 'metrics'}>,
	name: string,
): readonly [Split, string] {
	for (const [prefix, split] of Object.entries(shape.prefixes ?? {})) {
		if (name.startsWith(prefix) && name.length > prefix.length) return [split, name.slice(prefix.length)];
	}

	return [shape.split ?? 'train', name];
}
