import {describe, expect, test} from 'vitest';
import type {Event, Values} from '../../source/core/event.ts';
import {curveOf, evaluated, training} from '../../source/core/telling.ts';
import {rules} from '../../source/rules/index.ts';
import {attended} from '../kit/patient.ts';

/** Rule and severity of every alert above info that a story raises, open or past. */
function alarms(events: readonly Event[]): readonly string[] {
	const {live, replayed} = attended(rules, events);
	const named = (alerts: typeof live) =>
		alerts
			.filter(({severity}) => severity !== 'info')
			.map(({rule, severity}) => `${severity} ${rule}`);
	expect(named(replayed)).toEqual(named(live));
	return named(live);
}

/** Training records with more than a loss, one a step. */
function told(records: readonly Values[], steps: number, from = 1): readonly Event[] {
	return records.map((values, index) => ({
		kind: 'metrics',
		split: 'train',
		position: {step: from + index, steps},
		values,
	}));
}

/** `count` records in ten parts, each followed by an evaluation. */
function withEvaluations(
	records: readonly Values[],
	values: (part: number) => Values,
): readonly Event[] {
	const size = Math.ceil(records.length / 10);
	return Array.from({length: 10}, (_, part) => [
		...told(records.slice(part * size, (part + 1) * size), records.length, part * size + 1),
		evaluated(values(part)),
	]).flat();
}

const series = (count: number, value: (index: number, noise: number) => number) =>
	curveOf(count, value).map(loss => ({loss}));

