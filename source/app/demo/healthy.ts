import type {Scene} from './deed.ts';
import {about} from './random.ts';
import {tagged} from './tagged.ts';
import {falling, rising} from './ticks.ts';

/** All is well; it finishes before your eyes, after a little less than a minute. */
export const healthy: Scene = stage =>
	tagged(
		{
			epochs: 20,
			iters: 57,
			every: 10,
			begin: -120,
			interval: 1.2,
			pause: 1.5,
			batch: 8,
			rate: 0.007,
			loss: ({done}) => about(falling(done, 1.9, 0.11), 0.08, stage.random),
			score: ({done}) => about(rising(done, 0.88), 0.01, stage.random),
		},
		stage,
	);
