import type {Event, EventOf, FileId, Position, Split} from '../core/event.ts';

type Metrics = EventOf<'metrics'>;

/** The most records of one batch. */
export const most = 8192;
const first = 64;

/** Records of one split, one set of names and one plan, being gathered column by column. */
export type Batch = {
	readonly split: Split;
	readonly keys: readonly string[];
	readonly epochs: number;
	readonly steps: number;
	readonly stepsPerEpoch: number;
	length: number;
	capacity: number;
	line: Float64Array;
	offset: Float64Array;
	at: Float64Array;
	epoch: Float64Array;
	step: Float64Array;
	stepInEpoch: Float64Array;
	values: Float64Array[];
};

/** An empty batch; NaN for what the lines do not tell of the plan. */
export function createBatch(
	split: Split,
	keys: readonly string[],
	{epochs = Number.NaN, steps = Number.NaN, stepsPerEpoch = Number.NaN}: Position = {},
	capacity = first,
): Batch {
	const column = () => new Float64Array(capacity);
	return {
		split,
		keys,
		epochs,
		steps,
		stepsPerEpoch,
		length: 0,
		capacity,
		line: column(),
		offset: column(),
		at: column(),
		epoch: column(),
		step: column(),
		stepInEpoch: column(),
		values: keys.map(column),
	};
}

/** Makes room for one more record; false when the batch is full. */
export function grow(batch: Batch): boolean {
	if (batch.length < batch.capacity) return true;
	if (batch.capacity >= most) return false;
	batch.capacity = Math.min(most, batch.capacity * 8);
	const larger = (column: Float64Array) => {
		const wide = new Float64Array(batch.capacity);
		wide.set(column);
		return wide;
	};
	for (const name of ['line', 'offset', 'at', 'epoch', 'step', 'stepInEpoch'] as const) {
		batch[name] = larger(batch[name]);
	}

	batch.values = batch.values.map(larger);
	return true;
}

/** Whether a record of this event may stand in the batch. */
export function fits(batch: Batch, {split, position = {}, values}: Metrics): boolean {
	if (batch.split !== split) return false;
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

/** Adds a record for which there is room. */
export function add(batch: Batch, event: Metrics, line: number, offset: number): void {
	const {length: row} = batch;
	batch.line[row] = line;
	batch.offset[row] = offset;
	batch.at[row] = event.at ?? Number.NaN;
	batch.epoch[row] = event.position?.epoch ?? Number.NaN;
	batch.step[row] = event.position?.step ?? Number.NaN;
	batch.stepInEpoch[row] = event.position?.stepInEpoch ?? Number.NaN;
	for (const [index, key] of batch.keys.entries()) batch.values[index]![row] = event.values[key]!;
	batch.length++;
}

/** The batch as an event; its columns are as long as its records are many. */
export function batchEvent(batch: Batch, file: FileId): Event {
	const {length, split, keys, epochs, steps, stepsPerEpoch} = batch;
	const cut = (column: Float64Array) =>
		column.length === length ? column : column.subarray(0, length);
	const plan: Record<string, number> = {};
	if (!Number.isNaN(epochs)) plan['epochs'] = epochs;
	if (!Number.isNaN(steps)) plan['steps'] = steps;
	if (!Number.isNaN(stepsPerEpoch)) plan['stepsPerEpoch'] = stepsPerEpoch;
	return {
		kind: 'rows',
		split,
		source: {file, line: batch.line[0]!, offset: batch.offset[0]!},
		...(Object.keys(plan).length > 0 ? {position: plan} : {}),
		rows: {
			length,
			keys,
			line: cut(batch.line),
			offset: cut(batch.offset),
			at: cut(batch.at),
			epoch: cut(batch.epoch),
			step: cut(batch.step),
			stepInEpoch: cut(batch.stepInEpoch),
			values: batch.values.map(cut),
		},
	};
}
