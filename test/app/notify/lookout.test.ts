import {expect, test} from 'vitest';
import {createLimit} from '../../../source/app/notify/limit.ts';
import {createLookout, type Raised} from '../../../source/app/notify/lookout.ts';
import type {Alert} from '../../../source/core/alert.ts';
import {noRemarks} from '../../../source/core/remark.ts';
import type {Run} from '../../../source/core/run.ts';
import {alert, now, run} from '../../kit/runs.ts';

const started = now - 1000;
const nan = alert('nan-loss', 'warn', 'NaN in 3 records');
const oom = alert('cuda-oom', 'critical', 'CUDA ran out of memory');
const ill = (alerts: readonly Alert[], more: Partial<Run> = {}) =>
	run('a', 'running', {alerts, ...more});
const told = (raised: readonly Raised[]) =>
	raised.map(({run: {name}, alert: {rule, severity}}) => `${name} ${rule} ${severity}`);

test('what was open at the start is no news, what opens later is, once', () => {
	const look = createLookout('warn', started);
	expect(told(look([ill([nan])]))).toEqual([]);
	expect(told(look([ill([nan, oom])]))).toEqual(['a cuda-oom critical']);
	expect(told(look([ill([nan, oom])]))).toEqual([]);
});

test('an alert that gets worse is news, one that gets better is none', () => {
	const look = createLookout('warn', started);
	look([ill([])]);
	expect(told(look([ill([nan])]))).toEqual(['a nan-loss warn']);
	expect(told(look([ill([{...nan, severity: 'critical'}])]))).toEqual(['a nan-loss critical']);
	expect(told(look([ill([nan])]))).toEqual([]);
});

test('an alert that closed and opens again is news', () => {
	const look = createLookout('warn', started);
	look([ill([])]);
	expect(told(look([ill([oom])]))).toEqual(['a cuda-oom critical']);
	expect(told(look([ill([{...oom, open: false, until: now}])]))).toEqual([]);
	expect(told(look([ill([oom])]))).toEqual(['a cuda-oom critical']);
});

test('a run that came later tells what went wrong after the start', () => {
	const look = createLookout('warn', started);
	const alerts = [oom, {...nan, since: now}, alert('bad-data', 'warn', 'x', {since: null})];
	expect(told(look([ill(alerts)]))).toEqual(['a nan-loss warn']);
});

test('nothing is told of a run that is half read, hidden, or acknowledged, or of what may pass', () => {
	const look = createLookout('warn', started);
	look([ill([])]);
	expect(told(look([ill([oom], {partial: true})]))).toEqual([]);
	expect(told(look([ill([oom], {remarks: {...noRemarks, hidden: true}})]))).toEqual([]);
	expect(told(look([ill([{...oom, acknowledged: true}])]))).toEqual([]);
	expect(told(look([ill([{...nan, certain: false}])]))).toEqual([]);
	expect(told(look([ill([{...nan, certain: true}])]))).toEqual(['a nan-loss warn']);
});

test('news of lesser things is told where it is asked for', () => {
	const done = alert('finished', 'info', 'finished');
	const [some, all] = [createLookout('warn', started), createLookout('info', started)];
	for (const look of [some, all]) look([ill([])]);
	expect(told(some([ill([done])]))).toEqual([]);
	expect(told(all([ill([done])]))).toEqual(['a finished info']);
});

test('a rule may be told sooner than others, later, or never', () => {
	const spike = alert('loss-spike', 'warn', 'the loss jumped');
	const best = alert('new-best', 'info', 'best so far');
	const done = alert('finished', 'info', 'finished');
	const look = createLookout('warn', started, {
		'loss-spike': 'critical',
		'new-best': false,
		finished: 'info',
	});
	look([ill([])]);
	expect(told(look([ill([spike, best, done])]))).toEqual(['a finished info']);
});

test('the same thing is told at most once in ten minutes', () => {
	const may = createLimit();
	expect([0, 1, 599_999, 600_000].map(time => may('a', now + time))).toEqual([
		true,
		false,
		false,
		true,
	]);
});

test('ten things are told in a minute, and no more', () => {
	const may = createLimit();
	const first = Array.from({length: 1000}, (_, index) => may(String(index), now));
	expect(first.filter(Boolean)).toHaveLength(10);
	expect(may('later', now + 59_999)).toBe(false);
	expect(may('later', now + 60_000)).toBe(true);
});

test('a clock that is set back does not silence anything for long', () => {
	const may = createLimit();
	expect(may('a', now)).toBe(true);
	expect(may('a', now - 3_600_000)).toBe(true);
});
