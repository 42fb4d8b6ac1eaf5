import {type Phase, type Position, places, splits, type TroubleKind} from './event.ts';
import {groupsOf} from './expression.ts';
import type {LineShape} from './format.ts';
import {
	allowedOf,
	type Data,
	expressionIn,
	FaultError,
	fields,
	groupFault,
	list,
	number,
	oneOf,
	record,
	text,
	yesOrNo,
} from './plain-data.ts';

const kinds = ['metrics', 'checkpoint', 'trouble', 'phase', 'facts', 'noise'] as const;

const phases: readonly Phase[] = [
	'started',
	'resumed',
	'training',
	'validating',
	'saving',
	'finished',
	'interrupted',
	'left',
];

const troubles: readonly TroubleKind[] = [
	'cuda-oom',
	'host-oom',
	'collective-timeout',
	'device-error',
	'disk-full',
	'time-limit',
	'cancelled',
	'bad-data',
	'traceback',
	'exception',
	'failed',
	'error',
];

const common = {
	kind: (data: Data) => oneOf(data, kinds),
	has: text,
	match: (data: Data) => data,
	rest: (data: Data) => oneOf(data, ['pairs', 'python', 'json']),
	places: (data: Data) => record(data, one => oneOf(one, [...places, 'time', 'none'])),
	prefixes: (data: Data) => record(data, one => oneOf(one, splits)),
	suffixes: (data: Data) => record(data, one => oneOf(one, splits)),
	position: positionOf,
	within: yesOrNo,
	columns: yesOrNo,
};

/** What each kind of line may say besides. */
const more = {
	metrics: {
		split: (data: Data) => oneOf(data, splits),
		name: text,
		bar: (data: Data) => oneOf(data, ['each', 'next', 'mean']),
		tried: (data: Data) => oneOf(data, splits),
		joins: yesOrNo,
		needs: (data: Data) => list(data, text),
	},
	checkpoint: {best: yesOrNo},
	trouble: {what: (data: Data) => oneOf(data, troubles), passing: yesOrNo},
	phase: {phase: (data: Data) => oneOf(data, phases)},
	facts: {joins: yesOrNo, opens: yesOrNo, split: (data: Data) => oneOf(data, splits)},
	noise: {},
} as const;

/** What a line of a kind must say besides its match. */
const needed: Readonly<Record<(typeof kinds)[number], readonly string[]>> = {
	metrics: [],
	checkpoint: [],
	trouble: ['what'],
	phase: ['phase'],
	facts: [],
	noise: [],
};

/** One kind of line from data of the shape of `LineShape`; throws a FaultError. */
export function parseLine(data: Data): LineShape {
	const {value, path} = data;
	const said = (value as {readonly kind?: unknown} | null)?.kind;
	const kind = oneOf({value: said, path: [...path, 'kind']}, kinds);
	const parsers = {...common, ...more[kind]};
	const {match, ...told} = fields<Record<string, unknown>>(data, parsers);
	if (!match) throw new FaultError(path, 'has no match', allowedOf(parsers));
	for (const needs of needed[kind]) {
		if (told[needs] === undefined) {
			throw new FaultError(path, `has no ${needs}`, allowedOf(parsers));
		}
	}

	const expression = expressionIn(match as Data);
	checkGroups(kind, expression, match as Data, told.name !== undefined);
	return {...told, match: expression} as LineShape;
}

function positionOf(data: Data): Position {
	const told = record(data, number);
	for (const name of Object.keys(told)) oneOf({value: name, path: data.path}, places);
	return told;
}

const words: Readonly<Record<(typeof kinds)[number], readonly string[]>> = {
	metrics: ['time', 'level', 'key', 'value'],
	checkpoint: ['time', 'level', 'path', 'monitor', 'value'],
	trouble: ['time', 'level', 'text'],
	phase: ['time', 'level', 'text'],
	facts: ['time', 'level'],
	noise: [],
};

/** Groups are fields; any other is a metric, but for a place that is spelt another way. */
function checkGroups(
	kind: (typeof kinds)[number],
	expression: RegExp,
	match: Data,
	named: boolean,
): void {
	const groups = groupsOf(expression);
	const known: readonly string[] = [...places, ...words[kind]];
	const fault = (group: string, what: string) =>
		groupFault(match.path, text(match), `${group} ${what}`, group, known.join(', '));
	for (const group of groups) {
		if (known.includes(group) || kind === 'noise') continue;
		const meant = known.find(name => plain(name) === plain(group));
		if (meant !== undefined) throw fault(group, `that is spelt ${meant}`);
		const free = kind === 'metrics' || kind === 'facts';
		const alien = Object.values(words).some(one => one.includes(group));
		if (!free || alien) throw fault(group, `that means nothing on a line of ${kind}`);
	}

	if (kind !== 'metrics') return;
	if (groups.includes('value') && !groups.includes('key') && !named) {
		throw fault('value', 'without a group key, or a name, that says of what');
	}

	if (groups.includes('key') && !groups.includes('value')) {
		throw fault('key', 'without a group value');
	}
}

function plain(name: string): string {
	return name.toLowerCase().replaceAll('_', '');
}
