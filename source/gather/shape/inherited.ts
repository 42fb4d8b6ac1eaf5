import type {Format} from '../../core/format.ts';
import type {Dating} from '../time.ts';
import {clockOfDates} from './clock.ts';
import type {Learnt} from './learn.ts';

/** So many shapes of a format are handed on to the next file. */
const most = 6;

const byFormat = new WeakMap<Format, Map<string, Learnt>>();

/** Hands a shape that was trusted in one file on to the next files of the format. */
export function bequeath(format: Format, name: string, {pattern, meaning, fields}: Learnt): void {
	let shapes = byFormat.get(format);
	if (!shapes) {
		shapes = new Map();
		byFormat.set(format, shapes);
	}

	shapes.delete(name);
	shapes.set(name, {pattern, meaning, fields});
	if (shapes.size > most) shapes.delete(shapes.keys().next().value as string);
}

/** A shape turned out to be none. */
export function disown(format: Format, name: string): void {
	byFormat.get(format)?.delete(name);
}

/** The shapes that the last files of the format had, by their names: patterns of its own for a file with its own dates. */
export function inherit(
	format: Format,
	dating: Dating,
): ReadonlyArray<readonly [name: string, shape: Learnt]> {
	return [...(byFormat.get(format) ?? [])].map(([name, learnt]) => {
		const {ops, numbers, clock} = learnt.pattern;
		const pattern = {
			...learnt.pattern,
			ops: ops.slice(),
			numbers: new Float64Array(numbers.length),
			clock: clock && clockOfDates(clock, dating),
		};
		return [name, {...learnt, pattern}] as const;
	});
}
