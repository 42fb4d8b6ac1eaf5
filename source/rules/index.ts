import type {Rules} from '../core/rule.ts';
import archived from './archived.ts';
import badData from './bad-data.ts';
import collectiveTimeout from './collective-timeout.ts';
import crashed from './crashed.ts';
import cudaOom from './cuda-oom.ts';
import deviceError from './device-error.ts';
import diskFilling from './disk-filling.ts';
import diskFull from './disk-full.ts';
import diverged from './diverged.ts';
import finished from './finished.ts';
import folderGone from './folder-gone.ts';
import hostOom from './host-oom.ts';
import inputBound from './input-bound.ts';
import interrupted from './interrupted.ts';
import lossSpike from './loss-spike.ts';
import nanLoss from './nan-loss.ts';
import newBest from './new-best.ts';
import noBest from './no-best.ts';
import notResumable from './not-resumable.ts';
import oscillating from './oscillating.ts';
import overfitting from './overfitting.ts';
import plateau from './plateau.ts';
import resumed from './resumed.ts';
import resumedWithoutOptimizer from './resumed-without-optimizer.ts';
import slower from './slower.ts';
import stalled from './stalled.ts';
import stuckLoss from './stuck-loss.ts';
import timeLimit from './time-limit.ts';
import zeroMetric from './zero-metric.ts';

/** Every rule by its id; a rule stands before those it explains. */
export const rules = {
	'cuda-oom': cudaOom,
	'host-oom': hostOom,
	'collective-timeout': collectiveTimeout,
	'device-error': deviceError,
	'disk-full': diskFull,
	'disk-filling': diskFilling,
	'time-limit': timeLimit,
	'nan-loss': nanLoss,
	diverged,
	'stuck-loss': stuckLoss,
	'zero-metric': zeroMetric,
	overfitting,
	oscillating,
	'loss-spike': lossSpike,
	'bad-data': badData,
	crashed,
	interrupted,
	stalled,
	slower,
	'input-bound': inputBound,
	'no-best': noBest,
	'not-resumable': notResumable,
	'resumed-without-optimizer': resumedWithoutOptimizer,
	'folder-gone': folderGone,
	plateau,
	'new-best': newBest,
	resumed,
	finished,
	archived,
} as const satisfies Rules;
