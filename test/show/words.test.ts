import {expect, test} from 'vitest';
import type {Alert} from '../../source/core/alert.ts';
import {shortMetric, troubleOf} from '../../source/show/words.ts';
import {run} from '../kit/runs.ts';

const [open] = run('a', 'crashed', {}).alerts;

test.each([
	['crashed', 'RuntimeError: shapes (3, 4) and (5, 6) differ at epoch 2', 'RuntimeError'],
	['crashed', 'KeyError: 1', 'KeyError: 1'],
	['cuda-oom', 'CUDA ran out of memory at epoch 2, step 110', 'CUDA OOM'],
] as const)('what fits into 14 columns of %s, %s: %s', (rule, message, text) => {
	const alert = {...open, rule, message, severity: 'critical', open: true, acknowledged: false};
	const crashed = {...run('a', 'crashed', {}), alerts: [alert as Alert]};
	expect(troubleOf(crashed, 14)).toEqual([text, 'bad']);
});

test.each([
	['val/coco/bbox_mAP', 20, 'coco/bbox_mAP'],
	['val/coco/bbox_mAP', 10, 'bbox_mAP'],
	['val/coco/bbox_mAP', 4, 'mAP'],
	['val/F-score', 5, 'score'],
	['val/AP@[.5:.95]', 7, 'AP@[.5…'],
	['val/mAP50-95(B)', 8, 'mAP50-9…'],
	['val/a.b', 1, 'b'],
	['val/loss', 0, ''],
])('the metric %s in %i columns is %j', (wire, columns, short) => {
	expect(shortMetric(wire, columns)).toBe(short);
});
