import {median} from './curve.ts';
import type {Values} from './event.ts';
import {better, type Goal, goalOf, parseWireName, primaryLoss} from './metric.ts';

/** One metric over the evaluations of a run. */
export type Trial = {
	readonly name: string;
	readonly goal: Goal | null;
	count: number;
	readonly first: number;
	best: number;
	/** Median of the last tenth of its values, three at least; the lowest and the highest that there was: no outlier counts. */
	level: number;
	lowest: number;
	highest: number;
	/** Evaluations of it since the best one. */
	since: number;
	/** The last values, newest last. */
	readonly recent: number[];
	zeros: number;
	nonFinite: number;
};

/** The evaluations of a run, summed up while they are told. */
export type Trials = {
	count: number;
	/** By wire name. */
	readonly byName: Map<string, Trial>;
	/** The validation loss among the first so many names. */
	loss: {readonly names: number; readonly trial: Trial | undefined};
	/** Level of the training loss when the validation loss was best. */
	trainAtBest: number;
	/** Level of the training loss before the last evaluation. */
	train: number;
};

const kept = 32;

/** Evaluations of which there were none yet. */
export function createTrials(): Trials {
	return {
		count: 0,
		byName: new Map(),
		loss: {names: 0, trial: undefined},
		trainAtBest: Number.NaN,
		train: Number.NaN,
	};
}

/**
Adds an evaluation; `level` is where the training loss stands, `goals` which way the format or the user
says that a metric should go (undefined: they do not say, its name does).
*/
export function addTrial(
	trials: Trials,
	values: Values,
	level: number,
	goals: (name: string) => Goal | null | undefined = () => undefined,
): void {
	trials.count++;
	for (const [name, value] of Object.entries(values)) {
		const trial = trials.byName.get(name);
		if (trial) update(trial, value);
		else if (trials.byName.size < 400) {
			trials.byName.set(name, begin(name, value, goals(name)));
		}
	}

	// Records of one evaluation follow each other without a loss in between.
	if (Number.isFinite(level)) trials.train = level;
	if (lossTrial(trials)?.since === 0) trials.trainAtBest = level;
}

function begin(name: string, value: number, told: Goal | null | undefined): Trial {
	return {
		name,
		goal: told === undefined ? goalOf(parseWireName(name).name) : told,
		count: 1,
		first: value,
		best: value,
		level: value,
		lowest: Number.POSITIVE_INFINITY,
		highest: Number.NEGATIVE_INFINITY,
		since: 0,
		recent: [value],
		zeros: value === 0 ? 1 : 0,
		nonFinite: Number.isFinite(value) ? 0 : 1,
	};
}

function update(trial: Trial, value: number): void {
	trial.count++;
	trial.recent.push(value);
	if (trial.recent.length > kept) trial.recent.shift();
	if (trial.count > 2) {
		trial.level = median(trial.recent.slice(-windowOf(trial)));
		trial.lowest = Math.min(trial.lowest, trial.level);
		trial.highest = Math.max(trial.highest, trial.level);
	}

	if (value === 0) trial.zeros++;
	if (!Number.isFinite(value)) trial.nonFinite++;
	if (better(trial.goal ?? 'min', value, trial.best)) {
		trial.best = value;
		trial.since = 0;
	} else {
		trial.since++;
	}
}

/** Evaluations that make a level. */
export function windowOf({count}: Trial): number {
	return Math.min(kept, Math.max(4, Math.floor(count / 10)));
}

/** How much the last evaluations differ by chance: standard deviation, from the size of steps, the few large ones left out. */
export function unrestOf({recent}: Trial): number {
	if (recent.length < 3) return 0;
	const steps = recent.slice(1).map((value, index) => value - (recent[index] as number));
	const drift = median(steps);
	return (1.4826 * median(steps.map(step => Math.abs(step - drift)))) / Math.SQRT2;
}

/** How often a value turned round among the last evaluations, moves smaller than `size` left out. */
export function swingsOf({recent}: Trial, evaluations: number, size: number): number {
	let swings = 0;
	let before = 0;
	const values = recent.slice(-evaluations);
	for (let index = 1; index < values.length; index++) {
		const move = (values[index] as number) - (values[index - 1] as number);
		if (Math.abs(move) <= size) continue;
		if (before !== 0 && Math.sign(move) !== before) swings++;
		before = Math.sign(move);
	}

	return swings;
}

/** The validation loss, if evaluations tell one. */
export function lossTrial(trials: Trials): Trial | undefined {
	const {size} = trials.byName;
	if (trials.loss.names !== size) trials.loss = {names: size, trial: lossAmong(trials.byName)};
	return trials.loss.trial;
}

