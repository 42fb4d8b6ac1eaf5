import type {Split} from '../../core/event.ts';

/** Where the number of a slot goes: the place of the slot, and its sign. */
export type Target = {readonly slot: number; readonly negative: boolean};

/** What lines of a pattern mean: a record, or nothing (`known`: a line that the format knows). */
export type Meaning =
	| {readonly kind: 'nothing'; readonly known: boolean}
	| {
			readonly kind: 'record';
			readonly split: Split;
			readonly keys: readonly string[];
			readonly values: ReadonlyArray<Target | number>;
			/** By the names of `Position`. */
			readonly position: Readonly<Record<string, Target | number>>;
			readonly at: Target | undefined;
			/** A frame of a bar. */
			readonly bar: 'each' | 'next' | undefined;
	  };

/** Where each column of a record comes from: first those of `columns`, then the values. */
export type Fields = {
	/** -1: a constant. */
	readonly slots: Int32Array;
	readonly signs: Float64Array;
	readonly constants: Float64Array;
	/** Of `columns` and the values: those that slots tell, which differ from line to line, without the plan. */
	readonly lanes: Int32Array;
	/** The same of the plan: epochs, steps, stepsPerEpoch. */
	readonly plan: Int32Array;
};

/** The columns of a record before its values; the first three are the same in a whole batch. */
export const columns = [
	'epochs',
	'steps',
	'stepsPerEpoch',
	'epoch',
	'step',
	'stepInEpoch',
	'at',
] as const;

/** The number of a field in the line matched last. */
export function fieldOf(
	{slots, signs, constants}: Fields,
	index: number,
	numbers: Float64Array,
): number {
	const slot = slots[index]!;
	return slot < 0 ? constants[index]! : numbers[slot]! * signs[index]!;
}

/** Where each column of a meaning comes from. */
export function fieldsOf(meaning: Meaning): Fields {
	const all: Array<Target | number> = [];
	if (meaning.kind === 'record') {
		const places: Readonly<Record<string, Target | number | undefined>> = {
			...meaning.position,
			at: meaning.at,
		};
		all.push(...columns.map(name => places[name] ?? Number.NaN), ...meaning.values);
	}

	const told = [...all.keys()].filter(index => typeof all[index] !== 'number');
	return {
		slots: Int32Array.from(all, target => (typeof target === 'number' ? -1 : target.slot)),
		signs: Float64Array.from(all, target =>
			typeof target !== 'number' && target.negative ? -1 : 1,
		),
		constants: Float64Array.from(all, target => (typeof target === 'number' ? target : Number.NaN)),
		lanes: Int32Array.from(told.filter(index => index >= 3)),
		plan: Int32Array.from(told.filter(index => index < 3)),
	};
}

/** The number that a target takes from the slots of the line matched last. */
export function numberOf(target: Target | number, numbers: Float64Array): number {
	if (typeof target === 'number') return target;
	const value = numbers[target.slot]!;
	return target.negative ? -value : value;
}
