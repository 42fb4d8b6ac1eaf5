import type {Scene} from './deed.ts';
import {about} from './random.ts';
import {tagged} from './tagged.ts';
import {falling} from './ticks.ts';

/** The loss falls, yet no evaluation finds a single box: the labels do not fit. */
export const zeroMetric: Scene = stage =>
	tagged(
		{
			epochs: 80,
			iters: 80,
			every: 10,
			begin: -180,
			interval: 1.1,
			pause: 1.5,
			batch: 8,
			rate: 0.005,
			loss: ({done}) => about(falling(done, 1.7, 0.3), 0.07, stage.random),
			score: () => 0,
		},
		stage,
	);
