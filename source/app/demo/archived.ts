import {basicsr} from './basicsr.ts';
import type {Scene} from './deed.ts';
import {about} from './random.ts';
import {compact} from './stamp.ts';
import {falling, rising} from './ticks.ts';

/** Launched anew after 25 seconds: BasicSR renames the folder that is there and starts from nothing. */
export const archived: Scene = function* (stage) {
	const name = 'SAFMN_x4_DF2K';
	const launch = (begin: number, rate: number, until?: number) =>
		basicsr(
			{
				name,
				rate,
				epochs: 25,
				iters: 2000,
				every: 100,
				begin,
				interval: 1.3,
				pause: 2,
				loss: ({done}) => about(falling(done, 0.061, 0.021), 0.12, stage.random),
				psnr: ({done}) => 24 + about(rising(done, 4.9), 0.01, stage.random),
				...(until !== undefined && {until}),
			},
			stage,
		);
	yield* launch(-260, 0.001, 22);
	const folder = `experiments/${name}`;
	yield {kind: 'move', at: 25, file: folder, to: `${folder}_archived_${compact(stage.moment(25))}`};
	yield* launch(29, 0.002);
};
