/** Smallest and largest finite values of blocks of 16, 256, 4096 … rows; infinite where a block has none. */
export type Pyramid = {readonly min: number[][]; readonly max: number[][]};

const factor = 16;

/** An empty pyramid; it is built when first asked. */
export function createPyramid(): Pyramid {
	return {min: [], max: []};
}

function reduceBlock(
	low: ArrayLike<number>,
	high: ArrayLike<number>,
	from: number,
): readonly [number, number] {
	let min = Number.POSITIVE_INFINITY;
	let max = Number.NEGATIVE_INFINITY;
	for (let index = from; index < from + factor; index++) {
		const a = low[index] as number;
		const b = high[index] as number;
		if (a < min && a > Number.NEGATIVE_INFINITY) min = a;
		if (b > max && b < Number.POSITIVE_INFINITY) max = b;
	}

	return [min, max];
}

/** Builds the blocks that the first `length` values fill. */
function extend(pyramid: Pyramid, values: Float64Array, length: number): void {
	let low: ArrayLike<number> = values;
	let high: ArrayLike<number> = values;
	let below = length;
	for (let level = 0; below >= factor; level++) {
		pyramid.min[level] ??= [];
		pyramid.max[level] ??= [];
		const mins = pyramid.min[level] as number[];
		const maxes = pyramid.max[level] as number[];
		const blocks = Math.floor(below / factor);
		for (let block = mins.length; block < blocks; block++) {
			const [min, max] = reduceBlock(low, high, block * factor);
			mins.push(min);
			maxes.push(max);
		}

		low = mins;
		high = maxes;
		below = blocks;
	}
}

/** How many levels fit at `index` without passing `to`. */
function levelsAt(pyramid: Pyramid, index: number, to: number): number {
	let level = 0;
	let size = factor;
	while (index % size === 0 && index + size <= to && level < pyramid.min.length) {
		level++;
		size *= factor;
	}

	return level;
}

/** Smallest and largest finite of `values` in [from, to), `to` at most `length`; NaN where there is none. */
export function rangeOf(
	pyramid: Pyramid,
	values: Float64Array,
	length: number,
	from: number,
	to: number,
): readonly [min: number, max: number] {
	if (to - from > factor) extend(pyramid, values, length);
	let low = Number.POSITIVE_INFINITY;
	let high = Number.NEGATIVE_INFINITY;
	for (let index = from; index < to; ) {
		const level = levelsAt(pyramid, index, to);
		const size = factor ** level;
		const place = index / size;
		const min = level === 0 ? values[index] : pyramid.min[level - 1]?.[place];
		const max = level === 0 ? values[index] : pyramid.max[level - 1]?.[place];
		if (min !== undefined && min < low && min > Number.NEGATIVE_INFINITY) low = min;
		if (max !== undefined && max > high && max < Number.POSITIVE_INFINITY) high = max;
		index += size;
	}

	return low <= high ? [low, high] : [Number.NaN, Number.NaN];
}
