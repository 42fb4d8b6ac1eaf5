import type {Event, Fact} from '../core/event.ts';
import type {Reader, Reading} from '../core/reader.ts';
import {blockCutter} from './binary/blocks.ts';
import {beginsWith, isPointer, unfinished} from './binary/bytes.ts';
import {type Items, noItems} from './binary/items.ts';
import type {Piece, Take} from './binary/piece.ts';
import {readRecorded} from './binary/recorded.ts';
import {rowReader} from './binary/rows.ts';
import {flatten} from './json/flat.ts';
import {isObject, looseJson} from './json/loose.ts';
import {createBatches, type Place} from './table/batches.ts';
import {tellRow} from './table/layout.ts';

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
	const batches = createBatches();
	const items = noItems();
	const readRow = rowReader();
	const place: Place = {line: 0, offset: 0, at: 0, epoch: 0, step: 0};
	let understood = 0;

	const tell = (event: Event) => {
		const {line, offset} = place;
		batches.tell({...event, source: {file: '', line, offset}});
	};

	const hearer = {
		history: (piece: Piece) => tellRow(readRow(piece, items, place), place, batches),
		config: (piece: Piece) => {
			const facts = settingsOf(piece, items);
			if (Object.keys(facts).length > 0) tell({kind: 'facts', facts});
		},
		resumed: () => tell({kind: 'phase', phase: 'resumed'}),
		exit: (code: number) => tell(exitEvent(code)),
	};

	const take: Take = (piece, end, offset) => {
		const {nameless} = items;
		place.line = cutter.count();
		place.offset = offset;
		try {
			readRecorded(piece, end, items, hearer);
			understood++;
		} catch {
			hear(offset, 'a record that cannot be decoded');
		}

		if (nameless === 0 && items.nameless > 0) hear(offset, 'too many names: not all are read');
	};

	return {
		push: (bytes, offset) => {
			cutter.cut(bytes, offset, take);
			return batches.take();
		},
		report: () => ({
			format: 'wandb',
			why: `understands ${understood} of ${cutter.count()} records${unfinished(cutter.open())}`,
			candidates: [{format: 'wandb', understood}],
			lines: cutter.count(),
			understood,
			notUnderstood: [],
			trouble,
		}),
	};
}

function settingsOf(
	{bytes}: Piece,
	{names, from, to, count}: Items,
): Readonly<Record<string, Fact>> {
	const facts: Record<string, Fact> = {};
	const decoder = new TextDecoder();
	for (let index = 0; index < count; index++) {
		const {text} = names[index]!;
		if (text.startsWith('_wandb')) continue;
		const value = looseJson(decoder.decode(bytes.subarray(from[index], to[index])));
		flatten(isObject(value) && 'value' in value ? value.value : value, facts, text);
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
