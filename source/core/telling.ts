import type {Event, Position, Values} from './event.ts';

/** A training record of an example: `trained(3, 0.5, 10)` is step 3 of 10. */
export function trained(step: number, loss: number, steps?: number): Event {
	return {
		kind: 'metrics',
		split: 'train',
		position: {step, ...(steps === undefined ? {} : {steps})},
		values: {loss},
	};
}

/** Training records of an example, one a step, with a plan of `steps` where given. */
export function training(losses: readonly number[], steps?: number, from = 1): readonly Event[] {
	return losses.map((loss, index) => trained(from + index, loss, steps));
}

/** An evaluation of an example. */
export function evaluated(values: Values, position?: Position): Event {
	return {kind: 'metrics', split: 'val', values, ...(position ? {position} : {})};
}

/** `count` values made from their index, with a small repeatable wobble to be used as noise in [-1, 1]. */
export function curveOf(
	count: number,
	value: (index: number, noise: number) => number,
): readonly number[] {
	return Array.from({length: count}, (_, index) => {
		const wobble = Math.sin(index * 12.9898 + 78.233) * 43758.5453;
		return value(index, 2 * (wobble - Math.floor(wobble)) - 1);
	});
}
