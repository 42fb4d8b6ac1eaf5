import type {Time} from './event.ts';
import type {Goal} from './metric.ts';

/** Rows that are kept of one set of metrics in memory at most: beyond them older ones are thinned. */
export const mostRows = 2 ** 16;

/** One measured value; null where the log does not tell. */
export type Point = {
	readonly step: number | null;
	readonly epoch: number | null;
	readonly at: Time | null;
	readonly value: number;
	readonly line: number;
};

/** Where a file tells a series: records [from, to) as counted while it is read, those before a step. */
export type Part = {
	/** As seen from the run's folder. */
	readonly file: string;
	readonly from: number;
	readonly to: number;
	readonly below: number;
};

/** Every value told of one metric, those that are kept no more as well. */
export type Sum = {
	readonly points: number;
	readonly nonFinite: number;
	readonly first: Point;
	readonly last: Point;
	/** Of the finite values; null when there is none. */
	readonly min: Point | null;
	readonly max: Point | null;
};

/** What a curve is drawn over. */
export type Axis = 'step' | 'epoch' | 'time' | 'index';

/**
One metric over time, read-only. `points` counts every value ever told; `length` those kept: beyond
a bound the older ones are thinned so that minima and maxima survive. The others are exact.
*/
export type Series = Sum & {
	readonly name: string;
	readonly goal: Goal | null;
	/** Path of the believed witness, as seen from the run's folder. */
	readonly file: string;
	readonly length: number;
	/** What its files tell of it, thinned or not. */
	readonly parts?: readonly Part[];
	/** Path of the file that tells a kept point, where several files tell the series. */
	readonly fileOf?: (index: number) => string;
	readonly point: (index: number) => Point;
	readonly value: (index: number) => number;
	/** The place of a kept point on an axis; NaN where unknown. */
	readonly x: (index: number, axis: Axis) => number;
	/** Smallest and largest finite value of the kept points in [from, to), by the pyramid; NaN when none. */
	readonly range: (from: number, to: number) => readonly [min: number, max: number];
};
