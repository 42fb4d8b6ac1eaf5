import {expect, test} from 'vitest';
import {toggleAcknowledged} from '../../source/app/acknowledging.ts';
import {changeOf, saidOf} from '../../source/app/remarking.ts';
import {openRemarks} from '../../source/app/remarks.ts';
import type {Run} from '../../source/core/run.ts';
import {acknowledge} from '../../source/judge/acknowledge.ts';
import {alert, now, run} from '../kit/runs.ts';

const at = (offset: number) => ({file: 'id:log.txt', line: 1, offset});
const ill = run('a', 'crashed', {
	alerts: [
		alert('cuda-oom', 'critical', 'CUDA ran out of memory', {raised: at(10)}),
		alert('loss-spike', 'warn', 'a spike', {raised: at(5)}),
		alert('new-best', 'info', 'a new best', {raised: at(7)}),
		alert('nan-loss', 'warn', 'NaN', {raised: at(2), open: false, until: now}),
	],
});

/** A desk, and a run as it is judged with what lies on it. */
async function begin() {
	const desk = await openRemarks({}, {ack: true}, true);
	const judged = (): Run => ({
		...ill,
		alerts: acknowledge(ill.alerts, desk.of(ill)?.acknowledged ?? [], ill),
	});
	const quiet = () =>
		judged()
			.alerts.filter(({acknowledged}) => acknowledged)
			.map(({rule}) => rule);
	return {desk, judged, quiet};
}

test('one alert is acknowledged, and the next time no longer', async () => {
	const {desk, judged, quiet} = await begin();
	expect(toggleAcknowledged(desk, judged(), 'cuda-oom', now).said).toBe('acknowledged: CUDA OOM');
	expect(quiet()).toEqual(['cuda-oom']);
	expect(toggleAcknowledged(desk, judged(), 'cuda-oom', now).said).toBe(
		'no longer acknowledged: CUDA OOM',
	);
	expect(quiet()).toEqual([]);
});

test('all open alerts of a run are acknowledged at once: first those left, then none', async () => {
	const {desk, judged, quiet} = await begin();
	toggleAcknowledged(desk, judged(), 'loss-spike', now);
	expect(toggleAcknowledged(desk, judged(), null, now).said).toBe('acknowledged: CUDA OOM');
	expect(quiet()).toEqual(['cuda-oom', 'loss-spike']);
	expect(toggleAcknowledged(desk, judged(), null, now).said).toBe(
		'no longer acknowledged: CUDA OOM, loss spike',
	);
	expect(quiet()).toEqual([]);
});

test('what is closed cannot be acknowledged', async () => {
	const {desk, judged, quiet} = await begin();
	expect(toggleAcknowledged(desk, judged(), 'nan-loss', now).said).toBe(
		'no open alert to acknowledge',
	);
	expect(quiet()).toEqual([]);
});

test('what the user writes is made fit to be kept', () => {
	expect(changeOf({label: '  the\x1b[2J\nbest ', note: ''})).toEqual({
		label: expect.not.stringMatching(/[\p{Cc}]/u),
		note: '',
	});
	expect(changeOf({hidden: true})).toEqual({hidden: true});
	expect(changeOf({label: 'x'.repeat(500)}).label).toHaveLength(80);
});

test.each([
	[{hidden: true}, 'a is hidden'],
	[{hidden: false}, 'a is shown again'],
	[{label: 'best'}, 'a: best'],
	[{label: ''}, 'a has no label'],
	[{note: 'x'}, 'noted on a'],
	[{note: ''}, 'no note on a'],
])('%j is told as: %s', (wish, said) => {
	expect(saidOf(ill, wish)).toBe(said);
});
