import type {Event, EventOf, FileId, Position, Split} from '../core/event.ts';
import type {Fields} from './shape/fields.ts';

type Metrics = EventOf<'metrics'>;

/** The most records of one batch. */
export const most = 8192;

const column = () => new Float64Array(most);

/**
Where the records of the open batch are gathered: one place for all files, because a batch never
outlives the push that began it. Columns of values are made as they are needed.
*/
const desk = {
	line: column(),
	offset: column(),
	at: column(),
	epoch: column(),
	step: column(),
	stepInEpoch: column(),
	values: [] as Float64Array[],
};

/** The columns of the desk by the numbers of `Fields`; the first three are told of a whole batch. */
export const deskColumns: Float64Array[] = [
	...[desk.at, desk.at, desk.at],
	desk.epoch,
	desk.step,
	desk.stepInEpoch,
	desk.at,
];

/** Records of one split, one set of names and one plan, being gathered column by column. */
export type Batch = typeof desk & {
	readonly split: Split;
	readonly keys: readonly string[];
	/** NaN where the lines do not tell. */
	readonly epochs: number;
	readonly steps: number;
	readonly stepsPerEpoch: number;
	length: number;
	/** What the rows from `since` on have in common is not written yet. */
	fields: Fields | null;
	since: number;
};

/** An empty batch; the one before it must have been given out. */
export function createBatch(split: Split, keys: readonly string[], plan: Position = {}): Batch {
	const {epochs = Number.NaN, steps = Number.NaN, stepsPerEpoch = Number.NaN} = plan;
	while (desk.values.length < keys.length) {
		const values = column();
		desk.values.push(values);
		deskColumns.push(values);
	}

	return {
		...desk,
		split,
		keys,
		epochs,
		steps,
		stepsPerEpoch,
		length: 0,
		fields: null,
		since: 0,
	};
}

/** How many more records the batch has room for. */
export function roomIn({length}: Batch): number {
	return most - length;
}

/** Writes what rows of one shape have in common; those that follow are of the shape of `next`. */
export function complete(batch: Batch, next: Fields | null): void {
	const {fields, since, length} = batch;
	batch.fields = next;
	batch.since = length;
	if (!fields || since === length) return;
	const {slots, constants} = fields;
	for (let index = 3; index < slots.length; index++) {
		if (slots[index]! < 0) deskColumns[index]!.fill(constants[index]!, since, length);
	}
}

/** Whether a record of this event may stand in the batch, and there is room for it. */
export function fits(batch: Batch, {split, position = {}, values}: Metrics): boolean {
	if (batch.split !== split || batch.length === most) return false;
	const {epochs = Number.NaN, steps = Number.NaN, stepsPerEpoch = Number.NaN} = position;
	const planned =
		Object.is(batch.epochs, epochs) &&
		Object.is(batch.steps, steps) &&
		Object.is(batch.stepsPerEpoch, stepsPerEpoch);
	if (!planned) return false;
	let index = 0;
	for (const key in values) if (batch.keys[index++] !== key) return false;
	return index === batch.keys.length;
}

/** Adds a record that fits. */
export function add(batch: Batch, event: Metrics, line: number, offset: number): void {
	if (batch.fields) complete(batch, null);
	const {length: row} = batch;
	const {epoch = Number.NaN, step = Number.NaN, stepInEpoch = Number.NaN} = event.position ?? {};
	batch.line[row] = line;
	batch.offset[row] = offset;
	batch.at[row] = event.at ?? Number.NaN;
	batch.epoch[row] = epoch;
	batch.step[row] = step;
	batch.stepInEpoch[row] = stepInEpoch;
	for (const [index, key] of batch.keys.entries()) batch.values[index]![row] = event.values[key]!;
	batch.length++;
}

