import {atPlace, evidenceOf, smallerRate, widerNumbers} from '../core/finding.ts';
import type {Case, Heard, Rule, Told} from '../core/rule.ts';
import {curveOf, evaluated, trained, training} from '../core/telling.ts';

type Memory = {first: Heard | null; name: string; row: number; fine: number; evaluations: number};

/** A loss that is not a number: a single one warns, one that stays is critical and explains the rest. */
export default {
	title: 'NaN or infinite loss',
	explains: [
		'stuck-loss',
		'oscillating',
		'overfitting',
		'diverged',
		'loss-spike',
		'zero-metric',
		'plateau',
	],
	settings: {
		/** Records in a row that make it critical. */
		stays: 3,
		/** Finite records in a row after which it is over. */
		over: 20,
	},
	begin: () => ({first: null, name: '', row: 0, fine: 0, evaluations: 0}),
	hear(memory, heard, run, settings) {
		if (heard.kind === 'loss') return hearLoss(memory, heard, run, settings);
		if (heard.kind === 'evaluation') return hearEvaluation(memory, heard, run);
		if (heard.kind !== 'session') return 'same';
		Object.assign(memory, {first: null, row: 0, fine: 0, evaluations: 0});
		return null;
	},
	examples: [
		{
			title: 'one value',
			events: [trained(1, 1.5), trained(2, Number.NaN)],
			finds: 'warn',
			raisedAt: 2,
			message: /^loss is NaN at step 2$/,
		},
		{
			title: 'stays',
			events: training([1, 0.9, Number.NaN, Number.NaN, Number.POSITIVE_INFINITY]),
			finds: 'critical',
			raisedAt: 3,
			message: /^loss is NaN since step 3$/,
			advice: /learning rate/,
		},
		{
			title: 'recovers',
			events: training([1, Number.NaN, ...curveOf(25, () => 0.9)]),
			finds: null,
		},
		{
			title: 'in validation only',
			events: [
				trained(1, 1),
				evaluated({loss: Number.NaN}),
				trained(2, 0.9),
				evaluated({loss: Number.NaN}),
			],
			finds: 'critical',
			raisedAt: 2,
			message: /^val\/loss is NaN/,
		},
		{
			title: 'the average precision of a size that does not occur is none',
			events: [1, 2, 3].flatMap(step => [
				trained(step, 1 / step),
				evaluated({mAP: step / 10, APs: Number.NaN, 'IoU.train': Number.NaN}),
			]),
			finds: null,
		},
		{
			title: 'the metric that decides warns, but the loss is what proves it',
			events: [1, 2, 3].flatMap(step => [
				trained(step, 1 / step),
				evaluated({mAP: Number.NaN, loss: 1 / step}),
			]),
			finds: 'warn',
			raisedAt: 2,
			message: /^val\/mAP is NaN at step 1$/,
		},
		{
			title: 'a perfect picture has an infinite PSNR',
			events: [trained(1, 1), evaluated({psnr: Number.POSITIVE_INFINITY})],
			finds: null,
		},
		{
			title: 'an infinite gradient norm is no loss',
			events: [
				{
					kind: 'metrics',
					split: 'train',
					position: {step: 1},
					values: {loss: 1, grad_norm: Number.POSITIVE_INFINITY},
				},
			],
			finds: null,
		},
	],
} satisfies Rule<Memory, {stays: number; over: number}>;

function hearLoss(
	memory: Memory,
	heard: Extract<Heard, {kind: 'loss'}>,
	run: Case,
	settings: {readonly stays: number; readonly over: number},
): Told {
	if (Number.isFinite(heard.value)) {
		memory.row = 0;
		if (!memory.first || memory.evaluations > 0) return 'same';
		if (++memory.fine < settings.over) return 'same';
		memory.first = null;
		return null;
	}

	memory.fine = 0;
	memory.row++;
	if (!memory.first || memory.row === 1) {
		memory.first = heard;
		memory.name = `${run.lossName?.replace(/^train\//, '') ?? 'loss'} is ${wordOf(heard.value)}`;
	}

	if (memory.row > 1 && memory.row !== settings.stays) return 'same';
	return find(memory, run, memory.row >= settings.stays);
}

function hearEvaluation(
	memory: Memory,
	heard: Extract<Heard, {kind: 'evaluation'}>,
	run: Case,
): Told {
	const told = Object.entries(heard.values).filter(
		([name]) => isLoss(name) || name === run.metricName,
	);
	if (told.length === 0) return 'same';
	const bad = told.find(([name, value]) => isBad(name, value));
	if (!bad) {
		if (memory.evaluations === 0) return 'same';
		memory.evaluations = 0;
		memory.first = memory.row > 0 ? memory.first : null;
		return memory.first ? 'same' : null;
	}

	memory.evaluations++;
	if (!memory.first) {
		memory.first = heard;
		memory.name = `${bad[0]} is ${wordOf(bad[1])}`;
	} else if (memory.row > 0) {
		return 'same';
	}

	return find(memory, run, memory.evaluations >= 2 && isLoss(bad[0]));
}

/** A loss, or what is made of nothing else; a score of what does not occur in the data is NaN by definition. */
function isLoss(name: string): boolean {
	return /loss|(?:^|[\W_])(?:r?mse|mae|nll|ppl|perplexity|xent|(?:cross_?)?entropy|bp[cb]|elbo)(?:$|[\W_])/i.test(
		name,
	);
}

/** A perplexity may overflow while the loss is fine, and an error of nothing makes an infinite PSNR. */
function isBad(name: string, value: number): boolean {
	if (Number.isNaN(value)) return true;
	return !Number.isFinite(value) && /loss|mse|mae|nll/i.test(name);
}

function find(memory: Memory, run: Case, stays: boolean): Told {
	const {first, name} = memory;
	if (!first) return null;
	const place = atPlace(first.position);
	return {
		severity: stays ? 'critical' : 'warn',
		certain: stays,
		message: stays ? `${name}${place.replace(' at ', ' since ')}` : `${name}${place}`,
		advice: `${smallerRate(run.settings)}; ${widerNumbers(run.settings)}; look for a bad sample and for a log or division by zero`,
		evidence: evidenceOf(first.source, name),
	};
}

function wordOf(value: number): string {
	return Number.isNaN(value) ? 'NaN' : value > 0 ? 'inf' : '-inf';
}
