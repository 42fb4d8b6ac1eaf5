import type {Position} from '../core/event.ts';

/** Where a record stands in the whole run; NaN where that is not known. */
export type Place = {
	step: number;
	epoch: number;
	stepInEpoch: number;
};

/** How one file counts, learnt from what it printed so far. */
export type Counting = {
	/** Number of the first epoch: 0 where a 0 was seen, else 1. */
	epochBase: 0 | 1;
	/** Whether the step in the epoch was seen to start at 0. */
	stepBase: 0 | 1;
	stepsPerEpoch: number;
	epochs: number;
	steps: number;
	/** Steps per epoch as seen from the epochs gone by, where none are printed. */
	seenPerEpoch: number;
	/** Several records tell of one epoch, as a rule. */
	crowded: boolean;
	/** How often a record told of the epoch before it again. */
	pairs: number;
	/** Steps over the whole run are worked out, not printed. */
	derived: boolean;
	/** The printed step starts anew each epoch. */
	restarts: boolean;
	/** Epochs counted by bars that reached their end, where none is printed. */
	laps: number;
	/** The epoch told by a heading, for records that print none. */
	heading: number;
	/** Of the last training record. */
	last: Place;
	/** Greatest and first place in this session, in steps or epochs. */
	top: number;
	first: number;
	/** Usual distance between records, in the same unit. */
	interval: number;
	unit: 'step' | 'epoch' | null;
	records: number;
};

/** A file that printed nothing yet. */
export function createCounting(): Counting {
	return {
		epochBase: 1,
		stepBase: 1,
		stepsPerEpoch: Number.NaN,
		epochs: Number.NaN,
		steps: Number.NaN,
		seenPerEpoch: Number.NaN,
		crowded: false,
		pairs: 0,
		derived: false,
		restarts: false,
		laps: 0,
		heading: Number.NaN,
		last: {step: Number.NaN, epoch: Number.NaN, stepInEpoch: Number.NaN},
		top: Number.NaN,
		first: Number.NaN,
		interval: Number.NaN,
		unit: null,
		records: 0,
	};
}

/** What a training record's place is in the whole run; `place` comes as printed and is completed. */
export function locate(counting: Counting, place: Place): void {
	if (Number.isNaN(place.epoch)) place.epoch = counting.heading;
	if (place.epoch === 0) counting.epochBase = 0;
	if (place.stepInEpoch === 0) counting.stepBase = 0;
	learnRestart(counting, place);
	if (counting.restarts && Number.isNaN(place.stepInEpoch)) {
		place.stepInEpoch = place.step;
		place.step = Number.NaN;
	}

	const {last} = counting;
	// Once may be a launch that was cut and went on with the same epoch.
	if (place.epoch === last.epoch) counting.crowded = ++counting.pairs > 1;
	else if (place.epoch > last.epoch && last.step > 0) {
		counting.seenPerEpoch = last.step / (last.epoch - counting.epochBase + 1);
	}

	counting.derived = Number.isNaN(place.step);
	if (counting.derived) place.step = stepOf(counting, place);
	else if (counting.laps > 0) place.step += counting.laps * counting.stepsPerEpoch;
}

/** A printed step that falls while the epoch rises counts within the epoch. */
function learnRestart(counting: Counting, {epoch, step, stepInEpoch}: Place): void {
	const {last, records} = counting;
	if (records === 0 || !Number.isNaN(stepInEpoch)) return;
	if (!(epoch > last.epoch && step < last.step)) return;
	counting.restarts = true;
	if (Number.isNaN(counting.stepsPerEpoch)) {
		counting.stepsPerEpoch = counting.steps > 0 ? counting.steps : last.step;
	}

	counting.steps = Number.NaN;
}

/** Epoch, step in it and steps per epoch → the step in the whole run. */
function stepOf(counting: Counting, {epoch, stepInEpoch}: Place): number {
	if (Number.isNaN(epoch) || !Number.isInteger(epoch)) return Number.NaN;
	return (epoch - counting.epochBase) * counting.stepsPerEpoch + stepInEpoch;
}

