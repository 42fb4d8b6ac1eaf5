import {expect, test} from 'vitest';
import {isStruck} from '../../source/app/doubt.ts';
import type {RuleId, Severity} from '../../source/core/alert.ts';
import type {Run} from '../../source/core/run.ts';
import {run} from '../kit/runs.ts';

const now = Date.UTC(2026, 0, 5, 10);

/** Whether a run is struck that told of trouble so many seconds ago and was asked for so many seconds ago. */
function struck(rule: RuleId, severity: Severity, silent: number, asked: number): boolean {
	const alert = {rule, severity, open: true} as Run['alerts'][number];
	const told = {...run('a', 'running', {}), updatedAt: now - silent * 1000, alerts: [alert]};
	return isStruck({run: told, askedAt: now - asked * 1000}, now);
}

test('two seconds after CUDA ran out of memory it is asked whether anybody still writes', () => {
	expect(struck('cuda-oom', 'critical', 1, 60)).toBe(false);
	expect(struck('cuda-oom', 'critical', 3, 60)).toBe(true);
});

test('a process that takes long to die is asked for again when its silence has doubled', () => {
	expect(struck('cuda-oom', 'critical', 3, 1)).toBe(false);
	expect(struck('cuda-oom', 'critical', 5, 3)).toBe(true);
	expect(struck('cuda-oom', 'critical', 9, 2)).toBe(false);
	expect(struck('cuda-oom', 'critical', 12, 7)).toBe(true);
});

test('a run that went on after an error, or whose loss is bad, is not asked for', () => {
	expect(struck('cuda-oom', 'warn', 4, 60)).toBe(false);
	expect(struck('nan-loss', 'critical', 4, 60)).toBe(false);
});
