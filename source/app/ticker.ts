import type {Time} from '../core/event.ts';
import type {World} from '../show/world.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/**
Milliseconds until some text on the screen changes by the clock alone: an age, which is told in tens
of seconds, minutes or hours, or the minute of the clock in the header.
*/
export function untilNextText(world: Pick<World, 'runs'>, now: Time): number {
	let wait = minute - (now % minute);
	for (const run of world.runs) {
		const age = run.updatedAt === null ? Number.POSITIVE_INFINITY : now - run.updatedAt;
		if (age < 0 || age >= hour) continue;
		const unit = age < minute ? 10 * second : minute;
		wait = Math.min(wait, unit - (age % unit));
	}

	// Ages that change within a moment of each other are drawn together.
	return Math.max(wait, second);
}
