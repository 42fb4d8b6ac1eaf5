import type {Rules} from '../core/rule.ts';
import crashed from './crashed.ts';
import cudaOom from './cuda-oom.ts';
import diverged from './diverged.ts';
import lossSpike from './loss-spike.ts';
import nanLoss from './nan-loss.ts';
import oscillating from './oscillating.ts';
import overfitting from './overfitting.ts';
import stalled from './stalled.ts';
import stuckLoss from './stuck-loss.ts';
import zeroMetric from './zero-metric.ts';

/** Every rule by its id; a rule stands before those it explains. */
export const rules = {
	'cuda-oom': cudaOom,
	'nan-loss': nanLoss,
	diverged,
	'stuck-loss': stuckLoss,
	'zero-metric': zeroMetric,
	oscillating,
	overfitting,
	'loss-spike': lossSpike,
	crashed,
	stalled,
} as const satisfies Rules;
