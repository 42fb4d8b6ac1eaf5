import type {Time} from './event.ts';

/** What became of a run's folder while it was watched. */
export type Happening = {
	readonly at: Time;
	readonly what: 'renamed' | 'moved' | 'archived' | 'gone' | 'returned' | 'follows';
	/** In words: `archived: train → train_archived_20260105_120000`. */
	readonly text: string;
};
