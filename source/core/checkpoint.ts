import type {Time} from './event.ts';

/** Why a checkpoint was saved. */
export type CheckpointKind = 'best' | 'last' | 'periodic' | 'final' | 'other';
/** Whether training can go on from a checkpoint. */
export type Resume = 'full' | 'weights-only' | 'partial' | 'unknown';

/** What one save wrote: a file, a set of files or a folder. */
export type Checkpoint = {
	readonly path: string;
	readonly files: readonly string[];
	readonly kind: CheckpointKind;
	readonly bytes: number | null;
	readonly savedAt: Time | null;
	readonly step: number | null;
	readonly epoch: number | null;
	readonly resume: Resume;
	/** Which file is missing or damaged, or why nothing is known; empty where all is well. */
	readonly why?: string;
	/** What it reached on the validation data, as told with it or evaluated at its place; null: not known. */
	readonly metric?: {readonly name: string; readonly value: number} | null;
	/** Symbolic links to it, as seen from the run's folder: `latest.pth`. */
	readonly aliases?: readonly string[];
};

/** A stretch of a file, in bytes. */
export type Span = {readonly offset: number; readonly length: number};

/** Asks for stretches of a file, one after the other (short at its end), and ends with what they tell. */
export type Peek = Generator<Span, Content, Uint8Array>;

/** What lies in one file of a checkpoint, as far as a few of its bytes tell; null: they do not. */
export type Content = {
	/** `torch`, `torch-legacy`, `torchscript`, `safetensors`, `pickle`, `keras`, `hdf5`, `archive`, `lfs-pointer`, `empty`, `text`, `unknown`. */
	readonly kind: string;
	/** Every byte of it is there. */
	readonly whole: boolean | null;
	readonly weights: boolean | null;
	readonly optimizer: boolean | null;
	/** Names at its top level, at most 64. */
	readonly keys: readonly string[];
	/** Numbers at its top level: `epoch`, `iter`, `global_step`, `best_fitness`. */
	readonly numbers: Readonly<Record<string, number>>;
	/** What is missing, or why nothing is known; empty where all is well. */
	readonly why: string;
};

/** Tells what a checkpoint file holds without running, unpacking or holding it. Pure. */
export type CheckpointReader = {
	readonly title: string;
	/** `name` is the file's name, `bytes` its size; a few hundred kilobytes are asked for at most. */
	readonly read: (name: string, bytes: number) => Peek;
};

/** What was found in files before, by their identity: a file that did not change is not read again. */
export type KnownContents = Map<
	string,
	{readonly bytes: number; readonly modifiedAt: Time; readonly content: Content}
>;

/** A file of which nothing could be told. */
export function unknownContent(kind: string, why: string, more: Partial<Content> = {}): Content {
	return {
		kind,
		whole: null,
		weights: null,
		optimizer: null,
		keys: [],
		numbers: {},
		why,
		...more,
	};
}

/** What lies in the folders of checkpoints of a run. */
export type Saves = {
	/** The newest ones, oldest first. */
	readonly saves: readonly Checkpoint[];
	/** Saves that were not looked at because there are too many. */
	readonly more: number;
	/** Of all files of checkpoints, those of `more` too where they were counted. */
	readonly bytes: number;
	readonly trouble: readonly string[];
};
