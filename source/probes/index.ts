import branches from './branches.ts';
import checkpoints from './checkpoints.ts';
import disk from './disk.ts';
import git from './git.ts';
import gpu from './gpu.ts';
import process from './process.ts';
import results from './results.ts';
import slurm from './slurm.ts';

/** Every probe by its id. Each asks its own question, so each keeps its own type. */
export const probes = {
	branches,
	checkpoints,
	disk,
	git,
	gpu,
	process,
	results,
	slurm,
};
