import type {Told} from './columns.ts';
import type {Witness} from './told.ts';
import type {Column} from './track.ts';

const beside = {
	learningRate: /^(?:base_)?(?:lr|learning_?rate)$/i,
	dataSeconds: /^(?:data_?time|reader_cost|data)$/i,
	stepSeconds: /^(?:(?:iter_|batch_|step_)?time|batch_cost|iter_cost)$/i,
};
type Beside = {-readonly [K in keyof typeof beside]: Column | undefined};

/** By the columns of a track: another set of them is another array. */
const kept = new WeakMap<readonly Column[], Beside>();

/** What the lines of the loss tell beside it. */
export function columnsBeside(witness: Witness, track: Told['track']): Beside {
	const before = kept.get(track.columns);
	if (before) return before;
	const found: Beside = {learningRate: undefined, dataSeconds: undefined, stepSeconds: undefined};
	for (const told of witness.tables.train.told.values()) {
		if (told.track !== track) continue;
		for (const key of Object.keys(beside) as (keyof Beside)[]) {
			if (beside[key].test(told.name)) found[key] ??= told.column;
		}
	}

	kept.set(track.columns, found);
	return found;
}
