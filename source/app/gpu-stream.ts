import type {Time} from '../core/event.ts';
import type {Gpu} from '../core/gpu.ts';
import type {Host} from '../core/host.ts';
import {probes} from '../probes/index.ts';

/** The figures of GPUs, as one long-lived query tells them. */
export type GpuStream = {
	/** Begins to follow, and begins anew where nothing was heard for long; returns at once. */
	readonly tick: (now: Time) => void;
	/** The GPUs that were told of in the last half minute. */
	readonly known: () => readonly Gpu[];
	readonly stop: () => void;
};

/** Milliseconds: how long figures hold, and after how long a silence the stream has ended or hangs. */
const fresh = 30_000;
const silent = 600_000;

/** A stream that nobody follows yet; `heard` is called for every figure. */
export function createGpuStream(host: Host, heard: () => void): GpuStream {
	const gpus = new Map<number, {readonly gpu: Gpu; readonly at: Time}>();
	let stop: (() => void) | undefined;
	let heardAt = 0;
	let now = 0;
	return {
		tick(at) {
			now = at;
			if (stop && now - heardAt < silent) return;
			stop?.();
			heardAt = now;
			stop = probes.gpu.follow(host, gpu => {
				heardAt = now;
				gpus.set(gpu.index, {gpu, at: now});
				heard();
			});
		},
		known: () => [...gpus.values()].filter(({at}) => now - at < fresh).map(({gpu}) => gpu),
		stop: () => stop?.(),
	};
}
