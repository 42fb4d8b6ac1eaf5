import type {Scene} from './deed.ts';
import {paddleocr} from './paddleocr.ts';
import {about} from './random.ts';
import {falling, rising} from './ticks.ts';

/** Done two hours ago. */
export const finished: Scene = stage =>
	paddleocr(
		{
			name: 'rec_svtr_tiny',
			metric: 'acc',
			epochs: 20,
			iters: 120,
			every: 10,
			begin: -11_000,
			interval: 14,
			pause: 30,
			loss: ({done}) => about(falling(done, 21, 0.9), 0.06, stage.random),
			score: ({done}) => about(rising(done, 0.86), 0.01, stage.random),
		},
		stage,
	);
