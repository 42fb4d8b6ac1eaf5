import {median} from '../core/curve.ts';
import {atPlace, evidenceOf} from '../core/finding.ts';
import {duration} from '../core/quantity.ts';
import type {Heard, Rule} from '../core/rule.ts';
import {trained} from '../core/telling.ts';

const settings = {
	/** Records whose median interval is one measurement. */
	records: 20,
	/** Measurements that show what is usual. */
	usual: 5,
	/** How many times slower, for how many measurements in a row. */
	times: 1.6,
	inRow: 3,
	/** Seconds per record below which nobody minds. */
	least: 0.5,
};
type Memory = {
	before: Extract<Heard, {kind: 'loss'}> | null;
	intervals: number[];
	usual: number[];
	row: number;
	found: boolean;
};

/** Steps take longer than they did: another job on the GPU, a full cache, a slow file system. */
export default {
	title: 'Slower than before',
	settings,
	begin: () => ({before: null, intervals: [], usual: [], row: 0, found: false}),
	hear(memory, heard, _run, limits) {
		if (heard.kind === 'session') {
			Object.assign(memory, {before: null, intervals: [], usual: [], row: 0, found: false});
			return null;
		}

		if (heard.kind !== 'loss') return 'same';
		const pace = paceOf(memory, heard, limits.records);
		if (pace === null) return 'same';
		if (memory.usual.length < limits.usual) {
			memory.usual.push(pace);
			return 'same';
		}

		const usual = median(memory.usual);
		const slow = pace > limits.times * usual && pace * limits.records > limits.least;
		memory.row = slow ? memory.row + 1 : 0;
		if (!slow && memory.found) {
			memory.found = false;
			return null;
		}

		if (memory.row < limits.inRow || memory.found) return 'same';
		memory.found = true;
		return {
			severity: 'warn',
			certain: false,
			message: `steps take ${(pace / usual).toFixed(1)} times as long as at first${atPlace(heard.position)}`,
			advice:
				'look who shares the GPU (nvidia-smi), the processor (top) and the disk (iostat), and at clocks lowered by heat or power',
			evidence: evidenceOf(heard.source, `${duration(pace)} a step`),
		};
	},
	examples: [
		{
			title: 'half as fast for a long while',
			events: Array.from({length: 240}, (_, index) => ({
				...trained(index + 1, 1),
				at: (index < 140 ? index : 140 + (index - 140) * 2) * 1000,
			})),
			finds: 'warn',
			message: /^steps take 2\.0 times as long as at first/,
		},
		{
			title: 'one long pause',
			events: Array.from({length: 240}, (_, index) => ({
				...trained(index + 1, 1),
				at: (index < 140 ? index : index + 600) * 1000,
			})),
			finds: null,
		},
	],
} satisfies Rule<Memory, typeof settings>;

/** Seconds a step of the last records, once there are enough of them. */
function paceOf(
	memory: Memory,
	heard: Extract<Heard, {kind: 'loss'}>,
	records: number,
): number | null {
	const {before} = memory;
	memory.before = heard;
	if (!before || heard.at === null || before.at === null) return null;
	const way = (heard.position.step ?? Number.NaN) - (before.position.step ?? Number.NaN);
	if (!(way > 0)) return null;
	memory.intervals.push((heard.at - before.at) / 1000 / way);
	if (memory.intervals.length < records) return null;
	const pace = meanOf(memory.intervals);
	memory.intervals = [];
	return pace;
}

/** Mean without the longest tenth: pauses for validation and saving are no steps. Times may be whole seconds. */
function meanOf(intervals: readonly number[]): number {
	const sorted = [...intervals].sort((a, b) => a - b).slice(0, Math.ceil(intervals.length * 0.9));
	return sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
}
