import type {Example} from '../../core/rule.ts';
import {curveOf, evaluated, training} from '../../core/telling.ts';

/** Stories for the rule, and what it must say at their ends. */
export const examples: readonly Example[] = [
	{
		title: 'flat from the start',
		events: training(
			curveOf(60, (_, noise) => 2.3 + 0.02 * noise),
			200,
		),
		finds: 'warn',
		raisedAt: 50,
		message: /^the loss stays at 2\.3\d\d, where it began/,
	},
	{
		title: 'converged: flat now, but far below its start',
		events: training(
			curveOf(200, (index, noise) => 0.1 + 2 * Math.exp(-index / 8) + 0.01 * noise),
			200,
		),
		finds: null,
	},
	{
		title: 'flat, without a known plan, too early to tell',
		events: training(curveOf(60, (_, noise) => 2.3 + 0.02 * noise)),
		finds: null,
	},
	{
		title: 'flat, without a known plan, until it says that it is over',
		events: [
			...training(curveOf(60, (_, noise) => 2.3 + 0.02 * noise)),
			{kind: 'phase', phase: 'finished'},
		],
		finds: 'warn',
		raisedAt: 61,
	},
	{
		title: 'few records without a known plan, but twelve evaluations that stand still as well',
		events: Array.from({length: 16}, (_, part) => [
			...training(
				curveOf(4, (_, noise) => 2.3 + 0.02 * noise),
				undefined,
				part * 4 + 1,
			),
			evaluated({loss: 2.31}),
		]).flat(),
		finds: 'warn',
		raisedAt: 61,
	},
	{
		title: 'one record an epoch: twelve evaluations that stand still are enough',
		events: curveOf(20, (_, noise) => 2.3 + 0.02 * noise).flatMap((loss, index) => [
			...training([loss], 20, index + 1),
			evaluated({loss: 2.31}),
		]),
		finds: 'warn',
		raisedAt: 25,
	},
	{
		title: 'a learning rate of 0 stays the cause, though the metric is good',
		events: Array.from({length: 20}, (_, epoch) => [
			...[1, 2, 3].map(step => ({
				kind: 'metrics' as const,
				split: 'train' as const,
				position: {step: 3 * epoch + step, steps: 100},
				values: {loss: epoch === 0 ? 2 / step : 0.4, lr: epoch === 0 ? 0.1 : 0},
			})),
			evaluated({acc: epoch === 0 ? 0.3 : 0.8}),
		]).flat(),
		finds: 'warn',
		raisedAt: 39,
		message: /^the learning rate is 0 and the loss stays at 0\.4/,
	},
	{
		title: 'falls as far as guessing takes it, and stops there: told from half of the plan on',
		events: Array.from({length: 40}, (_, epoch) => [
			...training(
				curveOf(
					4,
					(index, noise) => 2.2 + 0.14 * Math.exp(-(epoch * 4 + index) / 15) + 0.01 * noise,
				),
				200,
				epoch * 4 + 1,
			),
			evaluated({loss: epoch === 0 ? 2.28 : 2.2 + 0.001 * (epoch % 3), acc: 0.1}),
		]).flat(),
		finds: 'warn',
		raisedAt: 124,
	},
	{
		title: 'was a third lower before: it did not stay where it began',
		events: training(
			curveOf(200, (index, noise) => (index < 100 ? 3 - 0.01 * index : 3) + 0.02 * noise),
			200,
		),
		finds: null,
	},
	{
		title: 'plateau, then it drops: withdrawn',
		events: training(
			curveOf(100, index => (index < 50 ? 2.3 : 2.3 * Math.exp((50 - index) / 5))),
			100,
		),
		finds: null,
	},
	{
		title: 'hardly falls, but validation gets better with every evaluation',
		events: Array.from({length: 10}, (_, part) => [
			...training(
				curveOf(10, (index, noise) => 2.5 - 0.002 * (part * 10 + index) + 0.05 * noise),
				200,
				part * 10 + 1,
			),
			evaluated({loss: 2.5 - 0.02 * part}),
		]).flat(),
		finds: null,
	},
	{
		title: 'batches of one jump about, but validation stands still',
		events: Array.from({length: 10}, (_, part) => [
			...training(
				curveOf(10, (_, noise) => 1 + 0.9 * noise),
				100,
				part * 10 + 1,
			),
			evaluated({loss: 1 + 0.001 * (part % 3)}),
		]).flat(),
		finds: 'warn',
	},
	{
		title: 'flat loss, but accuracy rises',
		events: [
			...training(
				curveOf(30, () => 0.7),
				100,
			),
			evaluated({acc: 0.3}),
			...training(
				curveOf(30, () => 0.7),
				100,
				31,
			),
			evaluated({acc: 0.75}),
			...training(
				curveOf(30, () => 0.7),
				100,
				61,
			),
		],
		finds: null,
	},
];
