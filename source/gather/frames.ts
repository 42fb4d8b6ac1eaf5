import type {Event, Position, Split, Values} from '../core/event.ts';

/** What was drawn last of one bar of steps. */
export type Frame = {
	/** -1: the bar counts epochs; -2: it names none. */
	readonly epoch: number;
	readonly total: number;
	count: number;
	/** The count that the values beside it stand for. */
	place: number;
	/** The values came without a new count: the next count is drawn beside the same values. */
	redraw: boolean;
};

/** The last frame of each bar by its name, that drawn last, and the values last shown of each split. */
export type Frames = {
	readonly bars: Map<string, Frame>;
	last: Frame | null;
	readonly shown: Map<Split, Shown>;
};

/** Values by name. */
export type Shown = {keys: readonly string[]; readonly values: number[]};

/** What a bar counts. */
export type Unit = 'stepInEpoch' | 'step' | 'epoch';

/** What a bar counts, if anything: the smallest of what its frames name. */
export function unitOf(position: object): Unit | undefined {
	return (['stepInEpoch', 'step', 'epoch'] as const).find(place => place in position);
}

/** No bar drawn yet. */
export function beginFrames(): Frames {
	return {bars: new Map(), last: null, shown: new Map()};
}

/** Whatever comes belongs to other bars. */
export function endFrames(frames: Frames): void {
	if (frames.last === null) return;
	frames.bars.clear();
	frames.last = null;
}

/**
What of a frame is a record: values that are new, or that stand beside yet another count. `next`: the
values are drawn before the count moves on, so that those of step 8 stand beside 7.
*/
export function heardFrame(
	frames: Frames,
	events: readonly Event[],
	bar: 'each' | 'next',
): readonly Event[] {
	const position: Position = events[0]?.position ?? {};
	const unit = unitOf(position);
	if (unit === undefined) return events;
	const {[unit]: count = 0, stepsPerEpoch, steps, epochs, epoch = -2} = position;
	const total = (unit === 'epoch' ? epochs : (stepsPerEpoch ?? steps)) ?? Number.POSITIVE_INFINITY;
	const frame = frameOf(frames, unit === 'epoch' ? -1 : epoch, total, count);
	const steady = isSteady(frame, count);
	const fresh = events.filter(event => {
		if (event.kind !== 'metrics') return true;
		const {split, values} = event;
		return isNew(frames, split, values) || (steady && split === 'train');
	});
	const place = draw(frame, count, fresh.length > 0, bar);
	return fresh.map(event => ({...event, position: {...event.position, [unit]: place}}));
}

/** The bar of that epoch and total; begun anew when it goes back. */
export function frameOf(frames: Frames, epoch: number, total: number, count: number): Frame {
	let {last} = frames;
	if (last === null || last.epoch !== epoch || last.total !== total) {
		const name = `${epoch}/${total}`;
		last = frames.bars.get(name) ?? {epoch, total, count: -1, place: 0, redraw: true};
		if (frames.bars.size > 64) frames.bars.clear();
		frames.bars.set(name, last);
		frames.last = last;
	}

	if (count < last.count) {
		last.count = -1;
		last.place = 0;
	}

	return last;
}

/** Whether the count moves on beside values of its own. */
export function isSteady(frame: Frame, count: number): boolean {
	return frame.count >= 0 && count > frame.count && !frame.redraw;
}

/** Notes the frame drawn now; `told`: it is a record. The count that its values stand for. */
export function draw(frame: Frame, count: number, told: boolean, bar: 'each' | 'next'): number {
	const before = frame.count >= 0;
	const ahead = told && bar === 'next' && count === (before ? frame.count : 0);
	const place = ahead ? Math.min(frame.total, Math.max(frame.place, count) + 1) : count;
	// Whether the next count will be drawn beside the values of this frame first.
	frame.redraw = !before || (count === frame.count && (told || frame.redraw));
	frame.count = count;
	frame.place = place;
	return place;
}

/** The values last shown of a split, under these names; NaN where others were shown. */
export function shownOf({shown}: Frames, split: Split, keys: readonly string[]): number[] {
	const known = shown.get(split);
	if (known?.keys === keys) return known.values;
	if (known && alike(known.keys, keys)) {
		known.keys = keys;
		return known.values;
	}

	const values = keys.map(() => unseen);
	shown.set(split, {keys, values});
	return values;
}

/** No value of any log. */
const unseen = -Number.MAX_VALUE;

function alike(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((key, index) => key === b[index]);
}

function isNew(frames: Frames, split: Split, values: Values): boolean {
	const keys = Object.keys(values);
	const before = shownOf(frames, split, keys);
	let changed = false;
	for (const [index, key] of keys.entries()) {
		const value = values[key]!;
		if (!Object.is(before[index], value)) changed = true;
		before[index] = value;
	}

	return changed;
}
