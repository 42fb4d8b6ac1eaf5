import type {Event} from '../core/event.ts';

/** What was drawn last of one bar of steps. */
export type Frame = {
	readonly count: number;
	/** The count that the values beside it stand for. */
	readonly place: number;
	/** The values came without a new count: the next count is drawn beside the same values. */
	readonly redraw: boolean;
};

/** The last frame of each bar by its name, and the values last shown of each split. */
export type Frames = {readonly bars: Map<string, Frame>; readonly shown: Map<string, string>};

/** No bar drawn yet. */
export function beginFrames(): Frames {
	return {bars: new Map(), shown: new Map()};
}

/**
What of a frame is a record: values that are new, or that stand beside yet another count. `next`: the
values are drawn before the count moves on, so that those of step 8 stand beside 7.
*/
export function heardFrame(
	{bars, shown}: Frames,
	events: readonly Event[],
	bar: 'each' | 'next',
): readonly Event[] {
	const position = events[0]?.position ?? {};
	const unit = (['stepInEpoch', 'step', 'epoch'] as const).find(place => place in position);
	if (unit === undefined) return events;
	const {[unit]: count = 0, stepsPerEpoch, steps, epochs} = position;
	const total = (unit === 'epoch' ? epochs : (stepsPerEpoch ?? steps)) ?? Number.POSITIVE_INFINITY;
	const name = `${unit === 'epoch' ? '' : position.epoch}/${total}`;
	const known = bars.get(name);
	const before = known && count >= known.count ? known : undefined;
	const steady = before !== undefined && count > before.count && !before.redraw;
	const fresh = events.filter(event => isFresh(shown, event, steady));
	const told = fresh.length > 0;
	const ahead = told && bar === 'next' && count === (before?.count ?? 0);
	const place = ahead ? Math.min(total, Math.max(before?.place ?? 0, count) + 1) : count;
	if (bars.size > 64) bars.clear();
	bars.set(name, {count, place, redraw: redrawn(before, count, told)});
	return fresh.map(event => ({...event, position: {...event.position, [unit]: place}}));
}

function isFresh(shown: Map<string, string>, event: Event, steady: boolean): boolean {
	if (event.kind !== 'metrics') return true;
	const values = JSON.stringify(event.values);
	const changed = shown.get(event.split) !== values;
	shown.set(event.split, values);
	return changed || (steady && event.split === 'train');
}

/** Whether the next count will be drawn beside the values of this frame first. */
function redrawn(before: Frame | undefined, count: number, told: boolean): boolean {
	if (before === undefined) return true;
	return count === before.count ? told || before.redraw : false;
}
