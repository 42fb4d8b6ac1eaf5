import {expect, test} from 'vitest';
import {onelineText, onelineUnknown} from '../../../source/show/report/oneline.ts';
import {alert, now, run, sampleRuns} from '../../kit/runs.ts';

const report = {at: now, hidden: 0, trouble: []};

test('one line for a plugin: verdict, states, the worst trouble, numbers', () => {
	expect(onelineText({...report, runs: sampleRuns})).toBe(
		'WATCHEXP CRITICAL - 8 runs, 1 waiting, 2 running, 1 quiet, 1 stalled, 1 finished, 1 crashed, 1 interrupted; exp_20260105_143022: CUDA ran out of memory at epoch 3, step 174 | runs=8 critical=2 warning=1 waiting=1 running=2 quiet=1 stalled=1 finished=1 crashed=1 interrupted=1 unknown=0',
	);
});

test('all is well', () => {
	expect(onelineText({...report, runs: [run('a', 'running')]})).toMatch(
		/^WATCHEXP OK - 1 run, 1 running \| runs=1 critical=0 warning=0 /,
	);
});

test('names and messages can neither begin the numbers nor another line', () => {
	const runs = [
		run('a|b\nc\x1b[2J', 'crashed', {
			verdict: 'warn',
			alerts: [alert('bad-data', 'warn', 'x | y\r\nz')],
		}),
	];
	const line = onelineText({...report, runs});
	expect(line).toMatch(/^WATCHEXP WARNING - 1 run, 1 crashed; a\/b c.*: x \/ y· z \| runs=1 /);
	expect(line.match(/\|/g)).toHaveLength(1);
	expect(line).not.toMatch(/\p{Cc}/u);
});

test('what could not be looked at is unknown', () => {
	expect(onelineUnknown('no runs found: /a|b')).toBe('WATCHEXP UNKNOWN - no runs found: /a/b');
});
