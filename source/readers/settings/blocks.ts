import type {Fact} from '../../core/event.ts';
import type {SettingsTold} from '../../core/settings.ts';
import {factOf} from './arguments.ts';
import {lineCounter, toldOf} from './flat.ts';
import type {Dump} from './inline.ts';
import {type Budget, type LogLine, textFrom} from './log-lines.ts';
import {pythonIn} from './python.ts';
import {yamlIn} from './yaml.ts';

const heading =
	/(?:^|\W)(?:\w*config|configs|configuration|args|arguments|options|opt|hparams|hyper-?parameters|params|parameters|settings|exp value)\W*$/i;
const mostLines = 3000;
const least = 3;
/** Lines of other ranks in a row. */
const foreign = 80;
const yaml = /^[A-Za-z_][\w.-]*:(?: |$)/;
const python = /^[A-Za-z_]\w* ?= ?\S/;
const dotted = /^ *([A-Za-z_][\w-]*) \.{3,} (.*)$/;
const table = /^[│|║] *([A-Za-z_]\w*) *[│|║] *(.*?) *[│|║]?$/;
const nested = /^( *)([\w.\\/-]+)\s*:\s?(\[?)(.*)$/;
const flat = /^\s*-{0,2}([A-Za-z_][\w.-]*)\s*[:=]\s*(\S.*)$/;
/** What YAML begins an unindented line with; names with numbers between words count something. */
const unindented = /^(?:\s|$|[-#\]}]|(?![^:]*\s[^:]*\d[^:]*:)[^\s:][^:]*:(?:\s|$))/;
/** `epoch: 1, loss: 0.5` and `step 100: train loss 1.5`: a place or a loss, and more values behind it. */
const record =
	/^\W{0,2}(?:(?:train|val)\w*\W{1,2})?(?:epoch|step|iter(?:ation)?|batch|loss)\W{0,3}\d[^#[{]*?[a-z]\w*\W{1,3}\d/i;
const ruler = /^[\s|+=*#\u2013\u2500-\u257f-]*$/;

/** Settings that are dumped over several lines. */
export function blockIn(
	lines: readonly LogLine[],
	index: number,
	budget: Budget,
): Dump | undefined {
	const {text, led} = lines[index]!;
	if (led && nestedLine(lines[index]!) && nestedLine(lines[index + 1])) return tree(lines, index);
	const isHead = heading.test(text.slice(0, 200));
	if (isHead) return budget.characters > 0 ? below(lines, index + 1, budget) : undefined;
	// BasicSR prints its options below an empty line of the logger, two blanks before each.
	const next = lines[index + 1];
	if (text.trim() === '' && led && next && !next.led && /^ {2}[\w-]+:/.test(next.text))
		return tree(lines, index + 1);
	return undefined;
}

/** What stands below a heading, by its first line that is no ruler. */
function below(lines: readonly LogLine[], from: number, budget: Budget): Dump | undefined {
	let first = from;
	while (first < Math.min(lines.length, from + 4) && ruler.test(lines[first]!.text)) first++;
	const text = lines[first]?.text ?? '';
	if (dotted.test(text)) return rows(lines, first, dotted);
	if (table.test(text)) return rows(lines, first, table);
	if (!lines[first]?.led) {
		if (python.test(text)) return parsed(lines, first, pythonIn, budget);
		if (yaml.test(text)) return parsed(lines, first, yamlIn, budget) ?? rows(lines, first, flat);
	}

	return flat.test(text) ? rows(lines, first, flat) : undefined;
}

/** Lines without a logger's word, read as one text. */
function parsed(
	lines: readonly LogLine[],
	from: number,
	read: typeof yamlIn,
	budget: Budget,
): Dump | undefined {
	const isOver = (text: string) => read === yamlIn && (record.test(text) || !unindented.test(text));
	const {text, end} = textFrom(lines, from, budget, isOver);
	const found = text === '' ? '' : read(text);
	if (typeof found === 'string') return undefined;
	const told = toldOf(found.value, found.places, lineCounter(text, lines[from]!.line));
	return enough(told) ? {told, next: end} : undefined;
}

/** A name and a value in each line: the first and the second group of a pattern. Other ranks may break in. */
function rows(lines: readonly LogLine[], from: number, pattern: RegExp): Dump | undefined {
	const told = collector();
	let end = from;
	for (let at = from; at < lines.length && at - from < mostLines && at - end < foreign; at++) {
		const {text, line} = lines[at]!;
		if (pattern === flat && record.test(text)) break;
		const [, name, value] = pattern.exec(text) ?? [];
		if (name !== undefined && value !== undefined) told.add(name, value, line);
		else if (pattern === flat || !isRuler(text)) {
			if (pattern !== dotted) break;
			continue;
		}

		end = at + 1;
	}

	return told.dump(end);
}

function isRuler(text: string): boolean {
	return text.trim() !== '' && ruler.test(text);
}

function nestedLine(line: LogLine | undefined): boolean {
	return line !== undefined && /^ *[\w.]+ : /.test(`${line.text} `);
}

/** Names below names by their indent, `name:[` … `]` of BasicSR and `name : value` of Paddle. */
function tree(lines: readonly LogLine[], from: number): Dump | undefined {
	const told = collector();
	const {led} = lines[from]!;
	const above: {readonly indent: number; readonly name: string}[] = [];
	let end = from;
	for (; end < lines.length && end - from < mostLines; end++) {
		const row = lines[end]!;
		if (/^ *\]$/.test(row.text)) continue;
		const named = row.led === led ? namedIn(row.text) : undefined;
		if (!named) break;
		const {indent, name, value} = named;
		while ((above.at(-1)?.indent ?? -1) >= indent) above.pop();
		if (value === '') above.push({indent, name});
		else told.add([...above.map(one => one.name), name].join('.'), value, row.line);
	}

	return told.dump(end);
}

/** A bracket that nothing follows opens a level as an indent does. */
function namedIn(text: string) {
	const [, indent, name, bracket, value = ''] = nested.exec(text) ?? [];
	if (indent === undefined || name === undefined) return undefined;
	const held = bracket === '[' && value !== '' ? `[${value}` : value;
	return {indent: indent.length, name, value: held.trim()};
}

function collector() {
	const values: Record<string, Fact> = {};
	const lines: Record<string, number> = {};
	let count = 0;
	return {
		add(name: string, text: string, line: number) {
			const value = factOf(text.replace(/,$/, ''));
			if (value === 'None' || value === '' || name === '__proto__' || ++count > 2000) return;
			values[name] = value;
			lines[name] = line;
		},
		dump(next: number): Dump | undefined {
			const told = {values, lines, trouble: null};
			return enough(told) ? {told, next} : undefined;
		},
	};
}

function enough({values}: SettingsTold): boolean {
	return Object.keys(values).length >= least;
}
