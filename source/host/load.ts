import {cpus, freemem, totalmem} from 'node:os';
import type {Load} from '../core/machine.ts';

/** How much this machine has worked since it was started, and how much memory is in use. */
export function load(): Load {
	let busy = 0;
	let idle = 0;
	for (const {times} of cpus()) {
		busy += times.user + times.nice + times.sys + times.irq;
		idle += times.idle;
	}

	const size = totalmem();
	return {busy, idle, memory: {used: size - freemem(), size}};
}
