import type {Event, Position, Split} from '../core/event.ts';
import {type Frames, heardFrame} from './frames.ts';

/** Events of one line and where it stands. */
export type Told = {
	readonly events: readonly Event[];
	readonly line: number;
	readonly offset: number;
};

type Uncounted = Told & {
	readonly drawing: 'each' | 'next' | 'mean';
	readonly tried: Split | undefined;
};

/** What is known of the bars drawn so far; plain data, so that it can be copied. */
export type Bars = {
	/** The last frame of a bar whose values are running means. */
	bar: (Told & {readonly name: string; readonly count: number}) | null;
	/** The name of the bar that trouble cut short: what is still drawn of it tells nothing before its end. */
	cut: string | null;
	/** What was told of the bar that reached its end: its name and splits. */
	done: {readonly name: string; readonly splits: readonly string[]} | null;
	/** The last frames of bars of steps. */
	frames: Frames;
	/** A frame whose count stands in the line after it. */
	uncounted: Uncounted | null;
};

/** The open bar, as if no more of it came. */
export function flushBar(state: Bars): Told[] {
	const {bar} = state;
	state.bar = null;
	return bar ? [bar] : [];
}

/** The open bar, which trouble cuts short: it was drawn before. */
export function cutBar(state: Bars): Told[] {
	if (state.bar) state.cut = state.bar.name;
	return flushBar(state);
}

/** A frame tells at once, or once the line after it told its count, where the expression of its bar reads none. */
export function draw(
	state: Bars,
	told: Told,
	match: RegExp,
	drawing: 'each' | 'next' | 'mean',
	tried: Split | undefined,
): readonly Told[] {
	if (/\(\?<step/.test(match.source)) return drawn(state, told, drawing, tried);
	state.uncounted = {...told, drawing, tried};
	return [];
}

/** The frame before this line stands where the line says. */
export function count(state: Bars, position: Position | undefined): readonly Told[] {
	const {uncounted} = state;
	state.uncounted = null;
	if (!uncounted) return [];
	const {drawing, tried, line, offset} = uncounted;
	const events = uncounted.events.map(event => ({
		...event,
		position: {...position, ...event.position},
	}));
	return drawn(state, {events, line, offset}, drawing, tried);
}

/** What a frame of a bar tells: its values where they are a step's, else the last of a running mean. */
function drawn(
	state: Bars,
	told: Told,
	bar: 'each' | 'next' | 'mean',
	tried: Split | undefined,
): readonly Told[] {
	if (bar !== 'mean') return frame(state, told, bar);
	if (!isTrial(state, told)) return mean(state, told);
	return tried ? trial(told, tried) : [];
}

/** What was tried is told when its bar has reached its end; it stands where training does. */
function trial(told: Told, split: Split): readonly Told[] {
	const [event] = told.events;
	const {stepInEpoch, stepsPerEpoch} = event?.position ?? {};
	if (event?.kind !== 'metrics' || stepInEpoch !== stepsPerEpoch) return [];
	return [{...told, events: [{kind: 'metrics', split, values: event.values}]}];
}

/** An epoch ended and no other began: what was trained is tried on other data. */
function isTrial({done}: Bars, {events}: Told): boolean {
	const position = events[0]?.position ?? {};
	return done !== null && position.epoch === undefined && done.name !== nameOf(position);
}

function nameOf({epoch, steps, stepsPerEpoch}: Position): string {
	return `${epoch ?? ''}/${stepsPerEpoch ?? steps ?? ''}`;
}

function mean(state: Bars, told: Told): readonly Told[] {
	const position = told.events[0]?.position ?? {};
	const count = position.stepInEpoch ?? position.step ?? 0;
	const total = position.stepsPerEpoch ?? position.steps;
	const name = nameOf(position);
	const {bar, done} = state;
	const other = bar !== null && (bar.name !== name || count < bar.count);
	const before = other ? flushBar(state) : [];
	if (done && (done.name !== name || count !== total)) state.done = null;
	if (count !== total && state.cut === name) return before;
	state.cut = null;
	if (count !== total) {
		state.bar = {...told, name, count};
		return before;
	}

	state.bar = null;
	const splits = state.done?.splits ?? [];
	const events = told.events.filter(
		event => event.kind !== 'metrics' || !splits.includes(event.split),
	);
	const seen = told.events.map(event => (event.kind === 'metrics' ? event.split : ''));
	state.done = {name, splits: [...splits, ...seen]};
	return events.length > 0 ? [...before, {...told, events}] : before;
}

function frame(state: Bars, told: Told, bar: 'each' | 'next'): readonly Told[] {
	const events = heardFrame(state.frames, told.events, bar);
	return events.length > 0 ? [{...told, events}] : [];
}
