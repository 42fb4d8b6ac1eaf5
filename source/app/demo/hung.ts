import type {Scene} from './deed.ts';
import {mmengine} from './mmengine.ts';
import {about} from './random.ts';
import {falling, rising} from './ticks.ts';

/** Its process lives, yet nothing was written for 25 minutes. */
export const hung: Scene = function* (stage) {
	const deeds = mmengine(
		{
			config: 'mask-rcnn_r50_fpn_1x_coco',
			epochs: 12,
			iters: 500,
			every: 50,
			begin: -2100,
			interval: 8,
			pause: 20,
			loss: ({done}) => about(falling(done, 2.1, 0.6), 0.06, stage.random),
			map: ({done}) => about(rising(done, 0.37), 0.01, stage.random),
			until: -1500,
		},
		stage,
	);
	for (const deed of deeds) if (deed.kind !== 'end') yield deed;
};
