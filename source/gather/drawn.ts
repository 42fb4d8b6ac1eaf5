import {draw, type Frames, frameOf, isSteady, shownOf, type Unit, unitOf} from './frames.ts';
import {type Batch, deskColumns} from './rows.ts';
import {type Burst, most} from './shape/burst.ts';
import {columns, type Fields, fieldOf, type Meaning} from './shape/fields.ts';
import type {Shape} from './shape/shape.ts';

type Recorded = Extract<Meaning, {kind: 'record'}>;
type Plan = Pick<Batch, 'epochs' | 'steps' | 'stepsPerEpoch'>;

/** The columns of what a bar counts. */
export const unitColumns: Readonly<Record<Unit, number>> = {
	epoch: columns.indexOf('epoch'),
	step: columns.indexOf('step'),
	stepInEpoch: columns.indexOf('stepInEpoch'),
};

/** The place that the values of a frame stand for; -1 when it is no record. */
export function drawn(
	frames: Frames,
	{fields, pattern: {numbers}}: Shape,
	{split, keys, position}: Recorded,
	unit: Unit,
	bar: 'each' | 'next',
): number {
	const told = (index: number) => fieldOf(fields, index, numbers);
	const count = told(unitColumns[unit]);
	const epoch = unit === 'epoch' ? -1 : named(told(3));
	const plan = {epochs: told(0), steps: told(1), stepsPerEpoch: told(2)};
	const frame = frameOf(frames, epoch, totalOf(unit, plan, position), count);
	const steady = isSteady(frame, count);
	const fresh = renew(shownOf(frames, split, keys), fields, numbers);
	const isRecord = fresh || (steady && split === 'train');
	const place = draw(frame, count, isRecord, bar);
	return isRecord ? place : -1;
}

/** Notes the values shown now; tells whether any differs from that before. */
function renew(before: number[], fields: Fields, numbers: Float64Array): boolean {
	let changed = false;
	for (let index = 0; index < before.length; index++) {
		const value = fieldOf(fields, index + columns.length, numbers);
		if (!Object.is(before[index], value)) {
			before[index] = value;
			changed = true;
		}
	}

	return changed;
}

/** The rows of a burst whose values are not those of the row before. */
const changed = new Uint8Array(most.lines);

/**
Of the lines of a burst, which are written behind the rows of a batch, keeps those that are records: all,
or of frames of a bar those that `drawn` would tell. Tells how many they are.
*/
export function sift(
	frames: Frames,
	batch: Batch,
	shape: Shape,
	{split, keys, position, bar}: Recorded,
	{count}: Burst,
): number {
	const unit = bar && unitOf(position);
	if (!unit || !bar || count === 0) return count;
	const {length: row} = batch;
	const {fields} = shape;
	compare(shownOf(frames, split, keys), fields, row, count);
	const counts = deskColumns[unitColumns[unit]]!;
	const epochs = unit === 'epoch' || fields.slots[3]! < 0 ? null : deskColumns[3]!;
	const always = unit === 'epoch' ? -1 : named(fields.constants[3]!);
	const total = totalOf(unit, batch, position);
	let kept = 0;
	for (let index = 0; index < count; index++) {
		const drawnAt = counts[row + index]!;
		const epoch = epochs === null ? always : named(epochs[row + index]!);
		const frame = frameOf(frames, epoch, total, drawnAt);
		const told = changed[index] === 1 || (split === 'train' && isSteady(frame, drawnAt));
		const place = draw(frame, drawnAt, told, bar);
		if (!told) continue;
		if (kept < index) move(batch, fields, row + index, row + kept);
		counts[row + kept] = place;
		kept++;
	}

	return kept;
}

/** Notes which rows show other values than those before them, and the values shown last. */
function compare(before: number[], {slots, constants}: Fields, row: number, count: number): void {
	changed.fill(0, 0, count);
	for (let index = 0; index < before.length; index++) {
		const field = index + columns.length;
		const column = deskColumns[field]!;
		if (slots[field]! < 0) column.fill(constants[field]!, row, row + count);
		let last = before[index]!;
		for (let at = 0; at < count; at++) {
			const value = column[row + at]!;
			if (!Object.is(last, value)) changed[at] = 1;
			last = value;
		}

		before[index] = last;
	}
}

function move(batch: Batch, {lanes}: Fields, from: number, to: number): void {
	batch.line[to] = batch.line[from]!;
	batch.offset[to] = batch.offset[from]!;
	for (const index of lanes) deskColumns[index]![to] = deskColumns[index]![from]!;
}

/** The epoch in the name of a bar. */
function named(epoch: number): number {
	return Number.isNaN(epoch) ? -2 : epoch;
}

function totalOf(unit: Unit, {epochs, steps, stepsPerEpoch}: Plan, position: object): number {
	const total = unit === 'epoch' ? epochs : 'stepsPerEpoch' in position ? stepsPerEpoch : steps;
	return Number.isNaN(total) ? Number.POSITIVE_INFINITY : total;
}
