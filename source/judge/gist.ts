import type {Checkpoint} from '../core/checkpoint.ts';
import type {Settings, Validation} from '../core/run.ts';
import type {Series} from '../core/series.ts';
import type {Session} from '../core/session.ts';
import {checkpointsOf, withMetrics} from './checkpoints.ts';
import {type Goals, withTarget} from './goals.ts';
import {type Believed, believe, primaryLossOf, seriesOf, validationOf} from './measured.ts';
import {joinedSessions} from './seams.ts';
import {monitorOf, type Story, storyOf} from './story.ts';
import type {Witness} from './told.ts';
import {trendOf} from './trend.ts';

/** What is known besides the files and bears on what they come to. */
export type Given = {
	readonly goals: Goals | undefined;
	readonly settings: Settings | null | undefined;
	readonly checkpoints: readonly Checkpoint[] | undefined;
};

/** What the files of a run come to, whatever the time. */
export type Gist = {
	readonly story: Story;
	readonly believed: Believed;
	readonly series: ReadonlyMap<string, Series>;
	/** Wire name of the primary loss. */
	readonly loss: string | null;
	readonly trend: readonly number[];
	readonly validation: Validation;
	readonly checkpoints: readonly Checkpoint[];
	/** The launches, and how each goes on from the one before. */
	readonly sessions: readonly Session[];
};

type Kept = {
	readonly given: Given;
	readonly witnesses: ReadonlyArray<{
		readonly witness: Witness;
		readonly version: number;
		readonly format: string;
	}>;
	readonly gist: Gist;
};

const kept = new WeakMap<Witness, Kept>();

/** Sums up what the files of a run tell; the same object as before until something of it changes. */
export function gistOf(witnesses: readonly Witness[], given: Given): Gist {
	const [first] = witnesses;
	const before = first && kept.get(first);
	if (before && holds(before, witnesses, given)) return before.gist;
	const gist = sumUp(witnesses, given);
	if (first) {
		const seen = witnesses.map(witness => ({
			witness,
			version: witness.version,
			format: witness.format,
		}));
		kept.set(first, {given, witnesses: seen, gist});
	}

	return gist;
}

function holds(before: Kept, witnesses: readonly Witness[], given: Given): boolean {
	return (
		isSame(before.given, given) &&
		before.witnesses.length === witnesses.length &&
		before.witnesses.every(
			({witness, version, format}, index) =>
				witness === witnesses[index] && version === witness.version && format === witness.format,
		)
	);
}

function sumUp(witnesses: readonly Witness[], given: Given): Gist {
	const story = storyOf(witnesses);
	const {chains, main} = story;
	const believed = believe(chains);
	const series = seriesOf(believed, given.goals);
	const loss = primaryLossOf(believed);
	const curve = loss === null ? undefined : series.get(loss);
	const {validation, checkpoints} = evaluatedIn(story, believed, series, given);
	return {
		story,
		believed,
		series,
		loss,
		trend: curve ? trendOf(curve) : [],
		validation,
		checkpoints,
		sessions: main ? joinedSessions(main, curve, checkpoints) : [],
	};
}

type Evaluated = Pick<Gist, 'validation' | 'checkpoints'>;

const evaluated = new WeakMap<Believed, {readonly given: Given; readonly told: Evaluated}>();

/** What training records alone do not change. */
function evaluatedIn(
	{chains, main}: Story,
	believed: Believed,
	series: Gist['series'],
	given: Given,
): Evaluated {
	const before = evaluated.get(believed);
	if (before && isSame(before.given, given)) return before.told;
	const {goals, settings, checkpoints} = given;
	const monitor = monitorOf(main, settings ?? null);
	const validation = withTarget(validationOf(chains, believed, series, monitor), goals);
	const told = {
		validation,
		checkpoints: withMetrics(checkpointsOf(chains, checkpoints), validation),
	};
	evaluated.set(believed, {given, told});
	return told;
}

function isSame(a: Given, b: Given): boolean {
	return a.goals === b.goals && a.settings === b.settings && a.checkpoints === b.checkpoints;
}