/** What a training record's place says about sessions: it goes on, a bar began anew, or a session did. */
export type Move = 'on' | 'again' | 'back';

/**
Moves the counting on to a located training record and tells whether that was a step back. `fell`: trouble
that ends a launch was told before it, and the first record once more is a new one.
*/
export function follow(counting: Counting, place: Place, fell = false): Move {
	const unit = Number.isNaN(place.step) ? (Number.isNaN(place.epoch) ? null : 'epoch') : 'step';
	const order = unit === 'step' ? place.step : place.epoch;
	let move: Move = 'on';
	if (unit !== null && unit === counting.unit) {
		move = moveOf(counting, order, fell);
		if (move === 'back') forget(counting);
		if (move === 'again') {
			lap(counting);
			place.step += counting.stepsPerEpoch;
		}
	} else if (unit !== null && counting.records > 0 && counting.last.epoch - place.epoch > 1) {
		// Steps and averages of epochs by turns: only the epoch compares.
		move = 'back';
		forget(counting);
	}

	if (unit !== null) advance(counting, unit, unit === 'step' ? place.step : place.epoch);
	counting.records++;
	counting.last.step = place.step;
	counting.last.epoch = place.epoch;
	counting.last.stepInEpoch = place.stepInEpoch;
	return move;
}

function moveOf(counting: Counting, order: number, fell: boolean): Move {
	const {top, first, interval, records} = counting;
	if (fell && order <= first) return 'back';
	if (!(order < top)) return 'on';
	const distance = top - order;
	const done = counting.laps > 0 ? counting.laps * counting.stepsPerEpoch : 0;
	const fromStart = order <= first + done;
	if (fromStart && Number.isNaN(counting.last.epoch) && counting.steps > 0) {
		const lapEnd = done + counting.steps;
		if (top >= lapEnd - Math.max(1, 0.05 * counting.steps)) return 'again';
	}

	if (fromStart && records >= 3 && distance >= interval) return 'back';
	return distance > 2 * interval && distance > 1 ? 'back' : 'on';
}

function lap(counting: Counting): void {
	counting.laps++;
	counting.stepsPerEpoch = counting.steps;
}

function advance(counting: Counting, unit: 'step' | 'epoch', order: number): void {
	if (counting.unit !== unit || Number.isNaN(counting.top)) {
		counting.unit = unit;
		counting.first = order;
		counting.top = order;
		counting.interval = Number.NaN;
		return;
	}

	const distance = order - counting.top;
	if (distance <= 0) return;
	counting.interval = Number.isNaN(counting.interval)
		? distance
		: 0.8 * counting.interval + 0.2 * distance;
	counting.top = order;
}

/** A new session: places are compared with its own first record only. */
export function forget(counting: Counting): void {
	counting.top = Number.NaN;
	counting.first = Number.NaN;
	counting.unit = null;
	counting.records = 0;
	counting.laps = 0;
	counting.heading = Number.NaN;
}

/** Where a validation record stands: as printed, at the end of its epoch, else where training stands. */
export function locateEvaluation(counting: Counting, printed: Position | undefined): Place {
	const {last} = counting;
	const epoch = printed?.epoch ?? last.epoch;
	const step = printed?.step;
	if (step !== undefined && !counting.restarts) return {epoch, step, stepInEpoch: Number.NaN};
	if (printed?.epoch === undefined) return {epoch, step: last.step, stepInEpoch: Number.NaN};
	const end = (epoch - counting.epochBase + 1) * counting.stepsPerEpoch;
	const known = Number.isNaN(end) || !Number.isInteger(epoch) ? last.step : end;
	return {epoch, step: known, stepInEpoch: Number.NaN};
}

type Beginning = {readonly firstStep: number | null; readonly firstEpoch: number | null};

/** Whether a session starts clearly after the beginning that another one shows. */
export function later(session: Beginning, beginning: Beginning): boolean {
	if (session.firstStep !== null && beginning.firstStep !== null) {
		return session.firstStep > 2 * beginning.firstStep + 1;
	}

	if (session.firstEpoch !== null && beginning.firstEpoch !== null) {
		return session.firstEpoch > beginning.firstEpoch;
	}

	return false;
}
