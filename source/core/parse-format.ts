import {places, splits} from './event.ts';
import {groupsOf} from './expression.ts';
import type {Format} from './format.ts';
import {parseLine} from './parse-line.ts';
import {
	allowedOf,
	type Data,
	expressionIn,
	FaultError,
	type FormatFault,
	fields,
	groupFault,
	list,
	oneOf,
	record,
	text,
	yesOrNo,
} from './plain-data.ts';

/**
A format of the user's own from data of the same shape as `Format`, expressions written as texts;
or what is wrong with it. `title` is what it is called where it does not say.
*/
export function parseFormat(
	data: unknown,
	title: string,
): {readonly format: Format} | {readonly fault: FormatFault} {
	try {
		const told = fields({value: data, path: []}, parsers);
		if (!told.lines || told.lines.length === 0) {
			throw new FaultError([], 'has no lines', allowedOf(parsers));
		}

		return {format: {title, samples: [], ...told, lines: told.lines, own: true}};
	} catch (error) {
		if (error instanceof FaultError) return {fault: error.fault};
		throw error;
	}
}

const parsers = {
	title: text,
	url: text,
	head: (data: Data) => expression(data, ['time', 'level'], 'time and level'),
	lines: (data: Data) => list(data, parseLine),
	goals: (data: Data) =>
		record(data, one => (one.value === null ? null : oneOf(one, ['min', 'max']))),
	losses: (data: Data) => list(data, text),
	primary: (data: Data) => list(data, text),
	hallmark: (data: Data) => expression(data, [], 'no group'),
	guarded: yesOrNo,
	fallback: yesOrNo,
	samples: (data: Data) => list(data, sample),
};

/** An expression whose groups all stand among `groups`. */
function expression(data: Data, groups: readonly string[], allowed: string): RegExp {
	const compiled = expressionIn(data);
	const foreign = groupsOf(compiled).find(name => !groups.includes(name));
	if (foreign === undefined) return compiled;
	throw groupFault(data.path, text(data), `${foreign} that means nothing here`, foreign, allowed);
}

const eventKinds = ['metrics', 'checkpoint', 'trouble', 'phase', 'facts'] as const;

/** A line, and what it must become: nothing, one event or several. */
function sample({value, path}: Data): Format['samples'][number] {
	if (!Array.isArray(value) || value.length !== 2 || typeof value[0] !== 'string') {
		throw new FaultError(path, 'is no sample', '[a line, what it becomes]');
	}

	const [line, told] = value;
	if (told === null) return [line, null];
	const events = Array.isArray(told) ? told : [told];
	for (const event of events) checkEvent(event, [...path, 1]);
	return [line, told];
}

function checkEvent(event: unknown, path: readonly (string | number)[]): void {
	const told = record({value: event, path}, one => one);
	const {kind, split, position} = told;
	oneOf(kind ?? {value: undefined, path: [...path, 'kind']}, eventKinds);
	if (split) oneOf(split, splits);
	if (position) {
		for (const name of Object.keys(record(position, one => one))) {
			oneOf({value: name, path: position.path}, places);
		}
	}
}
