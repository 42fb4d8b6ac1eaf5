import type {Time} from '../core/event.ts';
import type {Host} from '../core/host.ts';
import type {Load, Machine} from '../core/machine.ts';

/** Milliseconds between two looks at a machine. */
const every = 5000;

/** Looks at a machine now and then. */
export type Gauge = {
	/** Looks where a look is due; what is seen is handed over, at once or a little later. */
	readonly tick: (now: Time) => void;
};

/** A gauge of processors, memory, and the disk on which a folder lies; a disk that hangs is not asked again. */
export function createGauge(
	host: Pick<Host, 'load' | 'space'>,
	folder: string,
	heard: (machine: Machine) => void,
): Gauge {
	let lookedAt = Number.NEGATIVE_INFINITY;
	let before: Load | undefined;
	let told: Machine = {cpu: null, memory: null, disk: null};
	let asking = false;

	const look = async (): Promise<void> => {
		asking = true;
		const load = host.load?.();
		const space = await host.space?.(folder).catch(() => undefined);
		told = {
			cpu: steady(told.cpu, load && before ? shareOf(before, load) : null),
			memory: steady(told.memory, load ? load.memory.used / load.memory.size : null),
			disk: steady(told.disk, space ? 1 - space.free / space.size : null),
		};
		heard(told);
		before = load;
		asking = false;
	};

	return {
		tick: now => {
			if (asking || now - lookedAt < every) return;
			lookedAt = now;
			void look();
		},
	};
}

/** How busy the processors were between two looks. */
function shareOf(before: Load, after: Load): number | null {
	const busy = after.busy - before.busy;
	const all = busy + after.idle - before.idle;
	return all > 0 ? Math.max(0, Math.min(1, busy / all)) : null;
}

/** Shares that differ by less look the same; where little is left, less counts. */
const noise = 0.04;
const fineNoise = 0.01;
const scarce = 0.9;

/** The share told before, as long as the new one hardly differs: figures and colours do not flicker where it wavers. */
function steady(before: number | null, now: number | null): number | null {
	if (before === null || now === null) return now;
	const most = Math.min(before, now) < scarce ? noise : fineNoise;
	// A tolerance for the dust of floating point.
	return Math.abs(now - before) < most - 1e-9 ? before : now;
}
