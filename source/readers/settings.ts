import {parseDocument} from 'yaml';
import type {Event, Fact} from '../core/event.ts';
import type {Reader, Reading} from '../core/reader.ts';
import {joined} from './binary/bytes.ts';
import {flatten} from './json/flat.ts';
import {isObject, type Json, looseJson} from './json/loose.ts';

/** Longer files are data, not settings. */
const longest = 1 << 18;
const names =
	/^(?:config|cfg|args|hparams|hyp|opt|options|params|settings|hydra|(?:train|training|model)_?(?:args|config|params))\.json$|\.ya?ml$/i;

/** Settings of a run as names and values: config.yaml, args.yaml, hparams.yaml, opt.yml, config.json. */
export default {
	title: 'Settings',
	claims: (name, head) => names.test(name) && !head.includes(0),
	open,
} satisfies Reader;

function open(): Reading {
	let bytes: Uint8Array = new Uint8Array(0);
	let facts: Readonly<Record<string, Fact>> = {};
	let trouble: readonly {offset: number; what: string}[] = [];

	const push = (more: Uint8Array, offset: number): readonly Event[] => {
		if (bytes.length > longest) return [];
		bytes = joined(bytes, more);
		if (bytes.length > longest) {
			trouble = [{offset, what: 'too long for settings'}];
			return [];
		}

		const value = parse(new TextDecoder().decode(bytes));
		if (typeof value === 'string') {
			trouble = [{offset: 0, what: value}];
			return [];
		}

		trouble = [];
		facts = flatten(unwrapped(value.settings));
		const source = {file: '', line: 1, offset: 0};
		return Object.keys(facts).length > 0 ? [{kind: 'facts', facts, source}] : [];
	};

	return {
		push,
		report: () => {
			const lines = new TextDecoder().decode(bytes).split('\n').length - 1;
			const count = Object.keys(facts).length;
			return {
				format: 'settings',
				why: `${count} settings`,
				candidates: [{format: 'settings', understood: count}],
				lines,
				understood: count > 0 ? lines : 0,
				notUnderstood: [],
				trouble,
			};
		},
	};
}

/** The settings in a text, or what is wrong with it. Nothing that a tag names is ever made. */
function parse(text: string): {readonly settings: Json} | string {
	const json = looseJson(text);
	if (json !== undefined) return {settings: json};
	try {
		const document = parseDocument(text, {
			logLevel: 'silent',
			prettyErrors: false,
			uniqueKeys: false,
		});
		const [error] = document.errors;
		if (error) return `not valid YAML: ${error.message.slice(0, 200)}`;
		return {settings: document.toJS({maxAliasCount: 100}) as Json};
	} catch (error) {
		return `not valid YAML: ${String((error as Error).message).slice(0, 200)}`;
	}
}

/** W&B writes `lr: {desc: null, value: 0.1}`. */
function unwrapped(settings: Json): Json {
	if (!isObject(settings)) return settings;
	return Object.fromEntries(
		Object.entries(settings).map(([name, value]) => {
			const wraps = isObject(value) && 'value' in value && Object.keys(value).length <= 2;
			return [name, wraps ? value.value! : value];
		}),
	);
}
