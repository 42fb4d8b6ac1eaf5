import type {Checkpoint} from '../../core/checkpoint.ts';
import type {Progress, Settings, State, Validation} from '../../core/run.ts';

/** What of a run says how it saves, and how it should. */
export type Saving = {
	readonly folder: string;
	readonly state: State;
	readonly settings: Settings | null;
	/** Those that lie on disk. */
	readonly checkpoints: readonly Checkpoint[];
	readonly progress: Pick<Progress, 'epoch' | 'step'>;
	readonly validation: Pick<Validation, 'best'>;
};
