import type {Checkpoint, CheckpointKind} from '../core/run.ts';
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
	const told = toldOf(chains);
	if (lying.length === 0) return told;
	const byName = new Map(told.map(checkpoint => [nameOf(checkpoint.path), checkpoint]));
	const best = told.findLast(({kind}) => kind === 'best');
	return lying.map(checkpoint => {
		const words = byName.get(nameOf(checkpoint.path));
		if (!words) return checkpoint;
		return {
			...checkpoint,
			kind: words === best && checkpoint.kind !== 'last' ? 'best' : checkpoint.kind,
			epoch: checkpoint.epoch ?? words.epoch,
			step: checkpoint.step ?? words.step,
		};
	});
}

/** One for each path, the newest of the newest attempt last. */
function toldOf(chains: readonly Chain[]): readonly Checkpoint[] {
	const byPath = new Map<string, Checkpoint>();
	for (const {witnesses} of chains) {
		for (const told of witnesses.flatMap(({checkpoints}) => checkpoints)) {
			if (told.path === null) continue;
			byPath.delete(told.path);
			byPath.set(told.path, checkpointOf(told, told.path));
		}
	}

	return [...byPath.values()].slice(-most);
}

function checkpointOf({best, at, step, epoch}: ToldCheckpoint, path: string): Checkpoint {
	return {
		path,
		files: [path],
		kind: kindOf(best, path),
		bytes: null,
		savedAt: at,
		step,
		epoch,
		resume: 'unknown',
	};
}

function kindOf(best: boolean, path: string): CheckpointKind {
	const name = nameOf(path);
	if (best || /best/i.test(name)) return 'best';
	if (/latest|last/i.test(name)) return 'last';
	if (/final/i.test(name)) return 'final';
	return /\d/.test(name) ? 'periodic' : 'other';
}

function nameOf(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}
