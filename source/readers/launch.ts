import {commandIn} from '../core/command.ts';
import type {Fact} from '../core/event.ts';
import {noSettings, repeats, type SettingsReader, type SettingsTold} from '../core/settings.ts';
import {argumentsIn, wordsOf} from './settings/arguments.ts';
import {blockIn} from './settings/blocks.ts';
import {inlineIn} from './settings/inline.ts';
import {freshBudget, type LogLine, logLines} from './settings/log-lines.ts';

const mostDumps = 12;

/** Any line with which settings begin holds some of it, or the one after it does. */
const hint =
	/config|cfg|arg|opt|param|setting|dict\(|namespace|exp value|python|torchrun|accelerate|deepspeed|: ?\w+=|[\w.] : |^ {2}[\w-]+:/im;

/** A line of training: what is dumped again after some of them is dumped by another launch. */
const record = /\b(?:loss|epochs?|steps?|iter(?:ation)?s?)\b.{0,12}\d/i;
const fewRecords = 2;

/**
What a log prints of settings: `Namespace(…)`, dumps of configs, tables, the command line. Of a name
that a launch tells more than once the first counts; of several launches the last one does.
*/
export default {
	title: 'Settings in a log',
	read(_name, text) {
		if (!hint.test(text)) return noSettings();
		const lines = logLines(text);
		const hinted = (index: number) => index < lines.length && hint.test(lines[index]!.raw);
		const dumps = collector();
		const budget = freshBudget();
		for (let index = 0; index < lines.length; ) {
			dumps.pass(lines[index]!);
			if (dumps.full() || !(hinted(index) || hinted(index + 1))) {
				index++;
				continue;
			}

			const line = lines[index]!;
			const inline = inlineIn(lines, index, budget);
			const block = inline ?? (dumps.knows(line) ? undefined : blockIn(lines, index, budget));
			dumps.take(block?.told ?? argumentsOf(line), block ? line.text : null);
			index = block?.next ?? index + 1;
		}

		return merged(dumps.told());
	},
} satisfies SettingsReader;

/** The dumps of the newest launch. */
function collector() {
	let told: SettingsTold[] = [];
	const headings = new Set<string>();
	let records = 0;
	return {
		pass({raw}: LogLine) {
			if (told.length > 0 && record.test(raw) && ++records === fewRecords) headings.clear();
		},
		/** Only another launch would tell more. */
		full: () => told.length >= mostDumps && records < fewRecords,
		/** The same heading once more: another rank says the same. */
		knows: ({text}: LogLine) => headings.has(text),
		take(found: SettingsTold | undefined, heading: string | null) {
			if (!found) return;
			if (heading !== null) headings.add(heading);
			if (records >= fewRecords && repeats(found, merged(told))) told = [];
			if (told.length < mostDumps) told.push(found);
			records = 0;
		},
		told: () => told,
	};
}

const listed = /sys\.argv\W{1,4}(\[.*\])/;

function argumentsOf({text, line}: LogLine): SettingsTold | undefined {
	const list = listed.exec(text)?.[1];
	if (list !== undefined) {
		const words = [...list.matchAll(/'([^']*)'|"([^"]*)"/g)].map(([, a, b]) => a ?? b ?? '');
		return argumentsIn(words.slice(1), line);
	}

	const command = commandIn(text);
	return command === undefined ? undefined : argumentsIn(wordsOf(command), line);
}

/** What is told twice keeps its first value. */
function merged(all: readonly SettingsTold[]): SettingsTold {
	const values: Record<string, Fact> = {};
	const lines: Record<string, number> = {};
	for (const told of all) {
		for (const [name, value] of Object.entries(told.values)) {
			if (Object.hasOwn(values, name)) continue;
			values[name] = value;
			if (told.lines[name] !== undefined) lines[name] = told.lines[name];
		}
	}

	return all.length > 0 ? {values, lines, trouble: null} : noSettings();
}
