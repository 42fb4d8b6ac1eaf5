import checkpoints from './checkpoints.ts';
import process from './process.ts';

/** Every probe by its id. Each asks its own question, so each keeps its own type. */
export const probes = {
	checkpoints,
	process,
};
