import type {Scene} from './deed.ts';
import {about} from './random.ts';
import {tagged} from './tagged.ts';

/** The learning rate is far too small: the loss stays where chance puts it. */
export const stuck: Scene = stage =>
	tagged(
		{
			epochs: 90,
			iters: 100,
			every: 10,
			begin: -240,
			interval: 1,
			pause: 1.5,
			batch: 16,
			rate: 1e-6,
			loss: () => about(Math.LN10, 0.001, stage.random),
			score: () => about(0.101, 0.02, stage.random),
		},
		stage,
	);
