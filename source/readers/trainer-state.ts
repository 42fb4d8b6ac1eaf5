import {type Event, type Fact, type Position, type Split, splits} from '../core/event.ts';
import type {Reader, Reading} from '../core/reader.ts';
import {type Item, itemCutter} from './json/items.ts';
import {isObject, type Json, looseJson} from './json/loose.ts';

type Row = {readonly [name: string]: Json};

const about =
	/^(?:epoch|step|total_flos)$|(?:runtime|samples_per_second|steps_per_second|tokens_per_second|jit_compilation_time)$/;
const facts = /^(?:num_train_epochs|logging_steps|eval_steps|save_steps|train_batch_size)$/;

/** HF Trainer's trainer_state.json: the log history of a run up to a checkpoint (transformers/trainer_callback.py). */
export default {
	title: 'HF trainer state',
	claims: (_name, head) => {
		if (head[0] !== 123 || !new TextDecoder().decode(head).includes('"log_history"')) return false;
		const cutter = itemCutter('log_history', () => {});
		cutter.cut(head, 0);
		return cutter.began();
	},
	open,
} satisfies Reader;

function open(): Reading {
	const notUnderstood: {line: number; text: string}[] = [];
	const trouble: {offset: number; what: string}[] = [];
	const cutter = itemCutter('log_history', (offset, what) => trouble.push({offset, what}));
	const evaluated = new Map<string, number[]>();
	let understood = 0;
	let items = 0;
	let step = 0;
	let summed = false;
	let framed = false;

	const tell = (item: Item): readonly Event[] => {
		items++;
		const row = looseJson(item.text);
		if (!isObject(row)) {
			if (notUnderstood.length < 20) {
				notUnderstood.push({line: item.line, text: item.text.slice(0, 500)});
			}

			return [];
		}

		understood++;
		if (typeof row.step === 'number') step = row.step;
		if ('train_runtime' in row) summed = true;
		remember(evaluated, row);
		return rowEvents(row, item);
	};

	return {
		push: (bytes, offset) => {
			const events = cutter.cut(bytes, offset).flatMap(tell);
			const frame = framed ? undefined : cutter.frame();
			if (frame === undefined) return events;
			framed = true;
			const state = looseJson(frame);
			if (isObject(state)) return [...events, ...stateEvents(state, evaluated, summed, step)];
			trouble.push({offset, what: 'not JSON around its log history'});
			return events;
		},
		report: () => ({
			format: 'trainer-state',
			why: `understands ${understood} of ${items} entries of its log history`,
			candidates: [{format: 'trainer-state', understood}],
			lines: cutter.lines(),
			understood,
			notUnderstood,
			trouble: framed ? trouble : [...trouble, {offset: 0, what: 'the document has no end yet'}],
		}),
	};
}

/** One entry of the history: a train record, an evaluation, or the summary at the end of the training. */
function rowEvents(row: Row, {line, offset}: Item): readonly Event[] {
	const common = {position: positionOf(row), source: {file: '', line, offset}};
	if ('train_runtime' in row) return [{kind: 'phase', phase: 'finished', ...common}];
	const values: Record<Split, Record<string, number>> = {train: {}, val: {}, test: {}};
	for (const [name, value] of Object.entries(row)) {
		if (typeof value !== 'number' || about.test(name)) continue;
		const [, prefix, plain] = /^(eval|test)_(.+)/.exec(name) ?? [];
		const split = prefix === 'eval' ? 'val' : prefix === 'test' ? 'test' : 'train';
		values[split][plain ?? name] = value;
	}

	return splits
		.filter(split => Object.keys(values[split]).length > 0)
		.map(split => ({kind: 'metrics', split, values: values[split], ...common}));
}

function positionOf({epoch, step}: Row): Position {
	return {
		...(typeof epoch === 'number' ? {epoch} : {}),
		...(typeof step === 'number' ? {step} : {}),
	};
}

/** What stands around the history: the plan and the best checkpoint. */
function stateEvents(
	state: Row,
	evaluated: ReadonlyMap<string, readonly number[]>,
	summed: boolean,
	step: number,
): readonly Event[] {
	const told: Record<string, Fact> = {};
	for (const [name, value] of Object.entries(state)) {
		if (typeof value === 'number' && facts.test(name)) told[name] = value;
	}

	const {max_steps: steps, best_metric: best, best_model_checkpoint: path} = state;
	// A checkpoint at the last step is written before the training has ended: only the summary says so.
	const planned = typeof steps === 'number' && steps > 0 && (summed || step < steps);
	if (!planned) delete told.num_train_epochs;
	const position = endOf(state, planned);
	const events: Event[] = [
		{kind: 'facts', facts: told, ...(Object.keys(position).length > 0 ? {position} : {})},
	];
	if (typeof path === 'string') {
		const value = typeof best === 'number' ? best : undefined;
		const monitor = [...evaluated].find(([, seen]) => value !== undefined && seen.includes(value));
		events.push({
			kind: 'checkpoint',
			best: true,
			path,
			...(value === undefined ? {} : {value}),
			...(monitor ? {monitor: monitor[0]} : {}),
		});
	}

	return events;
}

/** Where the training stands, whose history rounds its epochs, and how far it is to go. */
function endOf({epoch, max_steps: steps}: Row, planned: boolean): Position {
	return {
		...(typeof epoch === 'number' ? {epoch} : {}),
		...(planned ? {steps: steps as number} : {}),
	};
}

/** The best metric is told by its value only: which evaluation had it tells its name. */
function remember(evaluated: Map<string, number[]>, row: Row): void {
	for (const [name, value] of Object.entries(row)) {
		if (typeof value !== 'number' || !name.startsWith('eval_') || about.test(name)) continue;
		const seen = evaluated.get(name) ?? [];
		if (seen.length < 10_000) seen.push(value);
		evaluated.set(name, seen);
	}
}