/** Takes the last record out of the batch again; `places` are those that its line tells. */
export function takeBack(batch: Batch, places: readonly (keyof Position)[]): Metrics {
	complete(batch, null);
	const row = --batch.length;
	const {split, keys, epochs, steps, stepsPerEpoch} = batch;
	const told = {
		epochs,
		steps,
		stepsPerEpoch,
		epoch: batch.epoch[row]!,
		step: batch.step[row]!,
		stepInEpoch: batch.stepInEpoch[row]!,
	};
	const at = batch.at[row]!;
	const values = Object.fromEntries(keys.map((key, index) => [key, batch.values[index]![row]!]));
	const position = Object.fromEntries(places.map(place => [place, told[place]]));
	return {
		...(Number.isNaN(at) ? {} : {at}),
		kind: 'metrics',
		split,
		...(places.length > 0 ? {position} : {}),
		values,
	};
}

/** Shared by all columns that no line told. */
const never = column().fill(Number.NaN);

function blank(whole: Float64Array, length: number): boolean {
	for (let row = 0; row < length; row++) {
		const value = whole[row]!;
		// Compared, it needs no object of its own, as it does for Number.isNaN.
		if (value <= 0 || value > 0) return false;
	}

	return true;
}

/** Memory of batches: what was given out, and what came back. */
const given: ArrayBuffer[] = [];
const spare = new Map<number, ArrayBuffer[]>();
/** So many batches of one push are worth getting back. */
const mostGiven = 32;

/** Whoever read the batches told so far has taken what it needs: their memory serves the next ones. */
export function reclaim(): void {
	for (const memory of given) {
		const alike = spare.get(memory.byteLength);
		if (!alike) spare.set(memory.byteLength, [memory]);
		else if (alike.length < mostGiven) alike.push(memory);
	}

	given.length = 0;
}

/** Smaller batches are not worth getting back; columns of tiny ones need no memory outside the heap. */
const small = 64;
const tiny = 8;

/** Memory of a batch has room for a power of two of records, so that it serves others of as many columns. */
function memoryFor(columns: number, length: number): ArrayBuffer {
	if (length < small) return new ArrayBuffer(columns * length * 8);
	const bytes = columns * 8 * 2 ** Math.ceil(Math.log2(length));
	const memory = spare.get(bytes)?.pop() ?? new ArrayBuffer(bytes);
	if (given.length < mostGiven) given.push(memory);
	return memory;
}

/** The batch as an event; its columns are as long as its records are many, and good until `reclaim`. */
export function batchEvent(batch: Batch, file: FileId): Event {
	complete(batch, null);
	const {length, split, keys, epochs, steps, stepsPerEpoch, values} = batch;
	const memory = length <= tiny ? null : memoryFor(6 + keys.length, length);
	let used = 0;
	const cut = (whole: Float64Array) => {
		if (!memory) return whole.slice(0, length);
		const own = new Float64Array(memory, used, length);
		own.set(whole.subarray(0, length));
		used += length * 8;
		return own;
	};
	const place = (whole: Float64Array) =>
		blank(whole, length) ? never.subarray(0, length) : cut(whole);
	const position: {epochs?: number; steps?: number; stepsPerEpoch?: number} = {};
	if (!Number.isNaN(epochs)) position.epochs = epochs;
	if (!Number.isNaN(steps)) position.steps = steps;
	if (!Number.isNaN(stepsPerEpoch)) position.stepsPerEpoch = stepsPerEpoch;
	const planned = 'epochs' in position || 'steps' in position || 'stepsPerEpoch' in position;
	return {
		kind: 'rows',
		split,
		source: {file, line: batch.line[0]!, offset: batch.offset[0]!},
		...(planned ? {position} : {}),
		rows: {
			length,
			keys,
			line: cut(batch.line),
			offset: cut(batch.offset),
			at: place(batch.at),
			epoch: place(batch.epoch),
			step: place(batch.step),
			stepInEpoch: place(batch.stepInEpoch),
			values: values.slice(0, keys.length).map(cut),
		},
	};
}
