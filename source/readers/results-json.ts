import {type Event, type Fact, type Position, type Split, splits} from '../core/event.ts';
import {goalOf} from '../core/metric.ts';
import type {Reader, Reading} from '../core/reader.ts';
import {splitOf} from '../core/split.ts';
import {beginsWith} from './binary/bytes.ts';
import {documentPieces} from './json/document.ts';
import {flatten} from './json/flat.ts';
import {isObject, type Json, looseJson} from './json/loose.ts';

const longest = 1 << 23;
const settingsKeys =
	/^(?:config|configuration|settings|args|arguments|params|hparams|hyper_?parameters|cfg|options)$/i;
const resultKeys =
	/^(?:results?|metrics?|scores?|summary|best|final|overall|train|val|valid|validation|eval|evaluation|test)$/i;
const named =
	/"(?:[\w./@-]{0,40}[\W_])?(?:loss|acc(?:uracy)?|f1|f-?score|psnr|ssim|m?iou|m?ap|auc|precision|recall|hmean|bleu|wer|cer|score|error|perplexity|reward)(?:[\W_\d][\w./@-]{0,40})?"\s*:\s*-?(?:\d|NaN)/i;

/** Results of one experiment in one JSON object: metrics, and often the settings they came from. */
export default {
	title: 'Results in JSON',
	claims: (name, head) => {
		if (!/\.json$/i.test(name) || !beginsWith(head, '{')) return false;
		const text = new TextDecoder().decode(head.subarray(0, 65_536));
		// Objects on one line are lines of a log, but for one with its settings in it.
		const alone = /^\{\s*[\r\n]/.test(text) || /^\{[^\n]*\{[^\n]*\}\s*$/.test(text);
		return alone && named.test(text);
	},
	open,
} satisfies Reader;

function open(): Reading {
	const pieces = documentPieces(longest);
	let values = 0;
	let done = false;
	let trouble: readonly {offset: number; what: string}[] = [];

	return {
		push: (more, offset) => {
			if (done) return [];
			const text = pieces.add(more);
			done = pieces.overlong();
			trouble = done
				? [{offset, what: 'too long for results'}]
				: [{offset: 0, what: 'not a whole JSON object yet'}];
			const result = text === undefined ? undefined : looseJson(text);
			if (!isObject(result)) return [];
			done = true;
			trouble = [];
			const events = eventsOf(result);
			values = events.length;
			return events;
		},
		report: () => {
			const lines = pieces.text().split('\n').length;
			return {
				format: 'results-json',
				why: done ? 'one JSON object of results' : 'a JSON object that has no end yet',
				candidates: [{format: 'results-json', understood: values}],
				lines,
				understood: values > 0 ? lines : 0,
				notUnderstood: [],
				trouble,
			};
		},
	};
}

type Results = Record<Split, Record<string, number>>;
type Place = {-readonly [place in keyof Position]: number};

function eventsOf(result: {readonly [name: string]: Json}): readonly Event[] {
	const values: Results = {train: {}, val: {}, test: {}};
	const position: Place = {};
	const facts: Record<string, Fact> = {};
	collect(result, 'val', values, position, facts, 0);
	const source = {file: '', line: 1, offset: 0};
	const placed = Object.keys(position).length > 0 ? {position} : {};
	const events: Event[] = splits
		.filter(split => Object.keys(values[split]).length > 0)
		.map(split => ({kind: 'metrics', split, values: values[split], ...placed, source}));
	return Object.keys(facts).length > 0 ? [...events, {kind: 'facts', facts, source}] : events;
}

/** Numbers of results are metrics, `split` where their names tell none; objects of settings are facts. */
function collect(
	from: {readonly [name: string]: Json},
	split: Split,
	values: Results,
	position: Place,
	facts: Record<string, Fact>,
	depth: number,
): void {
	for (const [name, value] of Object.entries(from)) {
		if (isObject(value)) {
			const inside = splitOf(`${name}/x`)?.split ?? split;
			if (settingsKeys.test(name)) flatten(value, facts);
			else if (resultKeys.test(name) && depth < 3) {
				collect(value, inside, values, position, facts, depth + 1);
			}
		} else if (typeof value === 'number') number(name, value, split, values, position, depth);
	}
}

function number(
	name: string,
	value: number,
	split: Split,
	values: Results,
	position: Place,
	depth: number,
): void {
	if (/^(?:best_)?epoch$/i.test(name)) position.epoch = value;
	else if (/^(?:global_)?(?:step|iter|iteration)$/i.test(name)) position.step = value;
	else if (depth > 0 || goalOf(name) !== null || splitOf(name)) {
		const told = splitOf(name);
		values[told?.split ?? split][told?.name ?? name] = value;
	}
}
