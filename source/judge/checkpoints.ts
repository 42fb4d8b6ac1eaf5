import type {Checkpoint} from '../core/checkpoint.ts';
import {readName} from '../core/checkpoint-name.ts';
import type {Validation} from '../core/run.ts';
import type {Chain} from './chain.ts';
import type {ToldCheckpoint} from './told.ts';

const most = 200;

/**
The checkpoints of a run: those that lie on disk, with what lines tell of them; where none do, those
that lines tell of.
*/
export function checkpointsOf(
	chains: readonly Chain[],
	lying: readonly Checkpoint[] = [],
): readonly Checkpoint[] {
	const all = chains.flatMap(({witnesses}) => witnesses.flatMap(({checkpoints}) => checkpoints));
	const told = newestByPath(all);
	if (lying.length === 0) return told;
	const byName = Map.groupBy(told, ({path}) => nameOf(path));
	const best = told.findLast(({kind}) => kind === 'best');
	const named = lying.filter(({kind}) => kind === 'best');
	return lying.map(checkpoint => {
		const words = wordsOf(checkpoint, byName.get(nameOf(checkpoint.path)) ?? []);
		// `Best model saved` names no file: it means the only one that is called so.
		const lone = named.length === 1 && named[0] === checkpoint ? all.findLast(isBest) : undefined;
		return {
			...checkpoint,
			kind: words && words === best && checkpoint.kind !== 'last' ? 'best' : checkpoint.kind,
			epoch: checkpoint.epoch ?? (words ?? lone)?.epoch ?? null,
			step: checkpoint.step ?? (words ?? lone)?.step ?? null,
			metric: words?.metric ?? metricOf(lone),
		};
	});
}

/** With the value of the primary metric where an evaluation stands at the place of a checkpoint. */
export function withMetrics(
	checkpoints: readonly Checkpoint[],
	{evaluations, primary}: Pick<Validation, 'evaluations' | 'primary'>,
): readonly Checkpoint[] {
	if (primary === null || checkpoints.length === 0) return checkpoints;
	const told = evaluations.filter(({values}) => values[primary] !== undefined);
	const byStep = new Map(told.map(one => [one.step, one]));
	// Where an epoch was evaluated more than once, it does not tell which of them is meant.
	const byEpoch = new Map(
		[...Map.groupBy(told, ({epoch}) => epoch)].flatMap(([epoch, [one, ...more]]) =>
			one && more.length === 0 ? [[epoch, one] as const] : [],
		),
	);
	const names = new Map(
		[...Object.keys(told.at(-1)?.values ?? {})].map(name => [bare(name), name]),
	);
	return checkpoints.map(one => {
		if (one.metric) {
			const name = one.metric.name === '' ? primary : names.get(one.metric.name);
			return name === undefined ? one : {...one, metric: {...one.metric, name}};
		}

		const {step, epoch} = one;
		const at =
			(step === null ? undefined : byStep.get(step)) ??
			(epoch === null ? undefined : byEpoch.get(epoch));
		const value = at?.values[primary];
		return value === undefined ? one : {...one, metric: {name: primary, value}};
	});
}

/** `val/F-score` → F-score. */
function bare(name: string): string {
	return name.slice(name.indexOf('/') + 1);
}

function metricOf(told: ToldCheckpoint | undefined): NonNullable<Checkpoint['metric']> | null {
	const {monitor = null, value = null} = told ?? {};
	return value === null ? null : {name: monitor ?? '', value};
}

function isBest({best}: ToldCheckpoint): boolean {
	return best;
}

/** What lines tell of a checkpoint: the paths in them begin anywhere, or are names alone. */
function wordsOf({path}: Checkpoint, told: readonly Checkpoint[]): Checkpoint | undefined {
	return (
		told.findLast(one => `/${one.path}`.endsWith(`/${path}`)) ??
		told.findLast(one => `/${path}`.endsWith(`/${one.path}`))
	);
}

/** One for each path, the newest of the newest attempt last. */
function newestByPath(all: readonly ToldCheckpoint[]): readonly Checkpoint[] {
	const byPath = new Map<string, Checkpoint>();
	for (const told of all) {
		if (told.path === null) continue;
		byPath.delete(told.path);
		byPath.set(told.path, checkpointOf(told, told.path));
	}

	return [...byPath.values()].slice(-most);
}

function checkpointOf(told: ToldCheckpoint, path: string): Checkpoint {
	const {best, at, step, epoch} = told;
	return {
		path,
		files: [path],
		kind: best ? 'best' : readName(nameOf(path)).kind,
		bytes: null,
		savedAt: at,
		step,
		epoch,
		resume: 'unknown',
		metric: metricOf(told),
	};
}

function nameOf(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}
