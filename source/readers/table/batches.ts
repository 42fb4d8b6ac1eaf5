import type {Event, Split} from '../../core/event.ts';

/** Where a record stands; NaN where that is not told. */
export type Place = {line: number; offset: number; at: number; epoch: number; step: number};

/** The values of a record, the first `count` of these names and numbers. */
export type Told = {readonly names: string[]; readonly numbers: number[]; count: number};

/** Gathers records of one split and the same names into columns: no object is made of a record. */
export type Batches = {
	readonly add: (split: Split, told: Told, place: Place) => void;
	/** Tells something else, after the records before it. */
	readonly tell: (event: Event) => void;
	/** All that was told since the last time: the end of a push. */
	readonly take: () => readonly Event[];
};

/** The most records of one batch. */
const most = 8192;
const places = 5;

/**
Where the records of the open batch are gathered: one place for all files, because a batch never
outlives the push that began it. Column by column: line, offset, time, epoch, step, then the values.
*/
let desk = new Float64Array(0);
const deskSize = 1 << 17;

/** Columns are cut from a slab: memory for each of its own would cost more than what is done with it. */
let slab = new Float64Array(0);
let used = 0;
const slabSize = 1 << 14;
/** So few values are copied sooner one by one. */
const short = 32;

function cut(length: number): Float64Array {
	if (length > slabSize / 4) return new Float64Array(length);
	if (used + length > slab.length) {
		slab = new Float64Array(slabSize);
		used = 0;
	}

	const own = slab.subarray(used, used + length);
	used += length;
	return own;
}

/** Shared by all columns that no record told. */
const never = new Float64Array(most).fill(Number.NaN);

/** Nothing told yet. */
export function createBatches(): Batches {
	let out: Event[] = [];
	let split: Split = 'train';
	let names: readonly string[] = [];
	let timed = false;
	let length = 0;
	/** How many records the desk has room for. */
	let room = 0;

	const fits = (other: Split, told: Told, place: Place): boolean => {
		if (length === 0 || length === room || split !== other) return false;
		if (names.length !== told.count || timed === Number.isNaN(place.at)) return false;
		for (let index = 0; index < told.count; index++) {
			if (names[index] !== told.names[index]) return false;
		}

		return true;
	};

	const begin = (of: Split, told: Told, place: Place) => {
		flush();
		split = of;
		names = told.names.slice(0, told.count);
		timed = !Number.isNaN(place.at);
		const columns = places + told.count;
		const size = Math.max(deskSize, columns);
		if (desk.length < size) desk = new Float64Array(size);
		room = Math.min(most, Math.floor(desk.length / columns));
	};

	const flush = () => {
		if (length === 1) out.push(single(split, names, room));
		else if (length > 1) out.push(rows(split, names, room, length));
		length = 0;
	};

	return {
		add: (of, told, place) => {
			if (!fits(of, told, place)) begin(of, told, place);
			desk[length] = place.line;
			desk[room + length] = place.offset;
			desk[2 * room + length] = place.at;
			desk[3 * room + length] = place.epoch;
			desk[4 * room + length] = place.step;
			let at = places * room + length;
			for (let index = 0; index < told.count; index++, at += room) {
				desk[at] = told.numbers[index]!;
			}

			length++;
		},
		tell: event => {
			flush();
			out.push(event);
		},
		take: () => {
			flush();
			const told = out;
			out = [];
			return told;
		},
	};
}

/** One record has no use for columns. */
function single(split: Split, names: readonly string[], room: number): Event {
	const values: Record<string, number> = {};
	for (const [index, name] of names.entries()) values[name] = desk[(places + index) * room]!;
	const [line, offset, at, epoch, step] = [0, 1, 2, 3, 4].map(column => desk[column * room]!);
	const position = {
		...(Number.isNaN(epoch) ? {} : {epoch: epoch!}),
		...(Number.isNaN(step) ? {} : {step: step!}),
	};
	return {
		kind: 'metrics',
		split,
		...(Object.keys(position).length > 0 ? {position} : {}),
		values,
		...(Number.isNaN(at) ? {} : {at: at!}),
		source: {file: '', line: line!, offset: offset!},
	};
}

function rows(split: Split, names: readonly string[], room: number, length: number): Event {
	const column = (index: number) => {
		const own = cut(length);
		const from = index * room;
		if (length > short) own.set(desk.subarray(from, from + length));
		else for (let row = 0; row < length; row++) own[row] = desk[from + row]!;
		return own;
	};
	const place = (index: number) =>
		isBlank(index * room, length) ? never.subarray(0, length) : column(index);
	const order = orderOf(names);
	const keys = order ? order.map(index => names[index]!) : names;
	const line = column(0);
	const offset = column(1);
	const at = place(2);
	return {
		kind: 'rows',
		split,
		...(Number.isNaN(at[0]) ? {} : {at: at[0]!}),
		source: {file: '', line: line[0]!, offset: offset[0]!},
		rows: {
			length,
			keys,
			line,
			offset,
			at,
			epoch: place(3),
			step: place(4),
			stepInEpoch: never.subarray(0, length),
			values: keys.map((_, index) => column(places + (order?.[index] ?? index))),
		},
	};
}

function isBlank(from: number, length: number): boolean {
	for (let row = from; row < from + length; row++) {
		const value = desk[row]!;
		// Compared, it needs no object of its own, as it does for Number.isNaN.
		if (value <= 0 || value > 0) return false;
	}

	return true;
}

/** In which order an object has these names, where that is another one: numbers first. */
function orderOf(names: readonly string[]): readonly number[] | undefined {
	if (!names.some(name => /^\d/.test(name))) return undefined;
	return Object.values(Object.fromEntries(names.map((name, index) => [name, index])));
}
