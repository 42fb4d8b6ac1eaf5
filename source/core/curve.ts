/**
A training loss summed up while it is told: rules look at a curve of any length at the same cost.
Only finite values count.
*/
export type Curve = {
	count: number;
	nonFinite: number;
	/** The first ten values. */
	readonly opening: number[];
	/** Medians of blocks of `blockSize` values, oldest first: the whole curve in at most 128 numbers. */
	blocks: number[];
	blockSize: number;
	readonly block: number[];
	/** The last values, in a ring. */
	readonly ring: Float64Array;
	/** Lowest and highest block. */
	lowest: number;
	highest: number;
	/** Median of the first values. */
	head: number;
	/** Lowest median of ten values in a row that there ever was. */
	lowestLevel: number;
};

const mostBlocks = 128;
const ringSize = 64;

/** A curve without a value. */
export function createCurve(): Curve {
	return {
		count: 0,
		nonFinite: 0,
		opening: [],
		blocks: [],
		blockSize: 1,
		block: [],
		ring: new Float64Array(ringSize),
		lowest: Number.POSITIVE_INFINITY,
		highest: Number.NEGATIVE_INFINITY,
		head: Number.NaN,
		lowestLevel: Number.POSITIVE_INFINITY,
	};
}

/** Adds the next value. */
export function extendCurve(curve: Curve, value: number): void {
	if (!Number.isFinite(value)) {
		curve.nonFinite++;
		return;
	}

	if (curve.opening.length < 10) curve.opening.push(value);
	curve.ring[curve.count % ringSize] = value;
	curve.count++;
	if (curve.count <= 110) curve.head = headNow(curve);
	if (curve.count >= 10 && curve.count % 5 === 0) {
		curve.lowestLevel = Math.min(curve.lowestLevel, median(recentOf(curve, 10)));
	}

	curve.block.push(value);
	if (curve.block.length < curve.blockSize) return;
	const middle = median(curve.block);
	curve.block.length = 0;
	curve.blocks.push(middle);
	curve.lowest = Math.min(curve.lowest, middle);
	curve.highest = Math.max(curve.highest, middle);
	if (curve.blocks.length < mostBlocks) return;
	curve.blocks = halved(curve.blocks);
	curve.blockSize *= 2;
}

/** One value for every two: the middle one of both and the one before, so that no outlier stays. */
function halved(blocks: readonly number[]): number[] {
	const kept: number[] = [];
	for (let index = 0; index < blocks.length; index += 2) {
		const first = blocks[index] as number;
		const second = blocks[index + 1] as number;
		kept.push(median([kept.at(-1) ?? second, first, second]));
	}

	return kept;
}

/** The level at which a curve began: median of its first 3 to 10 values. */
export function headOf(curve: Curve): number {
	return curve.head;
}

function headNow(curve: Curve): number {
	const size = Math.min(10, Math.max(3, Math.floor(curve.count / 10)));
	return median(curve.opening.slice(0, size));
}

/** The last values, newest last, in a list of the caller's own. */
export function recentOf(curve: Curve, wanted: number): number[] {
	const {ring, count} = curve;
	const recent: number[] = [];
	for (let at = count - Math.min(wanted, count, ringSize); at < count; at++) {
		recent.push(ring[at % ringSize] as number);
	}

	return recent;
}

/** The level now: median of the last five values. */
export function levelOf(curve: Curve): number {
	return median(recentOf(curve, 5));
}

/** Blocks of the last share of a curve, 0 to 1. */
export function tailOf(curve: Curve, share: number): readonly number[] {
	return curve.blocks.slice(-Math.max(1, Math.round(curve.blocks.length * share)));
}

/** How much neighbours differ by chance: standard deviation, from the differences of recent values. */
export function noiseOf(curve: Curve): number {
	const recent = recentOf(curve, ringSize);
	const differences = recent.slice(1).map((value, index) => value - (recent[index] as number));
	if (differences.length === 0) return 0;
	const middle = median(differences);
	const deviation = median(differences.map(value => Math.abs(value - middle)));
	return (1.4826 * deviation) / Math.SQRT2;
}

/** (P90 − P10) / |median|: how widely values scatter; 0 for fewer than ten. */
export function scatterOf(values: readonly number[]): number {
	if (values.length < 10) return 0;
	const sorted = inOrder(values);
	const at = (share: number) => sorted[Math.floor(share * (values.length - 1))] as number;
	return (at(0.9) - at(0.1)) / Math.abs(at(0.5));
}

/** Median; NaN of nothing. */
export function median(values: readonly number[]): number {
	const {length} = values;
	if (length === 0) return Number.NaN;
	const sorted = inOrder(values);
	const half = length >> 1;
	return length % 2 === 1
		? (sorted[half] as number)
		: ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
}

/** Few values are sorted many times over: in one place, without asking how to compare. */
const desk = new Float64Array(mostBlocks);

/** The values from small to large, until it or any median is asked for again. */
export function inOrder(values: readonly number[]): Float64Array {
	const {length} = values;
	if (length > desk.length) return Float64Array.from(values).sort();
	for (let count = 0; count < length; count++) {
		const value = values[count] as number;
		let at = count;
		for (; at > 0 && (desk[at - 1] as number) > value; at--) desk[at] = desk[at - 1] as number;
		desk[at] = value;
	}

	return desk;
}
