import type {Rules} from '../core/rule.ts';
import crashed from './crashed.ts';
import cudaOom from './cuda-oom.ts';
import nanLoss from './nan-loss.ts';
import stalled from './stalled.ts';
import stuckLoss from './stuck-loss.ts';
import zeroMetric from './zero-metric.ts';

/** Every rule by its id; a rule stands before those it explains. */
export const rules = {
	'cuda-oom': cudaOom,
	'nan-loss': nanLoss,
	'stuck-loss': stuckLoss,
	'zero-metric': zeroMetric,
	crashed,
	stalled,
} as const satisfies Rules;
