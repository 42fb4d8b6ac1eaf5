import {setTimeout as pause, setImmediate} from 'node:timers/promises';
import type {Time} from '../core/event.ts';
import type {Backlog, Work} from './backlog.ts';
import {slice} from './survey.ts';
import type {Tracked} from './tracked.ts';

/** The one reader of all files, which takes turns with keys and frames. */
export type Turns = {
	/** Reads what waits, in slices, until the backlog is stopped; `rest` is called after every slice. */
	readonly read: (rest: (run: Tracked) => void) => Promise<void>;
	/** A key was pressed: reading gives way until its frame is drawn. */
	readonly giveWay: () => void;
};

/** Milliseconds that reading leaves to a key and its frame. */
const courtesy = 25;

/** A reader that begins when it is told to. */
export function createTurns(backlog: Backlog, clock: () => Time): Turns {
	let quietUntil = 0;

	async function breathe(): Promise<void> {
		await setImmediate();
		const left = quietUntil - performance.now();
		if (left > 0) await pause(left);
	}

	async function take({file, run, how, at}: Work): Promise<void> {
		const begun = performance.now();
		if (how === 'preview') {
			await file.preview();
			run.stale = true;
			return;
		}

		const before = file.changes();
		let more = await file.step(at ?? clock(), true);
		while (more && performance.now() - begun < slice) more = await file.step(clock(), true);
		if (more) backlog.add(file, run);
		run.stale ||= file.changes() !== before;
	}

	return {
		read: async rest => {
			for (let next = await backlog.next(); next; next = await backlog.next()) {
				await take(next);
				rest(next.run);
				await breathe();
			}
		},
		giveWay: () => {
			quietUntil = performance.now() + courtesy;
		},
	};
}
