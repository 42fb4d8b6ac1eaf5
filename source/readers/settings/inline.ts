import type {Fact} from '../../core/event.ts';
import type {SettingsTold} from '../../core/settings.ts';
import {isObject, type Json} from '../json/loose.ts';
import {factOf} from './arguments.ts';
import {lineCounter, toldOf} from './flat.ts';
import {literalsIn, type Places} from './literal.ts';
import {type Budget, type LogLine, textFrom} from './log-lines.ts';

/** What was found, and the index of the line behind it. */
export type Dump = {readonly told: SettingsTold; readonly next: number};

const called =
	/(?:^|[\s:=])(?:Namespace|EasyDict|ConfigDict|\w{0,40}(?:Arguments|Args|Config|Params))\((?=\s*$|\w+\s*=)/;
const headed =
	/^\W{0,3}(?:[A-Za-z]\w* ){0,4}\w*(?:args|arguments|configs?|configuration|cfg|opts?|options|hparams|hyper-?parameters|params|parameters|settings)(?::\s*|\s+=\s+|\s+)(?=\{)/i;
const lead = /^[\w/\\]+: ?(?=\w+=)/;
const pair = /^\w+=[^=]*$/;
const least = 2;

/** Settings that begin in a line: `Namespace(lr=0.1, …)`, `args: {…}`, `hyperparameters: lr0=0.01, …`. */
export function inlineIn(
	lines: readonly LogLine[],
	index: number,
	budget: Budget,
): Dump | undefined {
	const {text, line} = lines[index]!;
	if (text.length < 12) return undefined;
	if (text.includes('(') || text.includes('{')) {
		const found = literal(lines, index, budget);
		if (found) return found;
	}

	return pairsIn(text, line, index);
}

function literal(lines: readonly LogLine[], index: number, budget: Budget): Dump | undefined {
	const {text, line} = lines[index]!;
	const call = called.exec(text);
	const head = call ? null : headed.exec(text);
	if (!call && !head) return undefined;
	const start = call ? call.index + call[0].length - 1 : head!.index + head![0].length;
	const {text: whole} = textFrom(lines, index, budget);
	if (whole === '') return undefined;
	const places: Places = new WeakMap();
	const literals = literalsIn(whole, new Map(), places, true);
	const found = call ? literals.call(start) : literals.value(start);
	const value: Json | undefined = found?.[0];
	if (!found || !isObject(value) || Object.keys(value).length < least) return undefined;
	const lineAt = lineCounter(whole, line);
	return {told: toldOf(value, places, lineAt), next: index + lineAt(found[1]) - line + 1};
}

/** YOLO's lines: values are not quoted, lists may lie in them. */
function pairsIn(text: string, line: number, index: number): Dump | undefined {
	const [begin] = lead.exec(text) ?? [];
	if (begin === undefined) return undefined;
	const told = text.slice(begin.length).split(/, (?=\w+=)/);
	if (told.length < 4 || !told.every(one => pair.test(one))) return undefined;
	const values: Record<string, Fact> = {};
	const places: Record<string, number> = {};
	for (const one of told) {
		const equals = one.indexOf('=');
		const name = one.slice(0, equals);
		const value = factOf(one.slice(equals + 1).replace(/, $/, ''));
		if (value === '' || value === 'None' || name === '__proto__') continue;
		values[name] = value;
		places[name] = line;
	}

	return {told: {values, lines: places, trouble: null}, next: index + 1};
}
