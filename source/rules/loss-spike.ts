import {inOrder, median, recentOf} from '../core/curve.ts';
import {atPlace, evidenceOf, smallerRate} from '../core/finding.ts';
import {measure} from '../core/quantity.ts';
import type {Case, Heard, Rule} from '../core/rule.ts';
import {curveOf, training} from '../core/telling.ts';

const settings = {
	/** Records before it that show what is usual: at least, and at most. */
	least: 15,
	window: 40,
	/** Records in a row above what is usual. */
	records: 3,
	/** How far above the median, in median absolute deviations. */
	deviations: 8,
	/** How many times the largest usual value one of them must be. */
	times: 1.5,
	/** Share of the way down from its highest first value that it must undo: less is no alarm. */
	height: 0.5,
	/** Records back at the usual level after which it is over. */
	over: 10,
};
type Memory = {
	usual: number[];
	bound: number;
	most: number;
	level: number;
	high: Heard[];
	peak: number;
	found: boolean;
	calm: number;
	age: number;
};

/** A sudden jump of the training loss far beyond its noise; it clears when the loss comes back. */
export default {
	title: 'Loss spike',
	settings,
	begin: () => ({
		usual: [],
		bound: Number.NaN,
		most: 0,
		level: 0,
		high: [],
		peak: 0,
		found: false,
		calm: 0,
		age: 5,
	}),
	hear(memory, heard, run, limits) {
		if (
			heard.kind !== 'loss' ||
			!Number.isFinite(heard.value) ||
			run.adversarial ||
			run.rateRises
		) {
			return 'same';
		}

		const {value} = heard;
		if (memory.high.length === 0 && !memory.found) learn(memory, run, limits);
		if (!(value > memory.bound)) {
			memory.high = [];
			if (!memory.found || ++memory.calm < limits.over) return 'same';
			Object.assign(memory, {found: false, calm: 0});
			return null;
		}

		memory.calm = 0;
		memory.peak = memory.high.length === 0 ? value : Math.max(memory.peak, value);
		memory.high.push(heard);
		if (memory.found || memory.high.length < limits.records) return 'same';
		const [first] = memory.high;
		if (!first || !isSpike(memory, run, limits)) return 'same';
		memory.found = true;
		memory.high = [first];
		return {
			severity: 'warn',
			certain: false,
			message: `the loss jumped from ${measure(memory.level)} to ${measure(memory.peak)}${atPlace(first.position)}`,
			advice: `if it does not come back within some records, restart from the checkpoint before it; ${smallerRate(run.settings)}`,
			evidence: evidenceOf(
				first.source,
				`loss ${first.kind === 'loss' ? measure(first.value) : ''}`,
			),
		};
	},
	examples: [
		{
			title: 'jumps to ten times its level',
			events: training([...curveOf(60, (_, noise) => 1 + 0.02 * noise), 8, 10, 9]),
			finds: 'warn',
			raisedAt: 63,
			message: /^the loss jumped from 1\.0\d\d to 10\.0\d* at step 61$/,
		},
		{
			title: 'comes back',
			events: training([
				...curveOf(60, (_, noise) => 1 + 0.02 * noise),
				8,
				10,
				9,
				...curveOf(12, () => 1),
			]),
			finds: null,
		},
		{
			title: 'bad epochs after good ones, far below where it began',
			events: training([...curveOf(55, index => 1.8 / (index + 1)), 0.3, 0.2, 0.32, 0.15]),
			finds: null,
		},
		{
			title: 'noise of tiny batches',
			events: training(curveOf(200, (_, noise) => 1 + 0.9 * noise)),
			finds: null,
		},
	],
} satisfies Rule<Memory, typeof settings>;

/** What is usual: from the records before this one. */
function learn(memory: Memory, {curve}: Case, {least, window, deviations}: typeof settings): void {
	// What is usual changes slowly: a look every few records will do.
	if (curve.count <= least || ++memory.age < 5) return;
	memory.age = 0;
	const usual = recentOf(curve, window + 1);
	usual.pop();
	const {length} = usual;
	const sorted = inOrder(usual);
	const high = sorted[Math.floor(0.95 * (length - 1))] as number;
	memory.most = sorted[length - 1] as number;
	const middle = median(usual);
	memory.level = middle;
	for (let index = 0; index < length; index++) {
		usual[index] = Math.abs((usual[index] as number) - middle);
	}

	memory.bound = Math.max(middle + deviations * median(usual), high);
}

/** Beyond all that was usual, and large against the whole way that the loss has gone. */
function isSpike(
	{peak, level, most, high}: Memory,
	{curve}: Case,
	{times, height}: typeof settings,
): boolean {
	const usual = Math.max(most - level, (times - 1) * Math.abs(most));
	const middle = median(high.map(heard => (heard.kind === 'loss' ? heard.value : level)));
	const way = Math.max(...curve.opening) - level;
	return peak - level > usual && middle - level > height * Math.abs(way);
}
