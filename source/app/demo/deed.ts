import type {Time} from '../../core/event.ts';

/**
One thing that happens in the simulation, `at` so many seconds after it begins; what happened
before, and lies there when the curtain rises, is negative. Paths are seen from the demo's folder.
*/
export type Deed = {
	readonly at: number;
	readonly file: string;
} /** A process writes on, and holds the file open. */ & (
	| {readonly kind: 'append'; readonly text: string}
	/** A file is written and closed. */
	| {readonly kind: 'put'; readonly text: string}
	/** A folder or a file gets another name. */
	| {readonly kind: 'move'; readonly to: string}
	/** The process that writes the file ends. */
	| {readonly kind: 'end'}
);

/** What a scene is played with; nothing else decides its deeds. */
export type Stage = {
	/** The wall-clock time of a second of the simulation. */
	readonly moment: (at: number) => Time;
	/** The next number between 0 and 1: the same ones every time. */
	readonly random: () => number;
};

/** The story of one run. */
export type Scene = (stage: Stage) => Iterable<Deed>;