const healthy: Readonly<Record<string, readonly Event[]>> = {
	'warm-up in which the loss first rises with the learning rate': told(
		curveOf(
			200,
			(index, noise) =>
				0.1 + (index < 20 ? 0.2 + 0.05 * index : 1.2 * Math.exp((20 - index) / 15)) + 0.01 * noise,
		).map((loss, index) => ({loss, lr: Math.min(20, index + 1) / 20_000})),
		200,
	),
	'warm restarts of the learning rate': told(
		curveOf(
			200,
			(index, noise) => 0.2 + (index < 50 ? 2 : 1.6) * Math.exp(-(index % 50) / 10) + 0.01 * noise,
		).map((loss, index) => ({loss, lr: 0.05 * (1 + Math.cos((Math.PI * (index % 50)) / 50))})),
		200,
	),
	'a cyclic learning rate': told(
		curveOf(200, index => 2 * Math.exp(-index / 60) * (1 + 0.3 * Math.sin(index / 6))).map(
			(loss, index) => ({loss, lr: 0.01 * (1.1 + Math.sin(index / 6))}),
		),
		200,
	),
	'a learning rate that decays to nothing at the end': told(
		curveOf(200, (index, noise) => 0.2 + 2 * Math.exp(-index / 20) + 0.005 * noise).map(
			(loss, index) => ({loss, lr: index < 170 ? 0.01 * (1 - index / 170) : 0}),
		),
		200,
	),
	'a plateau of a fifth of the plan, then a drop': told(
		series(
			200,
			(index, noise) => (index < 40 ? 2.3 : 2.3 * Math.exp((40 - index) / 15)) + 0.01 * noise,
		),
		200,
	),
	'batches of one: the training loss jumps about, the validation improves': withEvaluations(
		series(200, (index, noise) => Math.abs(Math.exp(-index / 100) * (1 + 1.5 * noise))),
		part => ({loss: 1 / (part + 1), acc: 0.3 + 0.06 * part}),
	),
	'two networks that play against each other': told(
		curveOf(200, (_, noise) => 1.38 + 0.2 * noise).map((loss, index) => ({
			d_loss: loss,
			g_loss: 0.7 + index / 100,
		})),
		200,
	),
	'a likelihood that goes below zero': withEvaluations(
		series(200, (index, noise) => 1 - index / 40 + 0.05 * noise),
		part => ({loss: 1 - part / 2}),
	),
	'a loss that rises by design while the metric improves': withEvaluations(
		series(200, (index, noise) => 1 + index / 500 + 0.01 * noise),
		part => ({acc: 0.9 - 0.7 / (part + 1)}),
	),
	'KL warm-up: both losses rise with the weight of a term, reconstruction gets better': Array.from(
		{length: 20},
		(_, part) => [
			...told(
				curveOf(10, (index, noise) => {
					const weight = Math.min(1, (part * 10 + index) / 100);
					return 1.5 + 6 * Math.exp(-(part * 10 + index) / 12) + 2.2 * weight + 0.05 * noise;
				}).map((loss, index) => ({
					loss,
					recon: 1.5 / (part + 1),
					kl: 2 + 0.01 * index,
				})),
				200,
				part * 10 + 1,
			),
			evaluated({loss: 1.6 + 2.2 * Math.min(1, part / 10) + 2 / (part + 1)}),
		],
	).flat(),
	'contrastive pairs whose temperature rises: the loss does, what is found does too':
		withEvaluations(
			curveOf(200, (index, noise) => 1 + index / 150 + 0.02 * noise).map((loss, index) => ({
				loss,
				temperature: 0.07 + index / 250,
			})),
			part => ({loss: 1.1 + part / 8, 'recall@1': 0.2 + 0.07 * part}),
		),
	'contrastive pairs whose temperature falls: a flat loss, more is found': withEvaluations(
		curveOf(200, (_, noise) => 3.4 + 0.05 * noise).map((loss, index) => ({
			loss,
			temperature: 0.5 - index / 500,
		})),
		part => ({'recall@1': 0.1 + 0.06 * part}),
	),
	'a curriculum that grows harder: the loss comes down and rises a little again': withEvaluations(
		series(
			200,
			(index, noise) =>
				0.6 + 2 * Math.exp(-index / 15) + 0.1 * Math.floor(index / 50) + 0.02 * noise,
		),
		part => ({loss: 1.5 / (part + 1), acc: 0.4 + 0.05 * part}),
	),
	'a policy that is trained by its reward': told(
		curveOf(200, (index, noise) => 0.01 * (1 + index / 10) * (1 + 0.5 * noise)).map(
			(loss, index) => ({
				loss,
				ep_rew_mean: index / 10,
			}),
		),
		200,
	),
	'a fine-tune that starts where it ends': [
		{kind: 'facts', facts: {pretrained: true}},
		...told(
			series(200, (_, noise) => 0.31 + 0.01 * noise),
			200,
		),
	],
	'a log that begins in the middle of a training': training(
		curveOf(200, (_, noise) => 2.8 + 0.05 * noise),
		100_000,
		38_501,
	),
	'a resumed run whose steps go back': [
		...training(
			curveOf(60, index => 2 * Math.exp(-index / 20)),
			200,
		),
		{kind: 'phase', phase: 'resumed'},
		...training(
			curveOf(120, index => 2 * Math.exp(-(index + 40) / 20)),
			200,
			41,
		),
	],
	'evaluations of thirty pictures that jump about a good level': withEvaluations(
		series(200, index => Math.exp(-index / 15)),
		part => ({loss: part === 0 ? 0.9 : 0.1 + 0.1 * (part % 2), accuracy: 0.9 + 0.03 * (part % 3)}),
	),
	'a metric that is zero in the first fifth of the plan': withEvaluations(
		series(200, index => Math.exp(-index / 60)),
		part => ({'F-score': part < 2 ? 0 : 0.1 * part}),
	),
};

describe('look-alikes are left in peace', () => {
	test.each(Object.entries(healthy))('%s', (_, events) => {
		expect(alarms(events)).toEqual([]);
	});
});

describe('what they look like is told', () => {
	test('the same rise without a rising learning rate has diverged', () => {
		const losses = curveOf(200, (index, noise) => (index < 40 ? 0.5 : 2) + 0.02 * noise);
		expect(alarms(training(losses, 200))).toContain('critical diverged');
	});

	test('the same flat loss without trained weights is stuck', () => {
		const losses = curveOf(200, (_, noise) => 0.31 + 0.001 * noise);
		expect(alarms(training(losses, 200))).toEqual(['warn stuck-loss']);
	});

	test('a validation loss that only rises while training falls is overfitting', () => {
		const events = withEvaluations(
			series(200, index => Math.exp(-index / 40)),
			part => ({loss: part < 3 ? 1 - part / 5 : 0.6 + (part - 2) / 5}),
		);
		expect(alarms(events)).toEqual(['warn overfitting']);
	});
});
