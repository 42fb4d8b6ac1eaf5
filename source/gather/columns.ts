import {type Event, type EventOf, type Position, type Split, splits} from '../core/event.ts';
import {splitOf} from '../core/split.ts';

/** `Epoch | Train Loss | Val Acc (%)` → [Epoch, Train Loss, Val Acc]: the names in a heading. */
export function namesIn(heading: string): readonly string[] {
	const between = ['|', '\t', ','].find(mark => heading.includes(mark)) ?? gaps(heading);
	return heading
		.split(between)
		.map(name => name.replace(/\s*[([](?:%|\w{1,4})[)\]]\s*$/, '').trim())
		.filter((name, index, all) => name !== '' || (index > 0 && index < all.length - 1));
}

/** Two blanks at least stand between names that hold one: `LOSS NER  ENTS_F`. */
function gaps(heading: string): RegExp {
	return /\S {2,}\S/.test(heading) ? /\s{2,}/ : /\s+/;
}

/** A loss that names no split is that of training. */
function ofTraining(name: string): boolean {
	return /^loss\b/i.test(name);
}

/** The split of a column that names none: not the one that a column of the same measure names. */
function unsaid(name: string, names: readonly string[], split: Split): Split {
	for (const other of names) {
		const told = splitOf(other);
		if (told?.name === name) return told.split === 'train' ? 'val' : 'train';
	}

	return ofTraining(name) ? 'train' : split;
}

const counts: Readonly<Record<string, keyof Position>> = {
	epoch: 'epoch',
	epochs: 'epoch',
	step: 'step',
	iter: 'step',
	iteration: 'step',
	global_step: 'step',
};

/** The records of a row whose values are in the order of a heading's names. */
export function underHeading(events: readonly Event[], names: readonly string[]): readonly Event[] {
	const [first] = events;
	if (first?.kind !== 'metrics') return events;
	const bySplit = new Map<Split, Record<string, number>>();
	const position: Record<string, number> = {...first.position};
	const values = events.flatMap(event =>
		event.kind === 'metrics'
			? Object.values(event.values).map(value => ({value, split: event.split}))
			: [],
	);
	for (const [index, {value, split}] of values.entries()) {
		const name = names[index];
		if (name === undefined) break;
		const count = counts[name.toLowerCase()];
		if (count) position[count] = value;
		else put(bySplit, splitOf(name) ?? {split: unsaid(name, names, split), name}, value);
	}

	const placed = Object.keys(position).length > 0 ? {position} : {};
	return splits
		.filter(split => bySplit.has(split))
		.map(
			(split): EventOf<'metrics'> => ({...first, ...placed, split, values: bySplit.get(split)!}),
		);
}

function put(
	bySplit: Map<Split, Record<string, number>>,
	{split, name}: {readonly split: Split; readonly name: string},
	value: number,
): void {
	const values = bySplit.get(split) ?? {};
	if (!Object.hasOwn(values, name)) values[name] = value;
	bySplit.set(split, values);
}
