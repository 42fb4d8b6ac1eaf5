import {expect, test} from 'vitest';
import type {Alert} from '../../source/core/alert.ts';
import {troubleOf} from '../../source/show/words.ts';
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
