import {expect, test} from 'vitest';
import type {Alert, RuleId} from '../../source/core/alert.ts';
import {troubleOf} from '../../source/show/words.ts';
import {run} from '../kit/runs.ts';

const troubled = (rule: RuleId, message: string) => {
	const alert: Alert = {
		rule,
		message,
		severity: 'critical',
		certain: true,
		advice: '',
		evidence: [],
		since: null,
		until: null,
		open: true,
		raised: null,
		acknowledged: false,
	};
	return {...run('a', 'crashed'), alerts: [alert]};
};

test.each([
	['crashed', 'FileNotFoundError: [Errno 2] No such file: data.txt', 12, 'FileNotFound'],
	['crashed', 'FileNotFoundError: [Errno 2] No such file: data.txt', 17, 'FileNotFoundError'],
	['crashed', 'SubprocessTerminatedUnexpectedlyError: 1', 12, 'crashed'],
	['stalled', 'quiet 25m, usual 8s, stalls at 3m', 12, 'quiet 25m'],
	['stalled', 'quiet 25m, usual 8s, stalls at 3m', 20, 'quiet 25m, usual 8s'],
	['cuda-oom', 'CUDA ran out of memory at epoch 2', 12, 'CUDA OOM'],
] as const)('%s: %j in %d columns is %j', (rule, message, columns, text) => {
	expect(troubleOf(troubled(rule, message), columns)[0]).toBe(text);
});
