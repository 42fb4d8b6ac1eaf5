import type {Example} from '../../core/rule.ts';
import {curveOf, evaluated, training} from '../../core/telling.ts';

/** Stories for the rule, and what it must say at their ends. */
export const examples: readonly Example[] = [
	{
		title: 'rises and stays up',
		events: training([
			...curveOf(30, (index, noise) => 2 * Math.exp(-index / 10) + 0.02 * noise),
			...curveOf(30, (_, noise) => 9 + noise),
		]),
		finds: 'critical',
		message: /^the loss rose to 8\.\d+ at step 3\d, it began at /,
		advice: /learning rate/,
	},
	{
		title: 'what rises on and on is told after eight records',
		events: training(curveOf(40, index => (index < 20 ? 1 : 1.5 * 1.2 ** (index - 20)))),
		finds: 'critical',
		raisedAt: 31,
	},
	{
		title: 'the first batches were easy: training rises above them, validation does not',
		events: Array.from({length: 12}, (_, part) => [
			...training(
				curveOf(10, (_, noise) => (part === 0 ? 0.02 : 0.07) + 0.01 * part * noise),
				120,
				part * 10 + 1,
			),
			evaluated({loss: 0.075, acc: 0.96}),
		]).flat(),
		finds: null,
	},
	{
		title: 'swings between its first level and twice as much',
		events: training(curveOf(120, (index, noise) => 1.5 + Math.sin(index) + 0.1 * noise)),
		finds: null,
	},
	{
		title: 'began exploded: 1e9 and more, up and down by orders of magnitude',
		events: training(curveOf(40, index => 1e12 * 0.1 ** (index % 4))),
		finds: 'warn',
		message: /from its first records on$/,
	},
	{
		title: 'a loss in a unit of its own: 1e23, hardly moving',
		events: training(curveOf(40, index => 3.6e23 - 1e19 * index)),
		finds: null,
	},
	{
		title: 'a jump by five orders of magnitude that comes half the way back and stays there',
		events: training([
			...curveOf(30, index => 0.2 * Math.exp(-index / 10) + 0.01),
			...curveOf(50, (index, noise) => 14_000 * 0.4 ** index + 0.5 + 0.05 * noise),
		]),
		finds: 'critical',
	},
	{
		title: 'a spike that recovers within ten records',
		events: training([...curveOf(30, () => 1), ...curveOf(8, () => 9), ...curveOf(30, () => 0.9)]),
		finds: null,
	},
	{
		title: 'a warm restart of the learning rate',
		events: training(
			curveOf(90, index => 0.3 + (index < 45 ? 2 : 0.8) * Math.exp(-(index % 45) / 10)),
		),
		finds: null,
	},
];
