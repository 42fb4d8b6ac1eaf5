import {compile} from './expression.ts';

/** A value of foreign data, and the names and places (from 0) that lead to it. */
export type Data = {readonly value: unknown; readonly path: Path};

/** `['lines', 0, 'match']`. */
export type Path = ReadonlyArray<string | number>;

/** What is wrong with a user's format: where, what, and what is allowed there. */
export type FormatFault = {
	readonly path: Path;
	readonly what: string;
	readonly allowed: string;
	/** The expression that is meant, and the place in it. */
	readonly quote?: {readonly text: string; readonly at: number};
};

/** Carries a fault out of nested data. */
export class FaultError extends Error {
	readonly fault: FormatFault;

	constructor(path: Path, what: string, allowed: string, quote?: FormatFault['quote']) {
		super(what);
		this.fault = {path, what, allowed, ...(quote && {quote})};
	}
}

/** A parser for each name that is allowed. */
export type Parsers<Fields> = {readonly [Name in keyof Fields]: (data: Data) => Fields[Name]};

/** The names that a table of parsers allows. */
export function allowedOf(parsers: object): string {
	return Object.keys(parsers).join(', ');
}

function entries({value, path}: Data, allowed: string): ReadonlyArray<readonly [string, Data]> {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new FaultError(path, 'must hold names with values', allowed);
	}

	return Object.entries(value).map(([name, one]) => [name, {value: one, path: [...path, name]}]);
}

/** What a table of parsers makes of names with values; throws a FaultError at the first that is not known. */
export function fields<Fields extends object>(
	data: Data,
	parsers: Parsers<Fields>,
): Partial<Fields> {
	const told: Partial<Fields> = {};
	for (const [name, one] of entries(data, allowedOf(parsers))) {
		if (!Object.hasOwn(parsers, name)) {
			throw new FaultError(one.path, 'is not known', allowedOf(parsers));
		}

		told[name as keyof Fields] = parsers[name as keyof Fields](one);
	}

	return told;
}

/** Names of the user's own, each with what a parser makes of its value. */
export function record<Value>(
	data: Data,
	parse: (data: Data) => Value,
): Readonly<Record<string, Value>> {
	const told = entries(data, 'names with values');
	return Object.fromEntries(told.map(([name, one]) => [name, parse(one)]));
}

/** What a parser makes of each item of a list. */
export function list<Item>({value, path}: Data, parse: (data: Data) => Item): readonly Item[] {
	if (!Array.isArray(value)) throw new FaultError(path, 'must be a list', 'a list');
	return value.map((one, index) => parse({value: one, path: [...path, index]}));
}

/** A text that is not empty. */
export function text({value, path}: Data): string {
	if (typeof value === 'string' && value !== '') return value;
	throw new FaultError(path, 'must be a text', 'a text');
}

/** A finite number. */
export function number({value, path}: Data): number {
	if (typeof value === 'number' && Number.isFinite(value)) return value;
	throw new FaultError(path, 'must be a number', 'a number');
}

/** True or false. */
export function yesOrNo({value, path}: Data): boolean {
	if (typeof value === 'boolean') return value;
	throw new FaultError(path, 'must be true or false', 'true, false');
}

/** One of a few words. */
export function oneOf<const Word extends string>(
	{value, path}: Data,
	words: readonly Word[],
): Word {
	const word = words.find(one => one === value);
	if (word !== undefined) return word;
	const allowed = words.join(', ');
	if (value === undefined)
		throw new FaultError(path.slice(0, -1), `has no ${path.at(-1)}`, allowed);
	throw new FaultError(path, `cannot be ${JSON.stringify(value)}`, allowed);
}

/** An expression written as a text. */
export function expressionIn(data: Data): RegExp {
	const said = text(data);
	const compiled = compile(said);
	if (compiled instanceof RegExp) return compiled;
	throw new FaultError(data.path, compiled.what, 'a regular expression of JavaScript', {
		text: said,
		at: compiled.at,
	});
}

/** `has a group Epoch that is spelt epoch`: a fault that points to a group of an expression. */
export function groupFault(
	path: Path,
	said: string,
	what: string,
	group: string,
	allowed: string,
): FaultError {
	return new FaultError(path, `has a group ${what}`, `groups ${allowed}`, {
		text: said,
		at: Math.max(0, said.indexOf(`(?<${group}>`)),
	});
}
