import type {Host} from './host.ts';
import type {Process} from './run.ts';

/** Who holds a file open for writing: known, known to be nobody, or not to be known. */
export type Writer =
	| {readonly kind: 'writing'; readonly process: Process}
	| {readonly kind: 'nobody'}
	| {readonly kind: 'unknown'; readonly why: string};

/** A question asked of a host now and then. */
export type Probe<Question, Answer> = {
	readonly title: string;
	/** Seconds between two askings. */
	readonly every: number;
	readonly ask: (host: Host, question: Question) => Promise<Answer>;
};
