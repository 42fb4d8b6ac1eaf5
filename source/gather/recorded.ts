import type {Split} from '../core/event.ts';
import {type Batch, complete, createBatch, deskColumns, most} from './rows.ts';
import type {Burst} from './shape/burst.ts';
import {type Fields, fieldOf, type Meaning} from './shape/fields.ts';
import {spread} from './shape/rush.ts';
import type {Shape} from './shape/shape.ts';
import {flushBatch, type Story} from './story.ts';

/** Writes the record that a line of a shape tells, by the numbers matched last, into the columns. */
export function record(
	story: Story,
	{split, keys}: Extract<Meaning, {kind: 'record'}>,
	{fields, pattern: {numbers}}: Shape,
	line: number,
	offset: number,
): void {
	let {batch} = story;
	if (
		!batch ||
		batch.fields !== fields ||
		batch.length === most ||
		!planned(batch, fields, numbers)
	)
		batch = open(story, batch, split, keys, fields, numbers);
	const row = batch.length++;
	batch.line[row] = line;
	batch.offset[row] = offset;
	const {lanes, slots, signs} = fields;
	for (let lane = 0; lane < lanes.length; lane++) {
		const index = lanes[lane]!;
		deskColumns[index]![row] = numbers[slots[index]!]! * signs[index]!;
	}
}

/** Whether records of the shape found last may go straight into the open batch. */
export function isOpen(batch: Batch | null, {fields, pattern: {numbers}}: Shape): batch is Batch {
	return batch !== null && batch.fields === fields && planned(batch, fields, numbers);
}

/** Writes the numbers of the lines of a burst, which are of the shape of the open batch, behind its rows. */
export function writeAll(
	{length: row}: Batch,
	burst: Burst,
	{fields: {lanes, slots, signs}, pattern: {numbers}}: Shape,
): void {
	for (const index of lanes) {
		const slot = slots[index]!;
		spread(burst, slot, numbers[slot]!, signs[index]!, deskColumns[index]!, row);
	}
}

/** The open batch where the record may stand in it, else another. */
function open(
	story: Story,
	batch: Batch | null,
	split: Split,
	keys: readonly string[],
	fields: Fields,
	numbers: Float64Array,
): Batch {
	if (batch && suits(batch, split, keys, fields, numbers)) {
		complete(batch, fields);
		return batch;
	}

	flushBatch(story);
	const next = createBatch(split, keys, {
		epochs: fieldOf(fields, 0, numbers),
		steps: fieldOf(fields, 1, numbers),
		stepsPerEpoch: fieldOf(fields, 2, numbers),
	});
	next.fields = fields;
	story.batch = next;
	return next;
}

function suits(
	batch: Batch,
	split: Split,
	keys: readonly string[],
	fields: Fields,
	numbers: Float64Array,
): boolean {
	return (
		batch.length < most &&
		batch.split === split &&
		Object.is(batch.epochs, fieldOf(fields, 0, numbers)) &&
		Object.is(batch.steps, fieldOf(fields, 1, numbers)) &&
		Object.is(batch.stepsPerEpoch, fieldOf(fields, 2, numbers)) &&
		(batch.keys === keys ||
			(batch.keys.length === keys.length && keys.every((key, index) => batch.keys[index] === key)))
	);
}

/** Whether the plan that the line tells is that of the batch, in which lines of its shape stand already. */
function planned(batch: Batch, {plan, slots}: Fields, numbers: Float64Array): boolean {
	for (let place = 0; place < plan.length; place++) {
		const index = plan[place]!;
		const known = index === 0 ? batch.epochs : index === 1 ? batch.steps : batch.stepsPerEpoch;
		if (numbers[slots[index]!] !== known) return false;
	}

	return true;
}
