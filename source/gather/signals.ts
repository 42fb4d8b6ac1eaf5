import type {EventOf, TroubleKind} from '../core/event.ts';
import {hint, recovered, wordings} from './troubles.ts';

/** Trouble that a line proves. */
export type Signal = {
	readonly what: TroubleKind;
	readonly text: string;
	readonly passing: boolean;
	readonly line: number;
	readonly offset: number;
};

type Traceback = {
	readonly line: number;
	readonly offset: number;
	readonly text: string;
	readonly passing: boolean;
	/** A loader's, about one sample. */
	readonly data: boolean;
	framed: boolean;
	left: number;
};

/** What is remembered between lines; plain data, so that it can be copied. */
export type SignalState = {
	/** The traceback that has not told its exception yet. */
	open: Traceback | null;
	/** So many lines ago, at most, somebody said that a traceback follows which stops nothing. */
	caught: number;
	/** What was said lately, and in which line. */
	recent: Map<string, number>;
};

/** What a signal tells of the run. */
export function eventOf({what, text, passing}: Signal): EventOf<'trouble'> {
	return {kind: 'trouble', what, text, ...(passing ? {passing} : {})};
}

/** Nothing heard yet. */
export function beginSignals(): SignalState {
	return {open: null, caught: 0, recent: new Map()};
}

const traceback = /Traceback \(most recent call last\)/;
// A list of a traceback's lines, printed in one line.
const listed = /\[['"]Traceback \(most recent call last\):\\n['"],/;
const raising =
	/^(?:[\w.]+\.)?[A-Z]\w*(?:Error|Exception|Interrupt|Exit|Warning|Failure|Timeout|Iteration|NotFound|Fault|Expired|OOM)\w*(?::.*)?$/;
const anyRaising = /^(?!INFO|WARN|ERROR|DEBUG)(?:[a-z_]\w*\.)*[A-Za-z_]\w*(?:: .*)?$/;
const inside = /^\s|^$|^The above exception|^During handling|^\+-|^\|/;
const catching =
	/--- Logging error ---|Exception ignored in|Exception in thread|ERROR: When parsing line/;
// A worker's exception raised again: the original follows.
const wrapped = /: Caught \w+ in /;
const patience = 60;
/** What stops nothing and happens over and over is told once in so many lines. */
const rare = 25;

/** Another launch may meet the trouble of the one before. */
export function forgetSignals({recent}: SignalState): void {
	recent.clear();
}

/**
What a line that is no metrics line says of trouble; several lines of one traceback are one signal.
`measured` is the line of the last record before it.
*/
export function hearSignal(
	state: SignalState,
	text: string,
	line: number,
	offset: number,
	measured = 0,
): Signal | undefined {
	const {open} = state;
	if (!open && state.caught === 0 && !hint.test(text)) return undefined;
	if (state.caught > 0) state.caught--;
	if (catching.test(text)) state.caught = 3;
	if (traceback.test(text) && !listed.test(text)) return begin(state, text, line, offset);
	if (open && !inside.test(text)) {
		const ended = end(state, open, text, line, offset, measured);
		if (ended) return ended;
	}

	if (open && inside.test(text)) {
		open.framed = true;
		return undefined;
	}

	return plain(state, text, line, offset, measured);
}

/** A traceback that the file ends in. */
export function openSignal({open}: SignalState): Signal | undefined {
	if (!open) return undefined;
	const {text, passing, line, offset} = open;
	return {what: 'traceback', text, passing, line, offset};
}

function begin(state: SignalState, text: string, line: number, offset: number): undefined {
	const quoted = /\\n/.test(text);
	const original = state.open && /^\s*Original Traceback/.test(text);
	if (quoted || original) return undefined;
	const data = /error happened with msg: Traceback/.test(text);
	const passing = data || state.caught > 0;
	state.open = {line, offset, text: text.trim(), passing, data, framed: false, left: patience};
	return undefined;
}

function end(
	state: SignalState,
	open: Traceback,
	text: string,
	line: number,
	offset: number,
	measured: number,
): Signal | undefined {
	if (wrapped.test(text)) return undefined;
	const first = open.framed && open.left === patience;
	if (raising.test(text) || (first && anyRaising.test(text))) {
		state.open = null;
		const what = wordingOf(text)?.what ?? (open.data ? 'bad-data' : 'exception');
		const passing = open.passing || recovered.test(text);
		return once(state, {what, text: text.trim(), passing, line, offset}, measured);
	}

	open.left--;
	if (open.left > 0) return undefined;
	const signal = openSignal(state);
	state.open = null;
	return signal;
}

function plain(
	state: SignalState,
	text: string,
	line: number,
	offset: number,
	measured: number,
): Signal | undefined {
	const found = wordingOf(text);
	if (!found) return undefined;
	const passing = (found.passing ?? false) || recovered.test(text);
	return once(state, {what: found.what, text: text.trim(), passing, line, offset}, measured);
}

function wordingOf(text: string) {
	return wordings.find(({match, but}) => match.test(text) && !but?.test(text));
}

/**
Many ranks say the same at once, and one end is told in many lines: told once, unless training went on
in between. What happens all the time is told now and then: it must not seem over.
*/
function once({recent}: SignalState, signal: Signal, measured: number): Signal | undefined {
	const {what, text, passing, line} = signal;
	// A shell's bare `Killed` does not say why; what follows it may.
	const bare = what === 'host-oom' && !/mem|oom/i.test(text);
	const particular = what === 'exception' || what === 'bad-data' || bare;
	const key = `${what} ${passing} ${particular ? text.replace(/\d+/g, '#').slice(0, 200) : ''}`;
	const before = recent.get(key);
	if (recent.size > 64) recent.clear();
	const near = what === 'collective-timeout' || what === 'failed' ? 400 : 100;
	const wentOn = before !== undefined && before < measured;
	const enough = !passing || (before !== undefined && line - before >= rare);
	const again = before === undefined || line - before >= near || (wentOn && enough);
	if (again || !wentOn) recent.set(key, line);
	return again ? signal : undefined;
}
