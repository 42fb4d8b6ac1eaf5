import type {EventOf, Position, Time} from '../core/event.ts';
import {calm} from './calm.ts';
import {append, type Batch, known} from './columns.ts';
import {evaluate} from './evaluate.ts';
import {type Counting, follow, later, locate, type Place} from './place.ts';
import {learnPlan} from './plan.ts';
import {beat, beatRecord, beatRecords} from './rhythm.ts';
import {hear, openSession, sessionOf, type ToldSession, type Witness} from './told.ts';

/** Takes one record of any split. */
export function recordMetrics(
	witness: Witness,
	event: EventOf<'metrics'>,
	heardAt: Time | null,
): void {
	const names = Object.keys(event.values);
	if (names.length === 0) return;
	const {position, source, split} = event;
	const batch: Batch = {
		length: 1,
		step: [position?.step ?? Number.NaN],
		epoch: [position?.epoch ?? Number.NaN],
		stepInEpoch: [position?.stepInEpoch ?? Number.NaN],
		at: [event.at ?? heardAt ?? Number.NaN],
		line: [source?.line ?? witness.order + 1],
		offset: [source?.offset ?? -1],
		order: witness.order,
		names,
		values: names.map(name => [event.values[name] as number]),
	};
	if (split === 'train') train(witness, batch, event);
	else evaluate(witness, split, batch, event);
}

/** Takes many records of one shape. */
export function recordRows(witness: Witness, event: EventOf<'rows'>, heardAt: Time | null): void {
	const {rows, split} = event;
	if (rows.length === 0) return;
	if (split !== 'train') {
		for (let row = 0; row < rows.length; row++) {
			const single = metricsOf(witness, event, row);
			hear(witness, single.at ?? null, heardAt);
			recordMetrics(witness, single, heardAt);
		}
	} else {
		const timed = !Number.isNaN(rows.at[0] as number);
		if (!timed) hear(witness, null, heardAt);
		const at = timed || heardAt === null ? rows.at : rows.at.map(() => heardAt);
		train(witness, {...rows, at, order: witness.order, names: rows.keys}, event, timed);
	}

	const last = rows.length - 1;
	witness.lastSource = {
		file: witness.file,
		line: rows.line[last] as number,
		offset: rows.offset[last] as number,
	};
}

function metricsOf(witness: Witness, event: EventOf<'rows'>, row: number): EventOf<'metrics'> {
	const {rows, split} = event;
	const values: Record<string, number> = {};
	for (let index = 0; index < rows.keys.length; index++) {
		values[rows.keys[index]!] = rows.values[index]?.[row] as number;
	}

	const at = known(rows.at[row]);
	const position = {...event.position} as {-readonly [P in keyof Position]: Position[P]};
	for (const place of ['epoch', 'step', 'stepInEpoch'] as const) {
		const told = known(rows[place][row]);
		if (told !== null) position[place] = told;
	}

	const line = rows.line[row] as number;
	const source = {file: witness.file, line, offset: rows.offset[row] as number};
	return {kind: 'metrics', split, values, position, source, ...(at === null ? {} : {at})};
}

/** Places of the batch in hand: the columns copy them. */
const scratch = {
	step: new Float64Array(1024),
	epoch: new Float64Array(1024),
	stepInEpoch: new Float64Array(1024),
};

function roomFor(length: number): typeof scratch {
	if (scratch.step.length < length) {
		scratch.step = new Float64Array(length);
		scratch.epoch = new Float64Array(length);
		scratch.stepInEpoch = new Float64Array(length);
	}

	return scratch;
}

