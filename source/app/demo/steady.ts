import type {Scene} from './deed.ts';
import {paddleocr} from './paddleocr.ts';
import {about} from './random.ts';
import {falling, rising} from './ticks.ts';

/** All is well, and it has a while to go. */
export const steady: Scene = stage =>
	paddleocr(
		{
			name: 'det_mv3_db',
			metric: 'hmean',
			epochs: 60,
			iters: 90,
			every: 10,
			begin: -210,
			interval: 1.4,
			pause: 2,
			loss: ({done}) => about(falling(done, 6.4, 1.6), 0.05, stage.random),
			score: ({done}) => about(rising(done, 0.79), 0.01, stage.random),
		},
		stage,
	);
