import type {Time} from '../core/event.ts';
import type {Run} from '../core/run.ts';
import {present} from './grouping.ts';
import {endOf} from './moment.ts';
import type {World} from './world.ts';

/** Seconds until a run is done; null where it does not tell, or stands still. */
export function leftOf({state, progress}: Run): number | null {
	const {etaSeconds} = progress;
	const moves = state === 'running' || state === 'quiet';
	return moves && etaSeconds !== null && Number.isFinite(etaSeconds) ? etaSeconds : null;
}

/** By whole minutes: runs that end together do not change places all the time. */
function endsAt(run: Run, {now}: Pick<World, 'now'>): Time {
	const left = leftOf(run);
	return left === null ? Number.MAX_VALUE : endOf(now, left);
}

/** Runs that are not over, the next to be done first. */
export function queueOf(world: Pick<World, 'runs' | 'old' | 'now'>): readonly Run[] {
	return present(world)
		.filter(({state}) => /^(?:running|quiet|stalled|waiting)$/.test(state))
		.toSorted((a, b) => endsAt(a, world) - endsAt(b, world) || (a.name < b.name ? -1 : 1));
}
