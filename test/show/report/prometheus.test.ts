import {describe, expect, test} from 'vitest';
import {prometheusText} from '../../../source/show/report/prometheus.ts';
import {alert, now, run, sampleRuns} from '../../kit/runs.ts';

const report = {at: now, hidden: 3, trouble: []};
const text = prometheusText({...report, runs: sampleRuns});
const lines = text.trimEnd().split('\n');
/** The lines of one metric. */
const of = (name: string, from = text) =>
	from
		.split('\n')
		.filter(line => line.startsWith(`watchexp_${name}{`) || line.startsWith(`watchexp_${name} `));

test('every line is a comment or a sample of the text format', () => {
	const sample =
		/^watchexp_[a-z_]+(?:\{[a-z]+="(?:[^"\\\n]|\\[\\"n])*"(?:,[a-z]+="(?:[^"\\\n]|\\[\\"n])*")*\})? (?:NaN|[+-]Inf|-?[\d.]+(?:e[+-]\d+)?)$/;
	for (const line of lines) {
		if (!/^# (?:HELP watchexp_[a-z_]+ .+|TYPE watchexp_[a-z_]+ gauge)$/.test(line)) {
			expect(line).toMatch(sample);
		}
	}

	expect(text.endsWith('\n')).toBe(true);
});

test('each metric is told of once, in one piece, after its help and its type', () => {
	const order = lines.map(line => /^(?:# \w+ )?(watchexp_[a-z_]+)/.exec(line)![1]!);
	const pieces = order.filter((name, index) => name !== order[index - 1]);
	expect(new Set(pieces).size).toBe(pieces.length);
	for (const name of pieces) {
		const at = order.indexOf(name);
		expect(lines[at]).toMatch(/^# HELP /);
		expect(lines[at + 1]).toBe(`# TYPE ${name} gauge`);
	}
});

test('what a run is like', () => {
	const labels = 'run="exp_20260105_143022",path="workdirs/exp_20260105_143022"';
	expect(of('run_state').filter(line => line.includes(labels))).toEqual(
		['waiting', 'running', 'quiet', 'stalled', 'finished', 'crashed', 'interrupted', 'unknown'].map(
			state => `watchexp_run_state{${labels},state="${state}"} ${state === 'crashed' ? 1 : 0}`,
		),
	);
	const find = (name: string) => of(name).find(line => line.includes(labels));
	expect(find('run_progress_ratio')).toBe(`watchexp_run_progress_ratio{${labels}} 0.61`);
	expect(find('run_best_validation')).toBe(
		`watchexp_run_best_validation{${labels},metric="val/F-score"} 0.745`,
	);
	expect(find('run_updated_timestamp_seconds')).toBe(
		`watchexp_run_updated_timestamp_seconds{${labels}} 1767608820`,
	);
	expect(find('run_eta_seconds')).toBeUndefined();
	expect(find('alert')).toBe(`watchexp_alert{${labels},rule="cuda-oom",severity="critical"} 1`);
});

test('how everything stands', () => {
	expect(of('verdict')).toEqual(['watchexp_verdict 2']);
	expect(of('runs_hidden')).toEqual(['watchexp_runs_hidden 3']);
	expect(of('alerts')).toEqual([
		'watchexp_alerts{severity="info"} 0',
		'watchexp_alerts{severity="warn"} 2',
		'watchexp_alerts{severity="critical"} 2',
	]);
});

test('a loss that is no number says so', () => {
	const runs = [
		run('a', 'running', {values: [1, Number.NaN]}),
		run('b', 'running', {values: [Number.POSITIVE_INFINITY]}),
	];
	expect(of('run_loss', prometheusText({...report, runs}))).toEqual([
		'watchexp_run_loss{run="a",path="workdirs/a",metric="train/loss"} NaN',
		'watchexp_run_loss{run="b",path="workdirs/b",metric="train/loss"} +Inf',
	]);
});

describe('labels', () => {
	test('keep quotes, backslashes and ends of lines', () => {
		const runs = [run('a"b\\c\nd', 'running', {path: '学习率'})];
		expect(of('run_verdict', prometheusText({...report, runs}))).toEqual([
			String.raw`watchexp_run_verdict{run="a\"b\\c\nd",path="学习率"} 0`,
		]);
	});

	test('cannot control a terminal', () => {
		const runs = [run('a\x1b[2J\u202Eb', 'running')];
		expect(prometheusText({...report, runs})).not.toMatch(/[\x1b\u202E]/);
	});

	test('of two runs that look the same are told once', () => {
		const runs = [
			run('a', 'running'),
			run('a', 'crashed', {alerts: [alert('crashed', 'critical', 'x')]}),
		];
		const told = prometheusText({...report, runs})
			.split('\n')
			.filter(line => /^watchexp/.test(line));
		const series = told.map(line => line.slice(0, line.lastIndexOf(' ')));
		expect(new Set(series).size).toBe(series.length);
	});
});
