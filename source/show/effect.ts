import type {RuleId} from '../core/alert.ts';
import type {RemarkWish} from '../core/remark.ts';
import type {LogSearch, LogWish} from './ui.ts';

/** What a key asked of the outside; the app performs it. */
export type Effect =
	| {readonly kind: 'quit'}
	| {readonly kind: 'redraw'}
	| {readonly kind: 'suspend'}
	| ({readonly kind: 'open-log'} & LogWish)
	| {readonly kind: 'close-log'}
	| ({readonly kind: 'seek-log'} & LogSearch)
	/** The evaluation results of this run are on the screen; null: none are any more. */
	| {readonly kind: 'show-results'; readonly run: string | null}
	/** Null: every open alert of the run. */
	| {readonly kind: 'acknowledge'; readonly run: string; readonly rule: RuleId | null}
	/** Hides, labels or annotates it; what is left out stays. */
	| {readonly kind: 'remark'; readonly run: string; readonly wish: RemarkWish}
	| {readonly kind: 'copy'; readonly text: string}
	/** Reads archived and old runs as well. */
	| {readonly kind: 'unfold'}
	/** In the user's pager or editor. */
	| {readonly kind: 'open-file'; readonly path: string; readonly line: number | null};
