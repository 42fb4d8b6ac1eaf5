import {createCurve} from '../core/curve.ts';
import {goalOf} from '../core/metric.ts';
import type {Case} from '../core/rule.ts';
import type {Run} from '../core/run.ts';
import {createTrials} from '../core/trials.ts';
import type {Chain} from './chain.ts';
import {accountsOf} from './measured.ts';
import {lossOf} from './tally.ts';

/** A case while its story is told. */
export type OpenCase = {-readonly [K in keyof Case]: Case[K]} & {
	/** Its settings say that it began from trained weights. */
	warm: boolean;
};

/** A case of which nothing is known yet. */
export function emptyCase(): OpenCase {
	return {
		state: 'waiting',
		why: '',
		archived: false,
		heardAt: null,
		lossName: null,
		metricName: null,
		goal: null,
		fraction: null,
		settings: {},
		curve: createCurve(),
		trials: createTrials(),
		adversarial: false,
		rateRises: false,
		pretrained: false,
		warm: false,
		checkpoints: [],
		disk: null,
		secondsLeft: null,
		scheduler: null,
		process: null,
		gone: false,
		lastLine: null,
	};
}

/** The training loss by which the main files tell their story. */
export function lossNameOf(main: Chain): string | null {
	const train = accountsOf(main).filter(({split}) => split === 'train');
	const names = new Set(train.map(({name}) => name));
	for (const {witness} of main.attempt.toReversed()) {
		const name = lossOf(witness);
		if (name !== null && names.has(name)) return name;
	}

	return null;
}

const gan =
	/(?:^|[\W_])(?:d|g|gan|disc(?:riminator)?|critic)_?(?:loss|real|fake|gan)|loss_?(?:d|g|gan|disc)(?:$|[\W_])|(?:^|[\W_])l_d(?:$|_)|_gan(?:$|[\W_])|wasserstein/i;

const reward = /(?:^|[\W_])(?:rew|rewards?|returns?)(?:$|[\W_])/i;

/** What rules may know of a run before its story: settings, and what kind of training it is. */
export function describe(patient: OpenCase, run: Run, main: Chain): void {
	const names = main.witnesses.flatMap(({tables}) => [
		...tables.train.told.keys(),
		...tables.val.told.keys(),
	]);
	const loss = lossNameOf(main);
	patient.adversarial =
		names.some(name => gan.test(name) || reward.test(name)) ||
		(loss !== null && goalOf(loss) === 'max');
	patient.settings = {
		...Object.fromEntries(main.witnesses.flatMap(({facts}) => [...facts])),
		...run.settings?.values,
	};
	patient.warm = Object.entries(patient.settings).some(([name, value]) => isWarm(name, value));
}

/** The first thing told lies far from the beginning: it goes on from a checkpoint, or its log was cut. */
export function startsLate({launches}: Chain): boolean {
	const [first] = launches;
	if (!first) return false;
	const {session, witness} = first;
	const {firstStep, firstEpoch, resumed} = session;
	if (resumed === true) return true;
	return (firstStep ?? 0) > 20 * Math.max(5, witness.counting.interval) || (firstEpoch ?? 0) >= 3;
}

/** Settings that name what a run begins from. */
const beginnings =
	/(?:^|\.)(?:pretrain(?:ed)?(?:_(?:model|weights?|path|checkpoint|network_g))?|load_from|resume_from|fine_?tune(?:_from)?|init_(?:from|checkpoint)|warm_start)$/i;

function isWarm(name: string, value: unknown): boolean {
	if (!beginnings.test(name)) return false;
	return typeof value === 'string' ? !/^(?:none|null|false|)$/i.test(value) : value === true;
}
