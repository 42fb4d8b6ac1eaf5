import {keyRows} from '../key.ts';

/** What is done with curves. */
export const curveKeys = keyRows(
	'curves',
	[
		'hair-right',
		'right l',
		'curves',
		'cross-hair to the right',
		{kind: 'hair', by: 1},
		'read values',
	],
	['hair-left', 'left h', 'curves', 'cross-hair to the left', {kind: 'hair', by: -1}],
	['metrics', 'm', 'charts', 'choose metrics from a list', {kind: 'choose'}, 'metrics'],
	['next-metric', ']', 'charts', 'next metric', {kind: 'metric', by: 1}],
	['previous-metric', '[', 'charts', 'previous metric', {kind: 'metric', by: -1}],
	['keep-metric', 'space', 'curves', 'keep this metric beside others', {kind: 'pin'}, 'keep'],
	['zoom-in', '+ =', 'charts', 'zoom in', {kind: 'zoom', by: 1}, 'zoom'],
	['zoom-out', '-', 'charts', 'zoom out', {kind: 'zoom', by: -1}],
	['pan-right', '. >', 'charts', 'later part of the curve', {kind: 'pan', by: 1}, 'pan'],
	['pan-left', ', <', 'charts', 'earlier part of the curve', {kind: 'pan', by: -1}],
	['whole-curve', '0', 'charts', 'the whole curve', {kind: 'zoom', by: 0}],
	['smooth', 'v', 'charts', 'smoothing: none, light, strong', {kind: 'smooth'}, 'smooth'],
	['log-scale', 't', 'charts', 'logarithmic or linear', {kind: 'logarithmic'}, 'log scale'],
	['x-axis', 'x', 'charts', 'x axis: step, epoch, time', {kind: 'axis'}, 'x axis'],
	['draw-metric', 'space', 'metrics', 'draw this metric, or not', {kind: 'pin'}, 'draw or not'],
);
