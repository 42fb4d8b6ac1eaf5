import type {Alert, RuleId, Severity} from '../core/alert.ts';
import type {Disk} from '../core/disk.ts';
import type {Time} from '../core/event.ts';
import {parseWireName} from '../core/metric.ts';
import {age, bytes, count, duration, measure} from '../core/quantity.ts';
import type {Mark, Run, State} from '../core/run.ts';
import type {Tone} from './lines.ts';
import {clean, cutEnd, widthOf} from './width.ts';
import {worstAlert} from './worst-alert.ts';

/** `79.0G free, 10.0G more an hour: full in 7h54m`: the room where a run writes. */
export function diskText({free, growth, falling, fullSeconds}: Disk): string {
	const pace = Math.max(growth ?? 0, falling ?? 0);
	const left = `${bytes(free)} free`;
	// What lasts for months is no news.
	if (fullSeconds === null || fullSeconds > 90 * 86_400) return left;
	return `${left}, ${bytes(pace)} more an hour: full in ${duration(fullSeconds)}`;
}

/** How a state looks, besides its glyph and its word. */
export const stateTones: Readonly<Record<State, Tone>> = {
	waiting: 'quiet',
	running: 'good',
	quiet: 'warn',
	stalled: 'bad',
	finished: 'plain',
	crashed: 'bad',
	interrupted: 'warn',
	unknown: 'quiet',
};

export const severityTones: Readonly<Record<Severity, Tone>> = {
	info: 'plain',
	warn: 'warn',
	critical: 'bad',
};

const shortNames: Readonly<Partial<Record<RuleId, string>>> = {
	'cuda-oom': 'CUDA OOM',
	'host-oom': 'host OOM',
	'nan-loss': 'NaN loss',
	'stuck-loss': 'stuck loss',
	'zero-metric': 'zero metric',
	'collective-timeout': 'NCCL timeout',
	'time-limit': 'time limit',
	'bad-data': 'bad data',
	'no-best': 'no best saved',
	'resumed-without-optimizer': 'no optimizer',
};

/** `cuda-oom` → `CUDA OOM`, `loss-spike` → `loss spike`: a rule in a narrow column. */
export function ruleName(rule: RuleId): string {
	return shortNames[rule] ?? rule.replaceAll('-', ' ');
}

/** Where no clause of the reason fits. */
const shortWhys: Readonly<Partial<Record<State, string>>> = {
	waiting: 'no output',
	interrupted: 'stopped',
};

/** Trouble of a run in at most `columns`: the alert's sentence, else its rule's short name. */
export function troubleOf(run: Run, columns: number): readonly [text: string, tone: Tone] {
	const alert = worstAlert(run);
	if (alert) {
		return [alertIn(alert, columns), severityTones[alert.severity]];
	}

	const read = Math.min(99, Math.floor(run.read * 100));
	if (run.partial) return [read > 0 ? `reading ${read}%` : 'reading', 'quiet'];
	if (run.state === 'running' || run.state === 'finished') return ['', 'quiet'];
	const why = clauses(clean(run.why), columns);
	return [widthOf(why) <= columns ? why : (shortWhys[run.state] ?? why), 'quiet'];
}

/** Rules that say no more than the state does: what of the sentence fits says more. */
const stateful: readonly RuleId[] = ['crashed', 'interrupted', 'stalled'];

function alertIn({rule, message: said}: Alert, columns: number): string {
	const message = clean(said);
	if (widthOf(message) <= columns) return message;
	if (!stateful.includes(rule)) return ruleName(rule);
	const told = clauses(message, columns);
	if (widthOf(told) <= columns) return told;
	// `FileNotFoundError` as `FileNotFound`, not as `FileNotFoun…`.
	const [exception] = /^\w+?(?=(?:Error|Exception)\b)/.exec(message) ?? [];
	return exception !== undefined && widthOf(exception) <= columns ? exception : ruleName(rule);
}

/** As many clauses of a sentence as fit: `quiet 40s, usual 6s, stalls at 90s` → `quiet 40s, usual 6s`. */
export function clauses(sentence: string, columns: number): string {
	let text = sentence;
	while (widthOf(text) > columns) {
		const end = text.search(/(?:[,;(]|: )[^,;(]*$/);
		if (end < 1) return sentence;
		text = text.slice(0, end).trimEnd();
	}

	return text;
}

/** `now`, `20s`, `31m`: how long ago, coarse enough to stand still; a dash where it is not known. */
export function ageOf(time: Time | null, now: Time): string {
	if (time === null) return '–';
	const seconds = (now - time) / 1000;
	if (seconds < 10) return 'now';
	return age(seconds < 60 ? Math.floor(seconds / 10) * 10 : seconds);
}

/** Time left in words; a dash where nothing is left or known. */
export function etaOf({progress, state}: Run): string {
	if (state === 'finished' || state === 'crashed') return '–';
	const {etaSeconds} = progress;
	return etaSeconds === null || !Number.isFinite(etaSeconds) ? '–' : duration(etaSeconds);
}

/** `val/F-score` → `F-score`. */
export function bareName(wire: string): string {
	return clean(parseWireName(wire).name);
}

/** Where a word of a name begins; a point or a dash parts letters only: not `AP@[.5:.95]`, `mAP50-95`. */
const word = /(?!^)(?<=[/_ ]|[A-Za-z][.-])(?=[\p{L}\p{N}])/u;

/** As many words from the end of a metric's name as there is room for: `val/coco/bbox_mAP` → `bbox_mAP` → `mAP`. */
export function shortMetric(wire: string, room: number): string {
	let name = bareName(wire);
	while (widthOf(name) > room) {
		const at = name.search(word);
		if (at < 0) break;
		name = name.slice(at);
	}

	return cutEnd(name, Math.max(0, room));
}

/** `coco/` of `coco/bbox_mAP`, `coco/bbox_mAP_50`: up to the last slash that all names share. */
export function sharedFolder(names: readonly string[]): string {
	const [first = ''] = names;
	const folder = first.slice(0, first.lastIndexOf('/') + 1);
	return names.every(name => name.startsWith(folder)) ? folder : '';
}

/** `epoch 5` or `step 1200`; empty where neither is known. */
export function placeOf({
	epoch,
	step,
}: {
	readonly epoch: number | null;
	readonly step: number | null;
}): string {
	if (epoch !== null) return `epoch ${tidy(epoch)}`;
	return step === null ? '' : `step ${step}`;
}

/** `0.7450 @5`: a value and the epoch, or step, of it. */
export function markText({epoch, step, value}: Mark): string {
	if (epoch !== null) return `${measure(value)} @${tidy(epoch)}`;
	return step === null ? measure(value) : `${measure(value)} @${count(step)}`;
}

/** `3`, `2.75`: an epoch without needless decimals. */
export function tidy(epoch: number): string {
	return Number.isInteger(epoch) ? String(epoch) : String(Number(epoch.toFixed(2)));
}
