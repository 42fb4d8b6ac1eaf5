import type {Checkpoint} from '../core/checkpoint.ts';
import type {Found} from '../core/found.ts';
import type {PolicyNote} from '../core/policy.ts';
import type {Run} from '../core/run.ts';
import {type Asked, askedOf} from './policy/asked.ts';
import {elsewhere} from './policy/place.ts';
import {sharedByRanks} from './policy/ranks.ts';
import type {Saving} from './policy/saving.ts';
import {spareOf} from './policy/spare.ts';
import type {Witness} from './told.ts';

/** The same run with how it saves beside how it should; `lying`: the checkpoints on disk were looked for. */
export function withPolicy(
	run: Run,
	found: Found,
	witnesses: readonly Witness[],
	lying: readonly Checkpoint[] | undefined,
): Run {
	if (lying === undefined) return run;
	const checkpoints = lying.length > 0 ? run.checkpoints : [];
	const policy = [...sharedByRanks(found, witnesses), ...policyOf({...run, checkpoints})];
	return {...run, policy};
}

/** Saving as the settings ask for it beside what lies there, and what could be deleted; warnings first. */
export function policyOf(saving: Saving): readonly PolicyNote[] {
	const asked = askedOf(saving.settings?.values ?? {});
	const rows = saving.checkpoints.filter(({kind}) => kind === 'periodic');
	const notes = [
		overdue(saving, asked),
		elsewhere(saving, asked),
		irregular(rows, asked),
		tooMany(rows, asked),
		/\.(?:tar\.gz|tgz|tar)\//i.test(`${saving.folder}/`) ? null : spareOf(saving),
	];
	return notes.filter(note => note !== null);
}

/** One more than asked for is the best one, or there while the next is written. */
function tooMany(rows: readonly Checkpoint[], {keep}: Asked): PolicyNote | null {
	if (keep === null || rows.length <= keep.value + 1) return null;
	return {
		kind: 'too-many',
		severity: 'info',
		text: `${keep.name} is ${keep.value}, but ${rows.length} periodic checkpoints lie there: a launch deletes its own old ones only`,
		setting: keep.name,
		paths: [],
		bytes: null,
	};
}

type Unit = 'epoch' | 'step';

function unitOf({unit}: NonNullable<Asked['every']>, rows: readonly Checkpoint[]): Unit | null {
	if (unit !== null) return unit;
	const inEpochs = rows.filter(({path}) => /ep(?:och)?[=_.-]?\d/i.test(path)).length;
	if (inEpochs === rows.length) return 'epoch';
	return inEpochs === 0 && rows.every(({epoch, step}) => epoch === null && step !== null)
		? 'step'
		: null;
}

/** Whether places are not a whole number of intervals apart; the last save of a run is made at any place. */
function irregular(rows: readonly Checkpoint[], {every}: Asked): PolicyNote | null {
	const unit = every === null ? null : unitOf(every, rows);
	if (every === null || unit === null) return null;
	const places = [...new Set(rows.map(row => row[unit]).filter(place => place !== null))]
		.sort((a, b) => a - b)
		.slice(0, -1);
	if (places.length < 3) return null;
	const byRest = Map.groupBy(places, place => place % every.value);
	const most = Math.max(...[...byRest.values()].map(({length}) => length));
	if (most >= 0.75 * places.length) return null;
	const shown = places.slice(-5).join(', ');
	return {
		kind: 'irregular',
		severity: 'info',
		text: `${every.name} is ${every.value}, but there are checkpoints of ${unit} ${shown}`,
		setting: every.name,
		paths: [],
		bytes: null,
	};
}

/** Two intervals without a save, while training goes on. */
function overdue({state, checkpoints, progress}: Saving, {every}: Asked): PolicyNote | null {
	if (every === null || !/running|quiet|stalled/.test(state)) return null;
	const unit = unitOf(every, checkpoints) ?? every.unit;
	const now = unit === null ? null : progress[unit];
	if (unit === null || now === null) return null;
	const places = checkpoints.map(one => one[unit]).filter(place => place !== null);
	// A checkpoint whose place is not known may be the newest.
	if (places.length < checkpoints.length) return null;
	const newest = Math.max(0, ...places);
	if (now - newest <= 2 * every.value) return null;
	const last =
		places.length > 0 ? `the newest checkpoint is of ${unit} ${newest}` : 'none lies there';
	return {
		kind: 'overdue',
		severity: 'warn',
		text: `${every.name} is ${every.value}, but ${last} and training is at ${unit} ${Math.floor(now)}`,
		setting: every.name,
		paths: [],
		bytes: null,
	};
}
