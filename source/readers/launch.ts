import type {Fact} from '../core/event.ts';
import {noSettings, type SettingsReader, type SettingsTold} from '../core/settings.ts';
import {argumentsIn, commandIn, wordsOf} from './settings/arguments.ts';
import {blockIn} from './settings/blocks.ts';
import {type Dump, inlineIn} from './settings/inline.ts';
import {freshBudget, type LogLine, logLines} from './settings/log-lines.ts';

const mostDumps = 12;

/** Any line with which settings begin holds some of it, or the one after it does. */
const hint =
	/config|cfg|arg|opt|param|setting|dict\(|namespace|exp value|python|torchrun|accelerate|deepspeed|: ?\w+=|[\w.] : |^ {2}[\w-]+:/im;

/**
What the beginning of a log prints of settings: `Namespace(…)`, dumps of configs, tables, the command
line. Of a name that is told more than once the first counts.
*/
export default {
	title: 'Settings in a log',
	read(_name, text) {
		if (!hint.test(text)) return noSettings();
		const lines = logLines(text);
		const hinted = (index: number) => index < lines.length && hint.test(lines[index]!.raw);
		const told: SettingsTold[] = [];
		const headings = new Set<string>();
		const budget = freshBudget();
		for (let index = 0; index < lines.length && told.length < mostDumps; ) {
			if (!hinted(index) && !hinted(index + 1)) {
				index++;
				continue;
			}

			const {text: heading} = lines[index]!;
			// Another launch in the same log dumps the same names again.
			const known = headings.has(heading);
			const block: Dump | undefined =
				inlineIn(lines, index, budget) ?? (known ? undefined : blockIn(lines, index, budget));
			const found = block?.told ?? argumentsOf(lines[index]!);
			if (found) told.push(found);
			if (block) headings.add(heading);
			index = block?.next ?? index + 1;
		}

		return merged(told);
	},
} satisfies SettingsReader;

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
