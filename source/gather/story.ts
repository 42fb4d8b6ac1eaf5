import type {Event, EventOf, FileId} from '../core/event.ts';
import type {Format} from '../core/format.ts';
import {cutBar, type Told} from './bars.ts';
import {
	type BlockState,
	beginBlocks,
	block,
	holdRecord,
	openBlocks,
	unknownLine,
} from './blocks.ts';
import {type Understood, understand} from './read.ts';
import {add, type Batch, batchEvent, createBatch, fits} from './rows.ts';
import {
	beginSignals,
	eventOf,
	forgetSignals,
	hearSignal,
	openSignal,
	type Signal,
	type SignalState,
} from './signals.ts';
import type {Dating} from './time.ts';
import {closing, stops} from './troubles.ts';
import {hearWarmth} from './warm.ts';

/** A line as text and where it stands. */
export type Line = {
	readonly text: string;
	readonly line: number;
	readonly offset: number;
	/** The text is byte by byte what stands in the file. */
	readonly plain?: boolean;
};

/** What one file has told so far; plain data between pushes, so that it can be copied. */
export type Story = {
	readonly file: FileId;
	readonly dating: Dating;
	format: Format | undefined;
	blocks: BlockState;
	signals: SignalState;
	batch: Batch | null;
	/** The line of the last record that was given out. */
	recorded: number;
	understood: number;
	/** The line that was counted last: pieces of one line count once. */
	counted: number;
	notUnderstood: Array<{readonly line: number; readonly text: string}>;
	out: Event[];
};

/** Of how many lines that are not understood the text is kept, and how much of each. */
export const shown = {lines: 20, characters: 400};

/** A story in which nothing has been told. */
export function beginStory(file: FileId, dating: Dating): Story {
	return {
		file,
		dating,
		format: undefined,
		blocks: beginBlocks(),
		signals: beginSignals(),
		batch: null,
		recorded: 0,
		understood: 0,
		counted: 0,
		notUnderstood: [],
		out: [],
	};
}

/** A copy that can be told what may come without changing the story. */
export function forkStory(story: Story): Story {
	const {blocks, signals, notUnderstood} = story;
	return {
		...story,
		blocks: structuredClone(blocks),
		signals: structuredClone(signals),
		batch: null,
		recorded: lastRecorded(story),
		notUnderstood: [...notUnderstood],
		out: [],
	};
}

/** Reads one line that is not blank; tells what its format knows of it. */
export function hearLine(story: Story, line: Line): Understood | undefined {
	const known = knownOf(story, line.text);
	if (known?.shape.kind === 'metrics' && known.events.length > 0) {
		hearMetrics(story, known, line);
		return known;
	}

	const signal = signalOf(story, known, line);
	if (known) {
		const events = weigh(known.events, signal);
		if (known.shape.kind === 'noise' && events.length > 0)
			tellAll(story, unknownLine(story.blocks));
		if (known.shape.kind === 'noise') tell(story, {...line, events});
		else tellAll(story, block(story.blocks, known.shape, {...line, events}));
	} else {
		tellAll(story, unknownLine(story.blocks));
		if (signal) tellSignal(story, signal);
		else if (closing.test(line.text)) tellClosing(story, line);
	}

	const warmth = hearWarmth(line.text);
	if (warmth) tell(story, {...line, events: [warmth]});
	count(story, line, known !== undefined || signal !== undefined);
	return known;
}

function knownOf({format, dating}: Story, text: string): Understood | undefined {
	if (!format || (format.fallback && stops.test(text))) return undefined;
	return understand(format, text, dating);
}

/** Gives out what is gathered: the end of a push. */
export function flush(story: Story): readonly Event[] {
	flushBatch(story);
	const {out} = story;
	story.out = [];
	return out;
}

/** Tells what is still open, as if nothing more came. */
export function tellOpen(story: Story): void {
	tellAll(story, openBlocks(story.blocks));
	const signal = openSignal(story.signals);
	if (signal) tellSignal(story, signal);
}

