import type {Batch} from './columns.ts';
import type {Counting} from './place.ts';

/** Columns into which places made whole are written. */
export type Places = {
	readonly step: Float64Array;
	readonly epoch: Float64Array;
	readonly stepInEpoch: Float64Array;
};

/** How many rows were taken, and how many of them went beyond all before. */
export type Calm = {readonly rows: number; readonly advances: number};

const none: Calm = {rows: 0, advances: 0};

/** The most rows of one call. */
const most = 1024;

/**
Takes the rows from `from` on that only go on, with nothing to be learnt from them, as `locate` and
`follow` would row by row; the first that does anything else ends it.
*/
export function calm(counting: Counting, batch: Batch, from: number, into: Places): Calm {
	const {step, epoch, stepInEpoch, length} = batch;
	const plain =
		step instanceof Float64Array &&
		epoch instanceof Float64Array &&
		stepInEpoch instanceof Float64Array;
	const {records, laps, top, unit} = counting;
	if (!plain || records === 0 || laps > 0 || Number.isNaN(top)) return none;
	const told = {step, epoch, stepInEpoch};
	const to = Math.min(length, from + most);
	if (unit === 'step') return inEpoch(counting, told, from, to, into);
	return unit === 'epoch' ? byEpoch(counting, told, from, to, into) : none;
}

/** Steps that rise within the epoch of the last record. */
function inEpoch(counting: Counting, told: Places, from: number, to: number, into: Places): Calm {
	const {last, epochBase} = counting;
	const printed = told.epoch[from]!;
	const epoch = Number.isNaN(printed) ? counting.heading : printed;
	if (!Object.is(epoch, last.epoch) || (epoch === 0 && epochBase !== 0)) return none;
	let end = from + 1;
	while (end < to && Object.is(told.epoch[end], printed)) end++;
	end = complete(counting, told, from, end, epoch, into);
	const beyond = rise(counting, into.step, from, end, true);
	const {rows} = beyond;
	if (rows === 0) return none;
	into.epoch.fill(epoch, from, from + rows);
	const newest = from + rows - 1;
	last.step = into.step[newest]!;
	last.stepInEpoch = into.stepInEpoch[newest]!;
	counting.derived =
		Number.isNaN(told.step[newest]!) ||
		(counting.restarts && Number.isNaN(told.stepInEpoch[newest]!));
	if (!Number.isNaN(epoch)) repeat(counting, rows);
	return beyond;
}

/** Steps over the whole run, of rows of one epoch; tells before which row that ends. */
function complete(
	{restarts, stepBase, epochBase, stepsPerEpoch}: Counting,
	told: Places,
	from: number,
	to: number,
	epoch: number,
	into: Places,
): number {
	const before = Number.isInteger(epoch) ? (epoch - epochBase) * stepsPerEpoch : Number.NaN;
	for (let row = from; row < to; row++) {
		let step = told.step[row]!;
		let inside = told.stepInEpoch[row]!;
		if (inside === 0 && stepBase !== 0) return row;
		if (restarts && Number.isNaN(inside)) {
			inside = step;
			step = Number.NaN;
		}

		into.stepInEpoch[row] = inside;
		into.step[row] = Number.isNaN(step) ? before + inside : step;
	}

	return to;
}

/** Epochs that do not fall, and tell of no steps. */
function byEpoch(counting: Counting, told: Places, from: number, to: number, into: Places): Calm {
	const {last, epochBase} = counting;
	if (!Number.isNaN(last.step) || !Number.isNaN(last.stepInEpoch)) return none;
	let end = from;
	while (end < to && Number.isNaN(told.step[end]!) && Number.isNaN(told.stepInEpoch[end]!)) {
		if (told.epoch[end] === 0 && epochBase !== 0) break;
		end++;
	}

	const beyond = rise(counting, told.epoch, from, end, false);
	const {rows} = beyond;
	if (rows === 0) return none;
	let repeated = 0;
	for (let row = from; row < from + rows; row++) {
		const epoch = told.epoch[row]!;
		if (epoch === last.epoch) repeated++;
		last.epoch = epoch;
		into.epoch[row] = epoch;
	}

	into.step.fill(Number.NaN, from, from + rows);
	into.stepInEpoch.fill(Number.NaN, from, from + rows);
	counting.derived = true;
	if (repeated > 0) repeat(counting, repeated);
	return beyond;
}

/** Moves the counting on by places that rise, or if not `strict` do not fall, as far as they do. */
function rise(
	counting: Counting,
	places: Float64Array,
	from: number,
	to: number,
	strict: boolean,
): Calm {
	let {top, interval} = counting;
	let advances = 0;
	let row = from;
	for (; row < to; row++) {
		const place = places[row]!;
		const distance = place - top;
		if (!(distance > 0)) {
			if (strict || distance !== 0) break;
			continue;
		}

		interval = Number.isNaN(interval) ? distance : 0.8 * interval + 0.2 * distance;
		top = place;
		advances++;
	}

	counting.top = top;
	counting.interval = interval;
	counting.records += row - from;
	return {rows: row - from, advances};
}

/** So many more records told of the epoch before them. */
function repeat(counting: Counting, times: number): void {
	counting.pairs += times;
	counting.crowded = counting.pairs > 1;
}
