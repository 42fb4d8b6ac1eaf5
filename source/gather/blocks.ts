import type {Event, EventOf, Position, Split} from '../core/event.ts';
import type {LineShape} from '../core/format.ts';
import {type Bars, count, draw, flushBar, type Told} from './bars.ts';
import {namesIn, underHeading} from './columns.ts';
import {beginFrames, endFrames} from './frames.ts';

type Metrics = EventOf<'metrics'>;

/** What is held back between lines; plain data, so that it can be copied. */
export type BlockState = Bars & {
	/** A record to which the next lines may add. */
	record: Told | null;
	/** That record is a table: more of its lines will come. */
	table: boolean;
	/** What the records of shapes that ask for it belong to. */
	within: string | null;
	/** The names of the columns that follow. */
	columns: readonly string[] | null;
	/** The place, and the split, that a line gave to those that follow. */
	ahead: {readonly position: Position | undefined; readonly split: Split | undefined} | null;
};

/** Nothing held back. */
export function beginBlocks(): BlockState {
	return {
		record: null,
		table: false,
		bar: null,
		cut: null,
		done: null,
		frames: beginFrames(),
		uncounted: null,
		within: null,
		columns: null,
		ahead: null,
	};
}

/** What is held back, as it would be told if nothing more came. */
export function openBlocks(state: BlockState): readonly Told[] {
	return [state.record, state.bar].filter(told => told !== null);
}

/**
Puts together what belongs together: lines of one table become one record, a bar of running means
counts once, a bar of steps once a value. Tells what is to be told now, in the order of the file; only a
checkpoint saved amid the lines of one record comes before it.
*/
export function block(state: BlockState, shape: LineShape, given: Told): readonly Told[] {
	if (shape.kind === 'noise') return [];
	if (shape.kind === 'phase' && (shape.within || shape.columns)) return enter(state, shape, given);
	const told = called(state, shape, given);
	if (shape.kind === 'metrics' && shape.joins) {
		return join(state, ahead(state, told), shape.joins === 'once');
	}

	if (shape.kind === 'checkpoint' && state.record) return [told];
	if (shape.kind === 'facts' && shape.joins) return place(state, told);
	if (shape.kind === 'facts' && shape.opens) return open(state, told, shape.split);
	state.ahead = null;
	const before = flushRecord(state);
	if (shape.kind === 'metrics' && shape.bar) {
		return [...before, ...draw(state, told, shape.match, shape.bar, shape.tried)];
	}

	if (told.events.some(event => event.position?.epoch !== undefined || event.kind === 'phase')) {
		before.push(...flushBar(state));
		state.done = null;
		endFrames(state.frames);
	}

	return [...before, told];
}

function enter(state: BlockState, {within, columns}: LineShape, told: Told): readonly Told[] {
	for (const event of told.events) {
		if (event.kind !== 'phase') continue;
		if (within) state.within = event.text ?? null;
		if (columns) state.columns = event.text === undefined ? null : namesIn(event.text);
	}

	return [];
}

/** A record whose values other lines gave their names. */
function called(state: BlockState, {within, columns}: LineShape, told: Told): Told {
	const named = columns ? headed(state, told) : told;
	return within ? led(state, named) : named;
}

/** A row's values under their names; a row that names none by itself, without a heading, is none. */
function headed({columns}: BlockState, told: Told): Told {
	if (columns) return {...told, events: underHeading(told.events, columns)};
	const nameless = told.events.some(event => event.kind === 'metrics' && 'c1' in event.values);
	return nameless ? {...told, events: []} : told;
}

/** The lines that follow stand where this one says. */
function open(state: BlockState, told: Told, split: Split | undefined): readonly Told[] {
	state.ahead = {position: {...state.ahead?.position, ...told.events[0]?.position}, split};
	return flushRecord(state);
}

/** A line stands where the line that opened its record says, and tells of the split that it says. */
function ahead({ahead: opened}: BlockState, told: Told): Told {
	if (!opened) return told;
	const {position, split} = opened;
	const place = (event: Event) =>
		position ? {...event, position: {...position, ...event.position}} : event;
	const sort = (event: Event) => (split && event.kind === 'metrics' ? {...event, split} : event);
	return {...told, events: told.events.map(event => sort(place(event)))};
}

function led({within}: BlockState, told: Told): Told {
	if (within === null) return told;
	const name = ([key, value]: readonly [string, number]) => [`${within}/${key}`, value] as const;
	const events = told.events.map(event =>
		event.kind === 'metrics'
			? {...event, values: Object.fromEntries(Object.entries(event.values).map(name))}
			: event,
	);
	return {...told, events};
}

/** A line that no shape knows ends the record before it. */
export function unknownLine(state: BlockState): readonly Told[] {
	return flushRecord(state);
}

/** Holds back a plain record to which joining lines may add. */
export function holdRecord(state: BlockState, told: Told): readonly Told[] {
	const before = [...flushRecord(state)];
	state.record = told;
	state.table = false;
	return before;
}

function flushRecord(state: BlockState): Told[] {
	const {record} = state;
	state.record = null;
	return [...(record ? [record] : []), ...count(state, undefined)];
}

function join(state: BlockState, told: Told, once: boolean): readonly Told[] {
	const {record} = state;
	const merged = record && merge(record, told);
	if (once && record && !merged) return [];
	state.record = merged ?? told;
	state.table = true;
	return merged || !record ? [] : [record];
}

/** The record before this line stands where the line says, as far as it does not say itself. */
function place(state: BlockState, told: Told): readonly Told[] {
	const position = told.events[0]?.position;
	const {record, table} = state;
	if (!record) return count(state, position);
	const placed = {
		...record,
		events: record.events.map(event => ({...event, position: {...position, ...event.position}})),
	};
	state.record = table ? placed : null;
	return table ? [] : [placed];
}

function merge(record: Told, told: Told): Told | undefined {
	const events = [...record.events];
	for (const event of told.events) {
		if (event.kind !== 'metrics') return undefined;
		const at = events.findIndex(other => other.kind === 'metrics' && other.split === event.split);
		const known = events[at] as Metrics | undefined;
		if (!known) {
			const position = Object.assign({}, ...events.map(other => other.position), event.position);
			const placed = Object.keys(position).length > 0 ? {...event, position} : event;
			// What joins a record of another split is proven by its own line.
			events.push({...placed, source: {file: '', line: told.line, offset: told.offset}});
			continue;
		}

		if (Object.keys(event.values).some(name => name in known.values)) return undefined;
		if (differs(known.position, event.position)) return undefined;
		const position =
			known.position || event.position ? {position: {...known.position, ...event.position}} : {};
		events[at] = {...event, ...known, ...position, values: {...known.values, ...event.values}};
	}

	return {...record, events};
}

function differs(a: Position = {}, b: Position = {}): boolean {
	return Object.entries(b).some(
		([place, value]) => place in a && a[place as keyof Position] !== value,
	);
}
