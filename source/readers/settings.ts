import type {Event} from '../core/event.ts';
import type {Reader, Reading} from '../core/reader.ts';
import {noSettings} from '../core/settings.ts';
import {joined} from './binary/bytes.ts';
import file from './settings-file.ts';

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
	let told = noSettings();

	const push = (more: Uint8Array): readonly Event[] => {
		if (bytes.length > longest) return [];
		bytes = joined(bytes, more);
		told =
			bytes.length > longest
				? noSettings('too long for settings')
				: file.read('', new TextDecoder().decode(bytes));
		const facts = told.values;
		const source = {file: '', line: 1, offset: 0};
		return Object.keys(facts).length > 0 ? [{kind: 'facts', facts, source}] : [];
	};

	return {
		push,
		report: () => {
			const lines = new TextDecoder().decode(bytes).split('\n').length - 1;
			const count = Object.keys(told.values).length;
			return {
				format: 'settings',
				why: `${count} settings`,
				candidates: [{format: 'settings', understood: count}],
				lines,
				understood: count > 0 ? lines : 0,
				notUnderstood: [],
				trouble: told.trouble === null ? [] : [{offset: 0, what: told.trouble}],
			};
		},
	};
}
