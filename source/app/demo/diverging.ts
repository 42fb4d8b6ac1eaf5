import {basicsr} from './basicsr.ts';
import type {Scene} from './deed.ts';
import {about} from './random.ts';
import {falling} from './ticks.ts';

/** The learning rate is too large: the loss climbs, and is NaN from the 30th second on. */
export const diverging: Scene = stage => {
	const loss = (at: number, done: number) => {
		if (at > 30) return Number.NaN;
		const calm = falling(done, 0.07, 0.028);
		return about(at < 0 ? calm : calm * Math.exp(at / 5), 0.1, stage.random);
	};

	return basicsr(
		{
			name: 'HAT_S_x2_lr2e-3',
			rate: 0.002,
			epochs: 25,
			iters: 2000,
			every: 100,
			begin: -200,
			interval: 1.4,
			pause: 2,
			loss: ({at, done}) => loss(at, done),
			psnr: ({at}) => (at > 30 ? 6.02 : about(27.4, 0.01, stage.random)),
		},
		stage,
	);
};
