import type {Checkpoint, CheckpointKind} from '../core/run.ts';
import type {Chain} from './chain.ts';
import type {ToldCheckpoint} from './told.ts';

const most = 200;

/** The checkpoints that lines tell of, one for each path, the newest of the newest attempt last. */
export function checkpointsOf(chains: readonly Chain[]): readonly Checkpoint[] {
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
	const name = path.slice(path.lastIndexOf('/') + 1);
	if (best || /best/i.test(name)) return 'best';
	if (/latest|last/i.test(name)) return 'last';
	if (/final/i.test(name)) return 'final';
	return /\d/.test(name) ? 'periodic' : 'other';
}
