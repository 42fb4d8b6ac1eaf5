import type {Event, EventOf, Split, Time} from '../core/event.ts';
import {createTable} from './columns.ts';
import {createCounting} from './place.ts';
import {learnFacts, learnPlan} from './plan.ts';
import {recordMetrics, recordRows} from './record.ts';
import {createRhythm, pause} from './rhythm.ts';
import {
	type Given,
	hear,
	keep,
	mention,
	openSession,
	sessionOf,
	sourceIn,
	type Witness,
} from './told.ts';

/** What one file told so far, and what was known of it before. */
export type {Given, Witness} from './told.ts';

/** A witness that has told nothing yet. */
export function createWitness(given: Given): Witness {
	const table = (split: Split) =>
		createTable(!given.sums, given.heard && ((...told) => given.heard?.(split, ...told)));
	return {
		...given,
		version: 0,
		shape: 0,
		tables: {train: table('train'), val: table('val'), test: table('test')},
		counting: createCounting(),
		rhythm: createRhythm(),
		sessions: [],
		evaluations: [],
		evaluationRecords: [],
		troubles: [],
		phases: [],
		checkpoints: [],
		facts: new Map(),
		evaluationCount: 0,
		testCount: 0,
		advances: 0,
		troubleCount: 0,
		checkpointCount: 0,
		evaluated: new Map(),
		order: 0,
		lastTrained: -1,
		lastMeasured: -1,
		lastEpoch: null,
		firstAt: null,
		lastAt: null,
		heardAt: null,
		lastSource: null,
		monitor: null,
	};
}

/**
Takes the next event of the file, in file order. `heardAt` is when it arrived while the file was
watched, null for what lay there before.
*/
export function reduce(witness: Witness, event: Event, heardAt: Time | null): void {
	witness.version++;
	if (heardAt !== null) witness.heardAt = heardAt;
	const {sessions, tables} = witness;
	const {length: launches, 0: launch = none} = sessions;
	const {active, firstStep, firstEpoch} = launch;
	const {spans} = tables.train;
	take(witness, event, heardAt);
	const trained = (event.kind === 'rows' || event.kind === 'metrics') && event.split === 'train';
	const same =
		launches === 1 &&
		sessions.length === 1 &&
		launch.active === active &&
		launch.firstStep === firstStep &&
		launch.firstEpoch === firstEpoch &&
		tables.train.spans === spans;
	if (!trained || !same) witness.shape++;
}

const none = {active: false, firstStep: null, firstEpoch: null};

function take(witness: Witness, event: Event, heardAt: Time | null): void {
	if (event.kind === 'rows') {
		recordRows(witness, event, heardAt);
		return;
	}

	hear(witness, event.at ?? null, heardAt);
	witness.lastSource = sourceIn(witness, event) ?? witness.lastSource;
	switch (event.kind) {
		case 'metrics':
			recordMetrics(witness, event, heardAt);
			return;
		case 'trouble':
			takeTrouble(witness, event);
			return;
		case 'checkpoint':
			takeCheckpoint(witness, event);
			return;
		case 'phase':
			takePhase(witness, event);
			return;
		case 'facts':
			learnPlan(witness.counting, event.position, true);
			witness.lastEpoch = event.position?.epoch ?? witness.lastEpoch;
			takeFacts(witness, event);
			return;
		case 'file':
			return;
	}
}

function takeTrouble(witness: Witness, event: EventOf<'trouble'>): void {
	sessionOf(witness, event).active ||= event.passing !== true;
	const {what, text, passing = false} = event;
	pause(witness.rhythm);
	witness.troubleCount++;
	const {advances} = witness;
	const where = mention(witness, event);
	keep(witness.troubles, {...where, what, text: text.slice(0, 600), passing, advances});
}

function takeCheckpoint(witness: Witness, event: EventOf<'checkpoint'>): void {
	sessionOf(witness, event);
	pause(witness.rhythm);
	witness.checkpointCount++;
	if (event.monitor !== undefined) witness.monitor = event.monitor;
	keep(witness.checkpoints, {
		...mention(witness, event),
		best: event.best,
		path: event.path ?? null,
		monitor: event.monitor ?? null,
		value: event.value ?? null,
	});
}

function takePhase(witness: Witness, event: EventOf<'phase'>): void {
	const {phase, text = '', position} = event;
	if (phase === 'started' || phase === 'resumed') {
		const current = witness.sessions.at(-1);
		const session = current === undefined || current.active ? openSession(witness, event) : current;
		if (phase === 'resumed') session.resumed = true;
	}

	if (phase !== 'training') pause(witness.rhythm);
	learnPlan(witness.counting, position, phase !== 'validating');
	if (position?.epoch !== undefined) witness.counting.heading = position.epoch;
	if (phase === 'finished') witness.lastEpoch = position?.epoch ?? witness.lastEpoch;
	const {advances} = witness;
	const where = mention(witness, event);
	// Where the launch before stood is not where this one goes on.
	const place =
		phase === 'resumed' ? {step: position?.step ?? null, epoch: position?.epoch ?? null} : {};
	keep(witness.phases, {...where, ...place, phase, text: text.slice(0, 200), advances});
}

function takeFacts(witness: Witness, {facts}: EventOf<'facts'>): void {
	learnFacts(witness.counting, facts);
	for (const [name, fact] of Object.entries(facts)) {
		// What is loaded after training began is loaded to be tested.
		if (name === 'pretrained' && witness.lastTrained >= 0) continue;
		if (witness.facts.size < 2000 || witness.facts.has(name)) witness.facts.set(name, fact);
	}
}
