import type {Split} from '../core/event.ts';
import type {LineShape} from '../core/format.ts';
import {goalOf} from '../core/metric.ts';
import type {Pair} from './rest/pairs.ts';

/**
Whether a name without a split belongs to the split named last: of `Loss: 0.5 Acc: 0.7 | Val Loss: 0.6 Acc: 0.6`
the second `Acc`; and what tells of quality after the validation's loss, or the test's in a line of results.
*/
function follows(
	{rest, split}: Extract<LineShape, {kind: 'metrics'}>,
	name: string,
	last: Split,
	taken: boolean,
): boolean {
	if (taken) return true;
	const isResult = last === 'val' || (last === 'test' && split === 'val');
	return rest === 'pairs' && isResult && goalOf(name) === 'max' && !/^best/i.test(name);
}

/** The values of each split, under the names without what told the split; `fields` hold no places. */
export function sorted(
	shape: Extract<LineShape, {kind: 'metrics'}>,
	fields: readonly Pair[],
): ReadonlyMap<Split, Record<string, number>> {
	const bySplit = new Map<Split, Record<string, number>>();
	let last: Split | undefined;
	for (const {name, value} of fields) {
		const [named, plain] = splitOf(shape, name);
		// `Train epoch 3`: a place, whatever stands before it.
		if (plain === '__proto__' || (plain !== name && shape.places?.[plain])) continue;
		if (plain !== name) last = named;
		const taken = Object.hasOwn(bySplit.get(named) ?? {}, plain);
		const split = (last && plain === name && follows(shape, plain, last, taken) && last) || named;
		const values = bySplit.get(split) ?? {};
		if (!Object.hasOwn(values, plain)) values[plain] = value;
		bySplit.set(split, values);
	}

	return bySplit;
}

function splitOf(
	shape: Extract<LineShape, {kind: 'metrics'}>,
	name: string,
): readonly [Split, string] {
	const {prefixes, suffixes} = shape;
	for (const prefix in prefixes) {
		const plain = behind(prefix, name);
		if (plain !== undefined) return [prefixes[prefix]!, plain];
	}

	for (const suffix in suffixes) {
		if (name.endsWith(suffix) && name.length > suffix.length)
			return [suffixes[suffix]!, name.slice(0, -suffix.length)];
	}

	return [shape.split ?? 'train', name];
}

/** The name behind a prefix; `Val ` leads `ValAcc` too, and may be all there is. */
function behind(prefix: string, name: string): string | undefined {
	if (name.startsWith(prefix) && name.length > prefix.length) return name.slice(prefix.length);
	if (!prefix.endsWith(' ') || !name.startsWith(prefix.slice(0, -1))) return undefined;
	const plain = name.slice(prefix.length - 1);
	if (plain === '') return name;
	return /^[A-Z]/.test(plain) ? plain : undefined;
}
