/** One logged training step. */
export type Tick = {
	readonly at: number;
	/** From 1 on. */
	readonly epoch: number;
	readonly iter: number;
	/** Over the whole run. */
	readonly step: number;
	/** Done after this step, 0 to 1. */
	readonly done: number;
	/** It closes the epoch: validation follows. */
	readonly closes: boolean;
};

/** The length and the beat of a training run. */
export type Plan = {
	readonly epochs: number;
	/** Steps per epoch. */
	readonly iters: number;
	/** Steps between two lines. */
	readonly every: number;
	/** When the first line is written. */
	readonly begin: number;
	/** Seconds between two lines. */
	readonly interval: number;
	/** Seconds that a validation takes. */
	readonly pause: number;
	/** The epoch to begin with. */
	readonly from?: number;
};

/** Every step that a run logs, in order. */
export function* ticks(plan: Plan): Iterable<Tick> {
	const {epochs, iters, every, interval, pause, from = 1} = plan;
	let at = plan.begin;
	for (let epoch = from; epoch <= epochs; epoch++) {
		for (let iter = Math.min(every, iters); ; iter = Math.min(iter + every, iters)) {
			const step = (epoch - 1) * iters + iter;
			const closes = iter === iters;
			yield {at, epoch, iter, step, done: step / (epochs * iters), closes};
			at += interval;
			if (closes) break;
		}

		at += pause;
	}
}

/** From `high` down to `low` while `done` goes from 0 to 1: fast at first, as losses fall. */
export function falling(done: number, high: number, low: number): number {
	return low + (high - low) * Math.exp(-5 * done);
}

/** From 0 up to `top`, fast at first, as scores rise. */
export function rising(done: number, top: number): number {
	return top * (1 - Math.exp(-4 * done));
}