function lossAmong(byName: ReadonlyMap<string, Trial>): Trial | undefined {
	const names = [...byName.keys()].filter(name => name.startsWith('val/'));
	const name = primaryLoss(names.map(wire => parseWireName(wire).name));
	const trial = name === undefined ? undefined : byName.get(`val/${name}`);
	return trial?.goal === 'min' ? trial : undefined;
}

const shares = /acc|f-?_?(?:score|1)|fscore|hmean|iou|recall|dice|(?:^|[\W_])m?ap|auc|top-?[15]/i;
const decibels = /psnr/i;
const likelihoods = /elbo|likelihood|(?:^|[\W_])log_?p/i;

/**
Whether any evaluation shows that something is being learnt: a share above 0.7 or up by a tenth,
PSNR up by 0.3 dB, a likelihood up or the validation loss down by 7 % of its first value.
*/
export function hasLearnt(trials: Trials): boolean {
	if (hasGoodMetric(trials)) return true;
	const loss = lossTrial(trials);
	return loss !== undefined && loss.first - loss.best > 0.07 * Math.abs(loss.first);
}

/** The same by metrics alone, whatever the validation loss does. */
export function hasGoodMetric(trials: Trials): boolean {
	for (const trial of trials.byName.values()) {
		const {name, first, best, goal} = trial;
		if (goal === 'max' && decibels.test(name) && best > first + 0.3) return true;
		if (goal === 'max' && likelihoods.test(name) && best - first > 0.07 * Math.abs(first))
			return true;
		if (goal !== 'max' || !shares.test(name)) continue;
		// One lucky evaluation of a model that guesses shows nothing.
		const reached = trial.count > 2 ? trial.highest : best;
		if (isHigh(reached) || best - first >= scaleOf(best) / 10) return true;
	}

	return false;
}

/** Whether the last two evaluations are worse than the best by a share of it. */
export function isWorse({goal, best, recent}: Trial, share: number): boolean {
	const last = recent.slice(-2);
	return goal === 'max'
		? Math.max(...last) < (1 - share) * best
		: Math.min(...last) > best + share * Math.abs(best);
}

/** The same by the metric that decides where it ever was good, else by the validation loss; null: neither is told. */
export function validationIsWorse(
	trials: Trials,
	metricName: string | null,
	share: number,
): boolean | null {
	const trial = metricName === null ? undefined : trials.byName.get(metricName);
	const loss = lossTrial(trials);
	const judged = trial?.goal === 'max' && (hasGoodMetric(trials) || !loss) ? trial : loss;
	return judged ? isWorse(judged, share) : null;
}

/** Whether the validation loss is about to have fallen by 7 % when so much of the plan is done. */
export function isOnItsWay(trials: Trials, fraction: number | null): boolean {
	const loss = lossTrial(trials);
	if (!loss || fraction === null || loss.count < 3 || loss.since > 1) return false;
	return loss.first - loss.level > 0.07 * fraction * Math.abs(loss.first);
}

/** Whether the validation loss stands still, to a share of it: it is calmer than that of training. */
export function isFlat(trials: Trials, share: number): boolean {
	const loss = lossTrial(trials);
	if (!loss || loss.count < 4) return false;
	return Math.abs(loss.first - loss.level) < share * Math.abs(loss.first);
}

/** Whether the last validation losses lie within a share of their level. */
export function isCalm(trials: Trials, share: number): boolean {
	const loss = lossTrial(trials);
	if (!loss || loss.count < 4) return false;
	const recent = loss.recent.slice(-8);
	return Math.max(...recent) - Math.min(...recent) < share * Math.abs(loss.level);
}

/** Whether the newest evaluations are the best ones: it may be slow, but it still gets better. */
export function isAtItsBest(trials: Trials): boolean {
	const loss = lossTrial(trials);
	return loss !== undefined && loss.count > 3 && loss.since <= 1;
}

/** Whether a share is at its best in its newest evaluation, and above its first by 3 % of the whole. */
export function isRising(trials: Trials): boolean {
	for (const {name, goal, first, best, since, count} of trials.byName.values()) {
		if (goal !== 'max' || count < 2 || since > 0 || !shares.test(name)) continue;
		if (best - first >= 0.03 * scaleOf(best)) return true;
	}

	return false;
}

function isHigh(best: number): boolean {
	return best >= 0.7 * scaleOf(best);
}

/** Shares are told of 1 or of 100. */
function scaleOf(best: number): number {
	return best > 1 ? 100 : 1;
}
