import {describe, expect, test} from 'vitest';
import type {Alert} from '../../source/core/alert.ts';
import {
	acknowledge,
	acknowledgementOf,
	onlyRules,
	regrade,
} from '../../source/judge/acknowledge.ts';
import {alert, file, run} from '../kit/runs.ts';

const place = {files: [file('log.txt')], startedAt: 5000};
const at = (offset: number) => ({file: 'id:log.txt', line: 7, offset});
const oom = alert('cuda-oom', 'warn', 'CUDA ran out of memory', {raised: at(300), since: 6000});
const known = [acknowledgementOf(oom, place, 7000)];

/** Whether each alert is quiet. */
function quiet(alerts: readonly Alert[], where = place): readonly boolean[] {
	return acknowledge(alerts, known, where).map(({acknowledged}) => acknowledged);
}

test('an acknowledgement keeps the place, the severity and the times', () => {
	expect(known).toEqual([
		{
			rule: 'cuda-oom',
			severity: 'warn',
			raised: {file: 'log.txt', offset: 300},
			since: 6000,
			startedAt: 5000,
			at: 7000,
		},
	]);
});

describe('an acknowledged alert', () => {
	test('is quiet, and the others are not', () => {
		expect(quiet([oom, alert('nan-loss', 'warn', 'NaN', {raised: at(300)})])).toEqual([
			true,
			false,
		]);
	});

	test('speaks again when it gets worse', () => {
		expect(quiet([{...oom, severity: 'critical'}])).toEqual([false]);
	});

	test('speaks again when it begins anew at another line', () => {
		expect(quiet([{...oom, raised: at(900)}])).toEqual([false]);
	});

	test('speaks again in another launch that fails at the same byte', () => {
		expect(quiet([oom], {...place, startedAt: 5_000_000})).toEqual([false]);
	});

	test('stays quiet where the beginning is not known, or known a little differently', () => {
		expect(quiet([oom], {...place, startedAt: 5040})).toEqual([true]);
		expect(acknowledge([oom], known, {...place, startedAt: 5_001})[0]!.acknowledged).toBe(true);
	});

	test('stays quiet when the file has another id but the same path', () => {
		const moved = {...place, files: [file('log.txt', {id: '9:9'})]};
		expect(quiet([{...oom, raised: {...at(300), file: '9:9'}}], moved)).toEqual([true]);
	});

	test('is told of no closed alert', () => {
		expect(quiet([{...oom, open: false, until: 6500}])).toEqual([false]);
	});
});

test('an alert that no line raised is quiet until it closed and opened again', () => {
	const stalled = alert('stalled', 'critical', 'quiet 31m', {raised: null, since: 6000});
	const seen = [acknowledgementOf(stalled, place, 7000)];
	expect(acknowledge([{...stalled, since: 9000}], seen, place)[0]!.acknowledged).toBe(true);
	const past = {...stalled, open: false, until: 8000};
	expect(acknowledge([{...stalled, since: 9000}, past], seen, place)[0]!.acknowledged).toBe(false);
});

test('the list is the same one when nothing is acknowledged', () => {
	const alerts = [oom];
	expect(acknowledge(alerts, [], place)).toBe(alerts);
	expect(acknowledge([alerts[0]!], known, {...place, files: []})[0]).toBe(oom);
});

test('a severity of the user replaces that of the rule', () => {
	const alerts = [oom, alert('stuck-loss', 'warn', 'stuck')];
	expect(regrade(alerts, {'stuck-loss': 'info'}).map(({severity}) => severity)).toEqual([
		'warn',
		'info',
	]);
	expect(regrade(alerts, {plateau: 'warn'})).toBe(alerts);
});

test('of a run only the alerts of some rules are left, and decide its verdict', () => {
	const ill = run('a', 'crashed', {alerts: [oom, alert('crashed', 'critical', 'died')]});
	expect(onlyRules(ill, ['cuda-oom'])).toMatchObject({verdict: 'warn', alerts: [oom]});
	expect(onlyRules(ill, ['plateau'])).toMatchObject({verdict: 'ok', alerts: []});
});
