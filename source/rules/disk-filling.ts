import type {Checkpoint} from '../core/checkpoint.ts';
import type {Disk} from '../core/disk.ts';
import {evidenceOf, settingOf} from '../core/finding.ts';
import {bytes, duration} from '../core/quantity.ts';
import type {Case, Rule} from '../core/rule.ts';
import {training} from '../core/telling.ts';

const settings = {
	/** Hours in which a disk may not become full, where nobody knows how long the run takes. */
	hours: 24,
	/** Hours before it is full at which that is critical. */
	critical: 1,
	/** Bytes with which nobody can work. */
	least: 1e8,
	/** How many times longer it must last before the warning is withdrawn. */
	over: 1.5,
};
type Memory = {found: boolean};

/** At this pace the disk is full before the run ends, or the next checkpoint does not fit. */
export default {
	title: 'Disk is filling',
	settings,
	begin: () => ({found: false}),
	judge(memory, run, _now, limits) {
		const {disk, state} = run;
		memory.found =
			disk !== null && /running|quiet|stalled/.test(state) && fills(memory, run, disk, limits);
		if (!memory.found || !disk) return null;
		const {free, fullSeconds} = disk;
		const soon = fullSeconds !== null && fullSeconds < limits.critical * 3600;
		const next = nextSave(run.checkpoints);
		const tight = free < Math.max(limits.least, next);
		return {
			severity: soon || tight ? 'critical' : 'warn',
			certain: soon || tight,
			message: messageOf(run, disk, next),
			advice: adviceOf(run),
			evidence: evidenceOf(run.lastLine, `${bytes(free)} of ${bytes(disk.size)} free`),
		};
	},
	examples: [
		{
			title: 'full before the run ends',
			events: [
				{kind: 'facts', facts: {save_total_limit: 20}},
				...training([1, 0.9, 0.8, 0.7], 40_000),
			],
			disk: room(50, 10, 5),
			checkpoints: [saved('checkpoint-1', 4, 0), saved('checkpoint-2', 4, 1)],
			finds: 'warn',
			message:
				/^the disk will be full in 5h00m: 50\.0G free, 10\.0G more an hour, and the run needs 11h/,
			advice: /^2 checkpoints take 8\.0G: save_total_limit is 20, keep fewer/,
		},
		{
			title: 'it ends long before',
			events: training([1, 0.9, 0.8, 0.7], 400),
			disk: room(50, 10, 5),
			finds: null,
		},
		{
			title: 'no plan is known, and it lasts for two days',
			events: training([1, 0.9, 0.8, 0.7]),
			disk: room(480, 10, 48),
			finds: null,
		},
		{
			title: 'the next checkpoint does not fit',
			events: training([1, 0.9, 0.8, 0.7], 40_000),
			disk: room(3, 0, null),
			checkpoints: [saved('checkpoint-1', 4, 0), saved('checkpoint-2', 4, 1)],
			finds: 'critical',
			message: /^the next checkpoint may not fit: 3\.0G free, the last ones took 4\.0G$/,
		},
		{
			title: 'full, but the run is over',
			events: [...training([1, 0.9]), {kind: 'phase', phase: 'finished', text: 'done'}],
			disk: room(0, 10, 0),
			silence: 60,
			finds: null,
		},
	],
} satisfies Rule<Memory, typeof settings>;

function fills(
	{found}: Memory,
	{secondsLeft, checkpoints}: Case,
	{free, fullSeconds}: Disk,
	{hours, least, over}: typeof settings,
): boolean {
	const times = found ? over : 1;
	if (free < times * Math.max(least, nextSave(checkpoints))) return true;
	return fullSeconds !== null && fullSeconds < times * (secondsLeft ?? hours * 3600);
}

/** Bytes that the next save will take, as the largest of the last ones did; 0 where nothing was saved. */
function nextSave(checkpoints: readonly Checkpoint[]): number {
	return Math.max(0, ...checkpoints.slice(-4).map(({bytes: size}) => size ?? 0));
}

function messageOf(
	{secondsLeft}: Case,
	{free, growth, falling, fullSeconds}: Disk,
	next: number,
): string {
	if (free < next) {
		return `the next checkpoint may not fit: ${bytes(free)} free, the last ones took ${bytes(next)}`;
	}

	if (fullSeconds === null) return `the disk is nearly full: ${bytes(free)} free`;
	const pace = bytes(Math.max(growth ?? 0, falling ?? 0));
	const needs = secondsLeft === null ? '' : `, and the run needs ${duration(secondsLeft)}`;
	return `the disk will be full in ${duration(fullSeconds)}: ${bytes(free)} free, ${pace} more an hour${needs}`;
}

function adviceOf({checkpoints, settings: told}: Case): string {
	const total = checkpoints.reduce((sum, {bytes: size}) => sum + (size ?? 0), 0);
	const keep = settingOf(
		told,
		/^(?:save_total_limit|max_keep_ckpts|keep_checkpoint_max|max_to_keep|save_top_k|keep_last_n?|num_keep_ckpts)$/i,
	);
	const fewer = keep ? `${keep.name} is ${keep.value}, keep fewer` : 'keep fewer';
	const saves =
		total > 0
			? `${checkpoints.length} checkpoints take ${bytes(total)}: ${fewer}, move old ones away, or`
			: '';
	return `${saves} free space (df -h, du -sh, quota -s)`.trim();
}

/** Gibibytes free and written an hour, and hours until it is full, of an example. */
function room(free: number, growth: number, hours: number | null): Disk {
	const gibi = 2 ** 30;
	return {
		free: free * gibi,
		size: 1000 * gibi,
		growth: growth * gibi,
		falling: null,
		fullSeconds: hours === null ? null : hours * 3600,
	};
}

/** A checkpoint of an example, of so many gibibytes, saved in the n-th second. */
function saved(path: string, gibi: number, second: number): Checkpoint {
	return {
		path,
		files: [path],
		kind: 'periodic',
		bytes: gibi * 2 ** 30,
		savedAt: 1_767_607_200_000 + second * 1000,
		step: null,
		epoch: null,
		resume: 'full',
	};
}
