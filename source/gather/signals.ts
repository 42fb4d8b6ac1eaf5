import type {TroubleKind} from '../core/event.ts';
import {hint, recovered, wordings} from './troubles.ts';

/** Trouble that a line proves. */
export type Signal = {
	readonly what: TroubleKind;
	readonly text: string;
	readonly passing: boolean;
	readonly line: number;
	readonly offset: number;
};

/** What is remembered between lines; plain data, so that it can be copied. */
export type SignalState = {
	/** The traceback that has not told its exception yet. */
	open: {
		line: number;
		offset: number;
		text: string;
		passing: boolean;
		framed: boolean;
		left: number;
	} | null;
	/** Printed before a traceback by those who catch it. */
	caught: number;
	/** Another traceback may follow that only wraps this one. */
	last: string;
	lastLine: number;
};

/** Nothing heard yet. */
export function beginSignals(): SignalState {
	return {open: null, caught: 0, last: '', lastLine: 0};
}

const traceback = /Traceback \(most recent call last\)/;
const raising =
	/^(?:[\w.]+\.)?[A-Z]\w*(?:Error|Exception|Interrupt|Exit|Warning|Failure|Timeout|Iteration|NotFound|Fault|Expired|OOM)\w*(?::.*)?$/;
const anyRaising = /^(?:[a-z_]\w*\.)*[A-Za-z_]\w*(?:: .*)?$/;
const inside = /^\s|^$|^The above exception|^During handling|^\+-|^\|/;
const catching =
	/--- Logging error ---|Exception ignored in|Exception in thread|ERROR: When parsing line/;
const patience = 60;

/** What a line that is no metrics line says of trouble; several lines of one traceback are one signal. */
export function hearSignal(
	state: SignalState,
	text: string,
	line: number,
	offset: number,
): Signal | undefined {
	const {open} = state;
	if (!open && state.caught === 0 && !hint.test(text)) return undefined;
	if (state.caught > 0) state.caught--;
	if (catching.test(text)) state.caught = 3;
	if (traceback.test(text)) return begin(state, text, line, offset);
	if (open && !inside.test(text)) {
		const ended = end(state, open, text, line, offset);
		if (ended) return ended;
	}

	if (open && inside.test(text)) {
		open.framed = true;
		return undefined;
	}

	return plain(state, text, line, offset);
}

/** A traceback that the file ends in. */
export function openSignal(state: SignalState): Signal | undefined {
	const {open} = state;
	return open
		? {
				what: 'traceback',
				text: open.text,
				passing: open.passing,
				line: open.line,
				offset: open.offset,
			}
		: undefined;
}

function begin(state: SignalState, text: string, line: number, offset: number): undefined {
	const quoted = /\\n/.test(text);
	if (quoted || (state.open && /^\s*Original Traceback/.test(text))) return undefined;
	const passing =
		state.caught > 0 ||
		/error happened with msg: Traceback/.test(text) ||
		(state.open?.passing ?? false);
	state.open = {line, offset, text: text.trim(), passing, framed: false, left: patience};
	return undefined;
}

function end(
	state: SignalState,
	open: NonNullable<SignalState['open']>,
	text: string,
	line: number,
	offset: number,
): Signal | undefined {
	if (raising.test(text) || (open.framed && open.left === patience && anyRaising.test(text))) {
		state.open = null;
		const found = wordingOf(text);
		const what = found?.what ?? (open.passing ? 'bad-data' : 'exception');
		return once(state, {
			what,
			text: text.trim(),
			passing: open.passing || recovered.test(text),
			line,
			offset,
		});
	}

	open.left--;
	if (open.left > 0) return undefined;
	state.open = null;
	return {
		what: 'traceback',
		text: open.text,
		passing: open.passing,
		line: open.line,
		offset: open.offset,
	};
}

function plain(state: SignalState, text: string, line: number, offset: number): Signal | undefined {
	const found = wordingOf(text);
	if (!found) return undefined;
	return once(state, {
		what: found.what,
		text: text.trim(),
		passing: (found.passing ?? false) || recovered.test(text),
		line,
		offset,
	});
}

function wordingOf(text: string) {
	return wordings.find(({match, but}) => match.test(text) && !but?.test(text));
}

/** Many ranks say the same at once: told once. */
function once(state: SignalState, signal: Signal): Signal | undefined {
	const same = `${signal.what} ${signal.text.replace(/\d+/g, '#').slice(0, 200)}`;
	const again = same === state.last && signal.line - state.lastLine < 100;
	state.last = same;
	state.lastLine = signal.line;
	return again ? undefined : signal;
}
