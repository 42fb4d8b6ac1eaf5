import type {Time} from '../../core/event.ts';
import {archived} from './archived.ts';
import {cudaOom} from './cuda-oom.ts';
import type {Deed, Scene} from './deed.ts';
import {diverging} from './diverging.ts';
import {finished} from './finished.ts';
import {healthy} from './healthy.ts';
import {hung} from './hung.ts';
import {seeded} from './random.ts';
import {resumed} from './resumed.ts';
import {steady} from './steady.ts';
import {stuck} from './stuck.ts';
import {zeroMetric} from './zero-metric.ts';

const scenes: readonly Scene[] = [
	healthy,
	stuck,
	zeroMetric,
	cudaOom,
	archived,
	diverging,
	resumed,
	hung,
	steady,
	finished,
];

/** Seconds after which everything worth seeing has happened; some runs go on for minutes more. */
export const actSeconds = 75;

const readme = `These experiments are simulated.
\`watchexp demo\` writes them while it runs and removes them when it ends. Nothing here was trained.
`;

/**
Everything that happens in the demo, in order. `start` is the wall-clock time of second 0; after it
the clock of the simulation runs `speed` times as fast as ours.
*/
export function script(start: Time, speed = 1): readonly Deed[] {
	const moment = (at: number) => start + (at > 0 ? at / speed : at) * 1000;
	const deeds: Deed[] = [{kind: 'put', at: -1e6, file: 'README.txt', text: readme}];
	for (const [index, scene] of scenes.entries()) {
		deeds.push(...scene({moment, random: seeded(2026 + index)}));
	}

	return deeds.sort((a, b) => a.at - b.at);
}