/** Training records: places made whole, sessions cut where they go back, then the columns. */
function train(
	witness: Witness,
	batch: Batch,
	event: EventOf<'rows'> | EventOf<'metrics'>,
	timed = false,
): void {
	const {counting} = witness;
	learnPlan(counting, event.position, true);
	let session = sessionOf(witness, event);
	const located: Batch = {...batch, ...roomFor(batch.length)};
	const {step, epoch, stepInEpoch} = scratch;
	const place: Place = {step: 0, epoch: 0, stepInEpoch: 0};
	let from = 0;
	const fell = hasFallen(witness);
	let due = Number(fell);
	for (let row = 0; row < batch.length; row++) {
		if (row >= due) {
			const rows = goOn(witness, session, batch, row, timed);
			row += rows;
			due = row + many;
			if (row === batch.length) break;
		}

		place.step = batch.step[row] as number;
		place.epoch = batch.epoch[row] as number;
		place.stepInEpoch = batch.stepInEpoch[row] as number;
		locate(counting, place);
		const {top, unit} = counting;
		const move = follow(counting, place, row < Number(fell));
		if (move !== 'on' || isBeyond(counting, top, unit)) witness.advances++;
		if (move === 'back') {
			witness.order = batch.order + row;
			append(witness.tables.train, located, witness.sessions.length - 1, from, row);
			from = row;
			session = openSession(witness, sourceOf(witness, batch, row));
			follow(counting, place);
		}

		step[row] = place.step;
		epoch[row] = place.epoch;
		stepInEpoch[row] = place.stepInEpoch;
		begin(witness, session, place);
		const order = Number.isNaN(place.step) ? place.epoch : place.step;
		tick(witness, batch.at[row] as number, order, timed);
	}

	append(witness.tables.train, located, witness.sessions.length - 1, from, batch.length);
	witness.order = batch.order + batch.length;
	witness.lastTrained = witness.order - 1;
	witness.lastMeasured = witness.order - 1;
	const lastEpoch = epoch[batch.length - 1]!;
	if (!Number.isNaN(lastEpoch)) witness.lastEpoch = lastEpoch;
}

/** Since its last record something was told that ends a launch. */
function hasFallen({troubles, lastTrained}: Witness): boolean {
	const last = troubles.at(-1);
	if (!last || last.passing || last.order <= lastTrained) return false;
	return last.what !== 'error' && last.what !== 'bad-data';
}

/** It went beyond all places before. */
function isBeyond(counting: Counting, top: number, unit: Counting['unit']): boolean {
	return unit !== counting.unit || unit === null || counting.top > top;
}

/** Another record tells nothing new of where the session began. */
function begun({active, firstStep, firstEpoch}: ToldSession, unit: Counting['unit']): boolean {
	return active && (firstStep !== null || (firstEpoch !== null && unit === 'epoch'));
}

/** So many rows are taken one by one before it is tried again to take more at once. */
const many = 8;

/** Takes the rows that only go on; tells how many. */
function goOn(
	witness: Witness,
	session: ToldSession,
	batch: Batch,
	from: number,
	timed: boolean,
): number {
	const {counting} = witness;
	if (batch.length - from < many || !begun(session, counting.unit)) return 0;
	let row = from;
	for (let rows = -1; rows !== 0 && row < batch.length; row += rows) {
		const taken = calm(counting, batch, row, scratch);
		rows = taken.rows;
		witness.advances += taken.advances;
		tickAll(witness, batch, row, row + rows, timed);
	}

	return row - from;
}

/** As `tick` row by row, of rows whose places are in `scratch`. */
function tickAll(witness: Witness, {at}: Batch, from: number, to: number, timed: boolean): void {
	const {step, epoch} = scratch;
	let first = from;
	while (first < to && Number.isNaN(at[first])) first++;
	if (first === to) return;
	if (timed) {
		let last = to - 1;
		while (Number.isNaN(at[last])) last--;
		witness.firstAt ??= at[first]!;
		witness.lastAt = at[last]!;
	}

	// Rows taken at once stand all in steps or all in epochs.
	const places = Number.isNaN(step[first]) ? epoch : step;
	beatRecords(witness.rhythm, at, places, first, to, timed);
}

function sourceOf(witness: Witness, batch: Batch, row: number) {
	const at = known(batch.at[row]);
	return {
		source: {
			file: witness.file,
			line: batch.line[row] as number,
			offset: batch.offset[row] as number,
		},
		...(at === null ? {} : {at}),
	};
}

/** What a session's first training record tells: where it starts, and whether that is the beginning. */
function begin(witness: Witness, session: ToldSession, place: Place): void {
	if (session.active && session.firstStep !== null) return;
	const first = !session.active || session.firstEpoch === null;
	session.active = true;
	session.firstStep ??= known(place.step);
	session.firstEpoch ??= known(place.epoch);
	if (first && session.resumed === null && witness.sessions.length > 1) {
		const [beginning] = witness.sessions.filter(
			({firstEpoch, firstStep}) => firstEpoch !== null || firstStep !== null,
		);
		session.resumed = beginning !== undefined && later(session, beginning);
	}
}

function tick(witness: Witness, at: number, place: number, timed: boolean): void {
	if (Number.isNaN(at)) return;
	if (timed) {
		witness.firstAt ??= at;
		witness.lastAt = at;
		beat(witness.rhythm, at);
	}

	beatRecord(witness.rhythm, at, place);
}