/** Counts a line as understood or not; the pieces of one line count once. */
export function count(story: Story, {line, text}: Line, understood: boolean): void {
	if (understood) {
		countKnown(story, line);
		return;
	}

	if (story.notUnderstood.length < shown.lines) {
		story.notUnderstood.push({line, text: text.slice(0, shown.characters)});
	}
}

/** Counts a line that is understood. */
export function countKnown(story: Story, line: number): void {
	if (story.counted !== line) story.understood++;
	story.counted = line;
}

/** Gives out the records gathered so far: before any other event, so that the order stays. */
export function flushBatch(story: Story): void {
	const {batch} = story;
	if (batch && batch.length > 0) {
		story.recorded = lastRecorded(story);
		story.out.push(batchEvent(batch, story.file));
	}

	story.batch = null;
}

/** The line of the last record; 0: none yet. */
function lastRecorded({batch, recorded}: Story): number {
	return batch && batch.length > 0 ? batch.line[batch.length - 1]! : recorded;
}

/** The trouble of a line; another launch may meet again what the one before met. */
function signalOf(
	story: Story,
	known: Understood | undefined,
	{text, line, offset}: Line,
): Signal | undefined {
	const launches = (event: Event) =>
		event.kind === 'phase' && /^(?:start|resum)ed$/.test(event.phase);
	if (known?.events.some(launches)) forgetSignals(story.signals);
	const signal = hearSignal(story.signals, text, line, offset, lastRecorded(story));
	// What an open bar shows was measured before the trouble.
	if (signal && !signal.passing) tellAll(story, cutBar(story.blocks));
	return signal;
}

/** Whether a record of this split may be the beginning of a longer one. */
export function mayGrow(format: Format, event: Event): boolean {
	if (event.kind !== 'metrics') return false;
	return format.lines.some(shape => {
		if (shape.kind === 'facts') return shape.joins;
		if (shape.kind !== 'metrics' || !shape.joins) return false;
		return (shape.split ?? 'train') === event.split || shape.prefixes !== undefined;
	});
}

function hearMetrics(story: Story, {shape, events}: Understood, line: Line): void {
	const ready = block(story.blocks, shape, {line: line.line, offset: line.offset, events});
	const alone = shape.kind === 'metrics' && !shape.joins && !shape.bar;
	// Its own record is the last, under the names that a heading gave it.
	const own = alone ? ready.at(-1) : undefined;
	if (own?.events.some(event => mayGrow(story.format!, event))) {
		tellAll(story, ready.slice(0, -1));
		tellAll(story, holdRecord(story.blocks, own));
	} else tellAll(story, ready);
	count(story, line, true);
}

/** What the format calls an error is what the signal says more exactly. */
function weigh(events: readonly Event[], signal: Signal | undefined): readonly Event[] {
	if (!signal) return events;
	const event = eventOf(signal);
	const trouble = events.find(({kind}) => kind === 'trouble') as EventOf<'trouble'> | undefined;
	if (!trouble) return [...events, event];
	return trouble.what === 'error' || trouble.what === 'exception'
		? events.map(other => (other === trouble ? {...trouble, ...event} : other))
		: events;
}

function tellClosing(story: Story, {text, line, offset}: Line): void {
	tell(story, {events: [{kind: 'phase', phase: 'finished', text: text.trim()}], line, offset});
}

function tellSignal(story: Story, signal: Signal): void {
	tell(story, {events: [eventOf(signal)], line: signal.line, offset: signal.offset});
}

/** Tells what is ready. */
export function tellAll(story: Story, all: readonly Told[]): void {
	for (const told of all) tell(story, told);
}

function tell(story: Story, {events, line, offset}: Told): void {
	const [only] = events;
	if (events.length === 1 && only?.kind === 'metrics') {
		addRecord(story, only, line, offset);
		return;
	}

	if (events.length > 0) flushBatch(story);
	for (const event of events)
		story.out.push({...event, source: {line, offset, ...event.source, file: story.file}});
}

function addRecord(story: Story, event: EventOf<'metrics'>, line: number, offset: number): void {
	let {batch} = story;
	if (!batch || !fits(batch, event)) {
		flushBatch(story);
		batch = createBatch(event.split, Object.keys(event.values), event.position);
		story.batch = batch;
	}

	add(batch, event, line, offset);
}
