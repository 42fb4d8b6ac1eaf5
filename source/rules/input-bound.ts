import type {EventOf} from '../core/event.ts';
import {evidenceOf, settingOf} from '../core/finding.ts';
import {percent} from '../core/quantity.ts';
import type {Rule} from '../core/rule.ts';

const settings = {
	/** Records that are averaged; the first ones, that warm up, left out. */
	records: 50,
	warmUp: 20,
	/** Share of a step's time spent waiting for data. */
	share: 1 / 3,
	/** Share below which it is over. */
	over: 0.2,
	/** Seconds a step below which nobody minds. */
	least: 0.05,
};
type Memory = {
	seen: number;
	epoch: number | undefined;
	opened: boolean;
	waited: number;
	total: number;
	count: number;
	found: boolean;
};

/** The GPU waits for data. */
export default {
	title: 'Waits for data',
	settings,
	begin: () => ({
		seen: 0,
		epoch: undefined,
		opened: false,
		waited: 0,
		total: 0,
		count: 0,
		found: false,
	}),
	hear(memory, heard, run, limits) {
		if (heard.kind !== 'loss' || heard.dataSeconds === null || heard.stepSeconds === null)
			return 'same';
		if (opensEpoch(memory, heard.position.epoch) || ++memory.seen <= limits.warmUp) return 'same';
		memory.waited += heard.dataSeconds;
		memory.total += heard.stepSeconds;
		if (++memory.count < limits.records) return 'same';
		const share = memory.waited / memory.total;
		const slow = memory.total / memory.count >= limits.least;
		Object.assign(memory, {waited: 0, total: 0, count: 0});
		if (!slow || share < (memory.found ? limits.over : limits.share)) {
			const before = memory.found;
			memory.found = false;
			return before ? null : 'same';
		}

		memory.found = true;
		const workers = settingOf(
			run.settings,
			/^(?:num_)?workers(?:_per_gpu)?$|^num_worker(?:_per_gpu)?$/i,
		);
		return {
			severity: 'warn',
			certain: true,
			message: `${percent(share)} of each step is spent waiting for data`,
			advice: `${workers ? `${workers.name} is ${workers.value}: try twice as many` : 'more loader workers'}, pinned memory, data on a local disk, or smaller or pre-decoded files`,
			evidence: evidenceOf(heard.source, `${percent(share)} waiting`),
		};
	},
	judge(memory, run) {
		if (run.state !== 'finished' || !memory.found) return 'same';
		memory.found = false;
		return null;
	},
	examples: [
		{
			title: 'half of each step',
			events: [{kind: 'facts', facts: {num_workers: 2}}, ...steps(0.4, 0.8)],
			finds: 'warn',
			message: /^50% of each step is spent waiting for data$/,
			advice: /^num_workers is 2/,
		},
		{
			title:
				'of fifty steps one is told, and the first of each epoch, that waits for the loaders to start',
			events: steps(0.02, 0.2).map((step, index) =>
				index % 20 === 0 ? {...step, values: {loss: 1, time: 2.2, data_time: 2}} : step,
			),
			finds: null,
		},
		{
			title: 'one record for each epoch',
			events: steps(0.4, 0.8).map(step => ({...step, position: {epoch: step.position?.step ?? 0}})),
			finds: 'warn',
		},
		{
			title: 'it is over: nothing waits any longer',
			events: [...steps(0.4, 0.8), {kind: 'phase', phase: 'finished'}],
			finds: null,
		},
		{title: 'a tenth of each step', events: steps(0.08, 0.8), finds: null},
		{title: 'steps of a few milliseconds', events: steps(0.002, 0.004), finds: null},
	],
} satisfies Rule<Memory, typeof settings>;

/**
The first step of an epoch waits for the loaders to start: of few steps that are told it is one too many.
Where an epoch is told in one record, that is no such step.
*/
function opensEpoch(memory: Memory, epoch: number | undefined): boolean {
	const before = memory.opened;
	memory.opened = epoch !== undefined && epoch !== memory.epoch;
	memory.epoch = epoch;
	return memory.opened && !before;
}

function steps(data_time: number, time: number): ReadonlyArray<EventOf<'metrics'>> {
	return Array.from({length: 80}, (_, index) => ({
		kind: 'metrics',
		split: 'train',
		position: {step: index + 1, epoch: Math.floor(index / 20)},
		values: {loss: 1 / (index + 1), time, data_time},
	}));
}
