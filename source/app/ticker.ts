import type {Time} from '../core/event.ts';
import type {World} from '../show/world.ts';

const second = 1000;
const minute = 60 * second;

/**
Milliseconds until some text on the screen changes by the clock alone: an age in seconds, minutes or
hours, or the minute of the clock in the header.
*/
export function untilNextText(world: Pick<World, 'runs'>, now: Time): number {
	let wait = minute - (now % minute);
	for (const run of world.runs) {
		const age = run.updatedAt === null ? Number.POSITIVE_INFINITY : now - run.updatedAt;
		if (age < 0 || age >= 60 * minute) continue;
		const unit = age < minute ? second : minute;
		wait = Math.min(wait, unit - (age % unit));
	}

	return Math.max(wait, 50);
}
