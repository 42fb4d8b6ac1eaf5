import {type RuleId, ruleIds, type Severity} from '../core/alert.ts';
import type {Acknowledgement} from '../core/remark.ts';
import {type State, states} from '../core/run.ts';
import {type Glance, type Kept, longestLabel, longestNote, type UserState} from './state.ts';

const schema = 'watchexp.state/1';
const mostAcknowledgements = 100;

/** The state as it is written to the file. */
export function writeState({runs, visits}: UserState): string {
	return `${JSON.stringify({schema, runs, visits})}\n`;
}

/** The state in a text; undefined where the text is none, `newer` where a later program wrote it. */
export function readState(text: string): UserState | 'newer' | undefined {
	let held: unknown;
	try {
		held = JSON.parse(text);
	} catch {
		return undefined;
	}

	if (!isTable(held) || typeof held.schema !== 'string') return undefined;
	if (held.schema !== schema)
		return held.schema.startsWith('watchexp.state/') ? 'newer' : undefined;
	if (!isTable(held.runs) || !isTable(held.visits)) return undefined;
	return {
		runs: fromEntries(Object.entries(held.runs).map(([id, one]) => [id, keptIn(one)])),
		visits: fromEntries(Object.entries(held.visits).map(([path, at]) => [path, numberIn(at)])),
	};
}

type Table = Readonly<Record<string, unknown>>;

function isTable(value: unknown): value is Table {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fromEntries<Value>(
	entries: ReadonlyArray<readonly [string, Value | null]>,
): Readonly<Record<string, Value>> {
	return Object.fromEntries(entries.filter(([, value]) => value !== null)) as Record<string, Value>;
}

function keptIn(one: unknown): Kept | null {
	if (!isTable(one) || typeof one.path !== 'string') return null;
	const acknowledged = Array.isArray(one.acknowledged) ? one.acknowledged : [];
	return {
		path: one.path,
		startedAt: numberIn(one.startedAt),
		usedAt: numberIn(one.usedAt) ?? 0,
		hidden: one.hidden === true,
		label: textIn(one.label, longestLabel),
		note: textIn(one.note, longestNote),
		acknowledged: acknowledged
			.slice(-mostAcknowledgements)
			.map(acknowledgementIn)
			.filter(each => each !== null),
		glance: glanceIn(one.glance),
	};
}

function acknowledgementIn(one: unknown): Acknowledgement | null {
	if (!isTable(one)) return null;
	const rule = ruleIds.find(id => id === one.rule) as RuleId | undefined;
	const severity = (['info', 'warn', 'critical'] as const).find(each => each === one.severity);
	if (rule === undefined || severity === undefined) return null;
	return {
		rule,
		severity: severity satisfies Severity,
		raised: raisedIn(one.raised),
		since: numberIn(one.since),
		startedAt: numberIn(one.startedAt),
		at: numberIn(one.at) ?? 0,
	};
}

function raisedIn(one: unknown): Acknowledgement['raised'] {
	if (!isTable(one) || typeof one.file !== 'string') return null;
	const offset = numberIn(one.offset);
	return offset === null ? null : {file: one.file, offset};
}

function glanceIn(one: unknown): Glance | null {
	if (!isTable(one)) return null;
	const state = states.find(each => each === one.state) as State | undefined;
	const at = numberIn(one.at);
	if (state === undefined || at === null) return null;
	const rule = ruleIds.find(id => id === one.rule) ?? null;
	return {at, state, rule, best: numberIn(one.best)};
}

function numberIn(value: unknown): number | null {
	return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function textIn(value: unknown, longest: number): string {
	return typeof value === 'string' ? value.slice(0, longest) : '';
}
