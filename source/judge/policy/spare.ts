import type {Checkpoint} from '../../core/checkpoint.ts';
import type {PolicyNote} from '../../core/policy.ts';
import {bytes as sizeOf} from '../../core/quantity.ts';
import type {Saving} from './saving.ts';

/**
What could be deleted: periodic checkpoints older than the newest one that training can go on from, none
of them the best. Nothing is said where it is not known which one is the best.
*/
export function spareOf({checkpoints, validation}: Saving): PolicyNote | null {
	const {best} = validation;
	const whole = checkpoints.filter(({resume}) => resume !== 'partial');
	const exact = whole.filter(one => isAt(one, best));
	const near = exact.length > 0 ? exact : whole.filter(one => isOf(one, best));
	const bests = whole.filter(one => one.kind === 'best' || near.includes(one));
	if (bests.length === 0) return null;
	const full = newestOf(checkpoints.filter(({resume}) => resume === 'full'));
	const newest = full.length > 0 ? full : newestOf(checkpoints);
	const spare = checkpoints.filter(
		one =>
			one.kind === 'periodic' &&
			one.bytes !== null &&
			!bests.includes(one) &&
			newest.every(other => isOlder(one, other)),
	);
	if (spare.length === 0) return null;
	const bytes = spare.reduce((sum, one) => sum + (one.bytes ?? 0), 0);
	const many = spare.length === 1 ? 'one older checkpoint' : `${spare.length} older checkpoints`;
	const names = (some: readonly Checkpoint[]) => some.map(({path}) => path).join(', ');
	const others = newest.filter(one => !bests.includes(one));
	const stay =
		others.length === 0
			? `${names(bests)}, the best and newest, ${bests.length === 1 ? 'stays' : 'stay'}`
			: `the best (${names(bests)}) and the newest (${names(others)}) stay`;
	return {
		kind: 'spare',
		severity: 'info',
		text: `${many} could be deleted, which frees ${sizeOf(bytes)}: ${stay}`,
		setting: null,
		paths: spare.map(({path}) => path),
		bytes,
	};
}

/** At its step, and in the same epoch where both tell one: steps alone may be worked out. */
function isAt({step, epoch}: Checkpoint, best: Saving['validation']['best']): boolean {
	if (best === null || step === null || step !== best.step) return false;
	return epoch === null || best.epoch === null || epoch === best.epoch;
}

function isOf(one: Checkpoint, best: Saving['validation']['best']): boolean {
	if (best === null) return false;
	// Some count epochs from 0, some from 1.
	if (best.epoch !== null && one.epoch !== null) return Math.abs(one.epoch - best.epoch) <= 1;
	return best.step !== null && one.step === best.step;
}

/** The newest by its place in the training, and the newest by its time: copied files have any time. */
function newestOf(checkpoints: readonly Checkpoint[]): readonly Checkpoint[] {
	const byTime = checkpoints.toSorted((a, b) => (a.savedAt ?? 0) - (b.savedAt ?? 0)).at(-1);
	const byPlace = checkpoints
		.filter(one => placeOf(one) !== null)
		.sort((a, b) => placeOf(a)! - placeOf(b)!)
		.at(-1);
	return [...new Set([byPlace, byTime])].filter(one => one !== undefined);
}

function placeOf({step, epoch}: Checkpoint): number | null {
	return step ?? epoch;
}

function isOlder(one: Checkpoint, other: Checkpoint): boolean {
	const [place, otherPlace] = [placeOf(one), placeOf(other)];
	if (place !== null && otherPlace !== null) return place < otherPlace;
	return one.savedAt !== null && other.savedAt !== null && one.savedAt < other.savedAt;
}
