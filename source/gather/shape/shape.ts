import {type Burst, prepare} from './burst.ts';
import type {Learnt} from './learn.ts';
import {type Pattern, parts} from './pattern.ts';
import {beginStill, enough, type Still} from './still.ts';

/** A learnt shape among others. */
export type Shape = Learnt & {
	/** The bytes that its lines may begin with. */
	readonly firsts: readonly number[];
	/** No line of it is longer. */
	longest: number;
	/** The shape that followed last time. */
	next: Shape | undefined;
	/** Of the lines that came amid its own and say nothing. */
	aside: Shape | undefined;
	/** Lines that agreed before it was trusted. */
	trials: number;
	/** Of files before, and not found in this one yet. */
	inherited: boolean;
	/** How often its widths may still be widened. */
	widenings: number;
	readonly still: Still;
	/** Whether its records may be the beginnings of longer ones. */
	grows: boolean | undefined;
	/** The pattern that was made ready for many lines in a row; a burst of null: it cannot be. */
	ready: {readonly pattern: Pattern; readonly burst: Burst | null} | undefined;
};

const widenings = 48;

/** A shape that no line was tried on yet. */
export function beginShape(learnt: Learnt): Shape {
	return {
		...learnt,
		firsts: firstsOf(learnt.pattern),
		longest: 0,
		next: undefined,
		aside: undefined,
		trials: 0,
		inherited: false,
		widenings,
		still: beginStill(learnt.pattern),
		grows: undefined,
		ready: undefined,
	};
}

/** Notes that lines of these shapes follow each other. */
export function follow(before: Shape, shape: Shape): void {
	before.next = shape;
	const {meaning} = shape;
	if (meaning.kind === 'nothing' && meaning.known && before.meaning.kind === 'record')
		before.aside = shape;
}

/** Whether lines of the shape follow one another, or only what says nothing is between them. */
export function goesOn(shape: Shape): boolean {
	const {next, aside} = shape;
	return next === shape || (next !== undefined && next === aside && next.next === shape);
}

/** The shape made ready for many lines in a row; null while it is not known what stands still, or when the plan does not. */
export function burstOf(shape: Shape): Burst | null {
	const {still, pattern, fields} = shape;
	if (!still.pattern && still.read < enough) return null;
	const quick = still.pattern ?? pattern;
	if (shape.ready?.pattern === quick) return shape.ready.burst;
	const moves = (index: number) => !still.pattern || !still.steady[fields.slots[index]!];
	const burst = fields.plan.some(moves) ? null : prepare(quick, pattern.numbers.length);
	shape.ready = {pattern: quick, burst};
	return burst;
}

const digitsAndBlank = [32, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57];

function firstsOf({ops, literals}: Pattern): readonly number[] {
	return ops[parts.end] === 0 && ops.length > 2 ? digitsAndBlank : [literals[0] ?? 10];
}
