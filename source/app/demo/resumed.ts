import type {Scene} from './deed.ts';
import {mmengine} from './mmengine.ts';
import {about} from './random.ts';
import {falling, rising} from './ticks.ts';

/** Killed a while ago in its 25th epoch, and resumed from the last checkpoint a minute before the demo begins. */
export const resumed: Scene = function* (stage) {
	const launch = (begin: number, from: number, until?: number) =>
		mmengine(
			{
				config: 'rtmdet_tiny_ear',
				epochs: 100,
				iters: 60,
				every: 10,
				begin,
				from,
				interval: 1.5,
				pause: 2,
				loss: ({done}) => about(falling(done, 1.1, 0.28), 0.06, stage.random),
				map: ({done}) => about(rising(done, 0.78), 0.01, stage.random),
				...(until !== undefined && {until}),
			},
			stage,
		);
	yield* launch(-900, 1, -625);
	yield* launch(-80, 25);
};
