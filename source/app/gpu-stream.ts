import type {Time} from '../core/event.ts';
import type {Gpu} from '../core/gpu.ts';
import type {Host} from '../core/host.ts';
import {probes} from '../probes/index.ts';

/** The figures of GPUs, as one long-lived query tells them. */
export type GpuStream = {
	/** Begins to follow, and begins anew some time after the query ended or hung; returns at once. */
	readonly tick: (now: Time) => void;
	/** The GPUs that were told of in the last half minute. */
	readonly known: () => readonly Gpu[];
	readonly stop: () => void;
};

/** Milliseconds: how long figures hold, and after how long a silence the query hangs. */
const fresh = 30_000;
const silent = 60_000;
/** Milliseconds from the end of a query to the next one, longer each time; one that tells for so long starts over. */
const waits = [5000, 30_000, 300_000, 600_000];
const steady = 60_000;

/**
A stream that nobody follows yet; `heard` is called for every figure, and told whether it is of a GPU
that was not known. There is never more than one query: one that cannot be ended is waited for.
*/
export function createGpuStream(host: Host, heard: (isNew: boolean) => void): GpuStream {
	const gpus = new Map<number, {readonly gpu: Gpu; readonly at: Time}>();
	let stop: (() => void) | undefined;
	let begunAt = 0;
	let heardAt = 0;
	let failures = 0;
	let due = 0;
	let now = 0;
	const isFresh = ({at}: {readonly at: Time}) => now - at < fresh;

	const hear = (gpu: Gpu) => {
		const before = gpus.get(gpu.index);
		heardAt = now;
		if (now - begunAt >= steady) failures = 0;
		gpus.set(gpu.index, {gpu, at: now});
		heard(before?.gpu.uuid !== gpu.uuid || !isFresh(before));
	};
	const begin = () => {
		begunAt = now;
		heardAt = now;
		let isOver = false;
		const ended = (isUnknown: boolean) => {
			if (isOver) return;
			isOver = true;
			stop = undefined;
			// Where there is no such command there is no GPU of its kind either: none comes while we run.
			due = isUnknown
				? Number.POSITIVE_INFINITY
				: now + waits[Math.min(failures++, waits.length - 1)]!;
		};
		const end = probes.gpu.follow(host, hear, ended);
		if (!isOver) stop = end;
	};

	return {
		tick(at) {
			now = at;
			if (!stop && now >= due) begin();
			else if (stop && now - heardAt >= silent) stop();
		},
		known: () => [...gpus.values()].filter(isFresh).map(({gpu}) => gpu),
		stop: () => stop?.(),
	};
}
