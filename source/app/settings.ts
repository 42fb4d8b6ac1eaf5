import {isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument} from 'yaml';
import {Complaint, type Quote} from './complaint.ts';

/** A value in a settings file, with the place it was read at, so that a complaint can point there. */
export type Setting = {
	readonly file: string;
	readonly line: number;
	/** `seconds`; empty for the whole file. */
	readonly name: string;
	/** `rules.stalled.seconds`; empty for the whole file. */
	readonly path: string;
	readonly held:
		| {readonly kind: 'map'; readonly entries: readonly Setting[]}
		| {readonly kind: 'list'; readonly items: readonly Setting[]}
		| {readonly kind: 'value'; readonly value: unknown};
};

/** The settings in a YAML text; throws a Complaint with the line when it is none. */
export function parseSettings(text: string, file: string): Setting {
	const lines = new LineCounter();
	const document = parseDocument(text, {lineCounter: lines, prettyErrors: false});
	const lineOf = (offset: number) => Math.max(1, lines.linePos(offset).line);
	const [error] = document.errors;
	if (error) {
		throw new Complaint(`the settings file is not valid YAML: ${error.message}`, {
			where: `${file}:${lineOf(error.pos[0])}`,
			help: 'watchexp init prints a file to start from',
		});
	}

	const read = (node: Node | null, name: string, above: Above): Setting => {
		const at = node?.range ? lineOf(node.range[0]) : above.line;
		const path = above.path === '' ? name : `${above.path}.${name}`;
		const place = {file, line: at, name, path};
		const here = {line: at, path, depth: above.depth + 1};
		if (isAlias(node) || above.depth > 16) {
			throw complaintAt(place, 'is too clever', 'values written out, without aliases');
		}

		if (isMap<Node, Node | null>(node)) {
			const entries = node.items.map(({key, value}) => {
				const line = key.range ? lineOf(key.range[0]) : at;
				return read(value, isScalar(key) ? String(key.value) : '?', {...here, line});
			});
			return {...place, held: {kind: 'map', entries}};
		}

		if (isSeq<Node | null>(node)) {
			const items = node.items.map((item, index) => read(item, String(index + 1), here));
			return {...place, held: {kind: 'list', items}};
		}

		return {...place, held: {kind: 'value', value: isScalar(node) ? node.value : null}};
	};

	return read(document.contents, '', {line: 1, path: '', depth: 0});
}

type Above = {readonly line: number; readonly path: string; readonly depth: number};

/** A complaint that names the file, the line and the setting, and says what is allowed there. */
export function complaintAt(
	{file, line, path}: Pick<Setting, 'file' | 'line' | 'path'>,
	what: string,
	allowed: string,
	quote?: Quote,
): Complaint {
	return new Complaint(`${path === '' ? 'the settings file' : `the setting ${path}`} ${what}`, {
		where: `${file}:${line}`,
		help: `allowed here: ${allowed}`,
		quote,
	});
}

/** A setting as plain data: texts, numbers, lists, names with values. */
export function plainOf({held}: Setting): unknown {
	if (held.kind === 'value') return held.value;
	if (held.kind === 'list') return held.items.map(plainOf);
	return Object.fromEntries(held.entries.map(entry => [entry.name, plainOf(entry)]));
}

/** The setting that names and places (from 0) lead to; the last one on the way, where there is none. */
export function below(setting: Setting, path: ReadonlyArray<string | number>): Setting {
	const [step, ...rest] = path;
	if (step === undefined) return setting;
	const {held} = setting;
	const next =
		held.kind === 'map'
			? held.entries.find(({name}) => name === step)
			: held.kind === 'list'
				? held.items[Number(step)]
				: undefined;
	return next ? below(next, rest) : setting;
}

/** The settings below one; none when it is empty. */
export function entriesOf(setting: Setting, allowed = 'names with values'): readonly Setting[] {
	if (setting.held.kind === 'map') return setting.held.entries;
	if (setting.held.kind === 'value' && setting.held.value === null) return [];
	throw complaintAt(setting, 'must hold names with values', allowed);
}

/** What a table of parsers, one for each name that is allowed, makes of the settings below one. */
export function fieldsOf<Fields extends object>(
	setting: Setting,
	parsers: {readonly [Name in keyof Fields]: (setting: Setting) => Fields[Name]},
): Partial<Fields> {
	const fields: Partial<Fields> = {};
	for (const entry of entriesOf(setting, Object.keys(parsers).join(', '))) {
		const name = entry.name as keyof Fields;
		if (!Object.hasOwn(parsers, name)) {
			throw complaintAt(entry, 'is not known', Object.keys(parsers).join(', '));
		}

		fields[name] = parsers[name](entry);
	}

	return fields;
}

/** What one parser makes of each of the settings below one, by name. */
export function byName<Value>(
	setting: Setting,
	parse: (setting: Setting) => Value,
): Readonly<Record<string, Value>> {
	return Object.fromEntries(entriesOf(setting).map(entry => [entry.name, parse(entry)]));
}

/** A text. */
export function textOf(setting: Setting, allowed: string): string {
	const {held} = setting;
	if (held.kind === 'value' && typeof held.value === 'string') return held.value;
	throw complaintAt(setting, 'must be a text', allowed);
}

/** A text, or a list of texts. */
export function textsOf(setting: Setting, allowed: string): readonly string[] {
	const {held} = setting;
	if (held.kind === 'value' && held.value === null) return [];
	const items = held.kind === 'list' ? held.items : [setting];
	return items.map(item => textOf(item, allowed));
}

/** A number that is finite. */
export function numberOf(setting: Setting, allowed = 'a number'): number {
	const {held} = setting;
	if (held.kind === 'value' && typeof held.value === 'number' && Number.isFinite(held.value)) {
		return held.value;
	}

	throw complaintAt(setting, 'must be a number', allowed);
}

/** How YAML once wrote truth. */
const truths: Readonly<Record<string, boolean>> = {on: true, yes: true, off: false, no: false};

/** One of a few values, as written; `off` is false and `on` is true where those are among them. */
export function oneOf<const Choice extends string | number | boolean>(
	setting: Setting,
	choices: readonly Choice[],
): Choice {
	const {held} = setting;
	const value = held.kind === 'value' ? held.value : undefined;
	const truth = typeof value === 'string' ? truths[value.toLowerCase()] : undefined;
	const found =
		choices.find(choice => value === choice) ?? choices.find(choice => truth === choice);
	if (found !== undefined) return found;
	const said = held.kind === 'value' ? ` cannot be ${JSON.stringify(held.value)}` : ' is no value';
	throw complaintAt(setting, said.trim(), choices.join(', '));
}
