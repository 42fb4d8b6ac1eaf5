import type {Time} from '../core/event.ts';
import {type Followed, smallFile} from './followed.ts';
import type {Tracked} from './tracked.ts';

/** One piece of reading to be done. */
export type Work = {
	readonly file: Followed;
	readonly run: Tracked;
	readonly how: 'preview' | 'read';
	/** When it was written, where that was heard. */
	readonly at?: Time;
};

/** What is still to be read: what was just written first, then previews of big files, then the newest. */
export type Backlog = {
	readonly add: (file: Followed, run: Tracked) => void;
	/** It was just written, at a moment. */
	readonly hurry: (file: Followed, run: Tracked, at: Time) => void;
	/** Waits for work; resolves to undefined when stopped. */
	readonly next: () => Promise<Work | undefined>;
	readonly empty: () => boolean;
	readonly stop: () => void;
};

/** A backlog with nothing in it. */
export function createBacklog(): Backlog {
	const urgent = new Map<string, Work>();
	const waiting = new Map<string, Work>();
	const previews: Work[] = [];
	const seen = new Set<string>();
	let sorted: Work[] = [];
	let stopped = false;
	let wake: (() => void) | undefined;

	const stir = () => {
		wake?.();
		wake = undefined;
	};
	const take = (): Work | undefined => {
		for (const [id, work] of urgent) {
			urgent.delete(id);
			waiting.delete(id);
			return work;
		}

		const preview = previews.pop();
		if (preview) return preview;
		if (sorted.length === 0) {
			sorted = [...waiting.values()].sort((a, b) => a.file.modifiedAt() - b.file.modifiedAt());
		}

		for (let work = sorted.pop(); work; work = sorted.pop()) {
			if (waiting.delete(work.file.id)) return work;
		}

		return undefined;
	};

	return {
		add(file, run) {
			if (waiting.has(file.id)) return;
			const work: Work = {file, run, how: 'read'};
			waiting.set(file.id, work);
			if (!seen.has(file.id)) {
				seen.add(file.id);
				sorted = [];
				if (file.size() > smallFile) {
					previews.push({file, run, how: 'preview'});
					previews.sort((a, b) => a.file.modifiedAt() - b.file.modifiedAt());
				}
			}

			stir();
		},
		hurry(file, run, at) {
			urgent.set(file.id, {file, run, how: 'read', at});
			stir();
		},
		async next() {
			for (;;) {
				if (stopped) return undefined;
				const work = take();
				if (work) return work;
				await new Promise<void>(resolve => {
					wake = resolve;
				});
			}
		},
		empty: () => urgent.size + waiting.size + previews.length === 0,
		stop() {
			stopped = true;
			stir();
		},
	};
}
