import type {Event, Fact} from '../core/event.ts';
import type {Reader, Reading} from '../core/reader.ts';
import {blockCutter} from './binary/blocks.ts';
import {beginsWith, isPointer} from './binary/bytes.ts';
import {type Recorded, readRecorded} from './binary/history.ts';
import {flatten} from './json/flat.ts';
import {isObject, type Json, looseJson} from './json/loose.ts';
import {type Column, columnsOf, rowEvents} from './table/columns.ts';

/** How many different sets of names are remembered. */
const remembered = 200;

/** W&B's own file of a run: history, settings and exit of the process (wandb/core/pkg/leveldb, wandb_internal.proto). */
export default {
	title: 'W&B run file',
	claims: (name, head) => {
		if (isPointer(head)) return false;
		return beginsWith(head, ':W&B') || (head.length < 4 && name.endsWith('.wandb'));
	},
	open,
	losses: ['loss', 'total_loss', 'train_loss'],
} satisfies Reader;

function open(): Reading {
	const trouble: {offset: number; what: string}[] = [];
	const hear = (offset: number, what: string) => {
		if (trouble.length < 20) trouble.push({offset, what});
	};

	const cutter = blockCutter(hear);
	const shapes = new Map<string, readonly Column[]>();
	let understood = 0;

	const told = (recorded: Recorded, offset: number): readonly Event[] => {
		const source = {file: '', line: cutter.count(), offset};
		switch (recorded.kind) {
			case 'history':
				return historyEvents(recorded.items, shapes).map(event => ({...event, source}));
			case 'config': {
				const facts = settingsOf(recorded.items);
				return Object.keys(facts).length > 0 ? [{kind: 'facts', facts, source}] : [];
			}

			case 'resumed':
				return [{kind: 'phase', phase: 'resumed', source}];
			case 'exit':
				return [{...exitEvent(recorded.code), source}];
			case 'other':
				return [];
		}
	};

	return {
		push: (bytes, offset) => {
			const events: Event[] = [];
			cutter.cut(bytes, offset, (record, at) => {
				try {
					const all = readRecorded(record);
					understood++;
					events.push(...all.flatMap(one => told(one, at)));
				} catch {
					hear(at, 'a record that cannot be decoded');
				}
			});
			return events;
		},
		report: () => ({
			format: 'wandb',
			why: `understands ${understood} of ${cutter.count()} records`,
			candidates: [{format: 'wandb', understood}],
			lines: cutter.count(),
			understood,
			notUnderstood: [],
			trouble,
		}),
	};
}

/** One row of the history: its names are read as the columns of a table are. */
function historyEvents(
	items: ReadonlyMap<string, string>,
	shapes: Map<string, readonly Column[]>,
): readonly Event[] {
	// The writer shuffles the names of a row.
	const names = [...items.keys()].sort();
	const shape = names.join('\n');
	let columns = shapes.get(shape);
	if (!columns) {
		columns = columnsOf(names);
		if (shapes.size < remembered) shapes.set(shape, columns);
	}

	const cells = names.map(name => items.get(name)!.replace(/^"(.*)"$/, '$1'));
	return rowEvents(columns, cells);
}

function settingsOf(items: ReadonlyMap<string, string>): Readonly<Record<string, Fact>> {
	const facts: Record<string, Fact> = {};
	for (const [name, text] of items) {
		if (name.startsWith('_wandb')) continue;
		const value: Json | undefined = looseJson(text);
		flatten(isObject(value) && 'value' in value ? value.value : value, facts, name);
	}

	return facts;
}

function exitEvent(code: number): Event {
	if (code === 0) return {kind: 'phase', phase: 'finished', text: 'the process ended with code 0'};
	const text = `the process ended with code ${code}`;
	return code === 255
		? {kind: 'phase', phase: 'interrupted', text}
		: {kind: 'trouble', what: 'failed', text};
}
