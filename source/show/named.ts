import type {Fact, Facts} from '../core/event.ts';
import {baseOf, settingsInName} from '../core/name.ts';
import {count} from '../core/quantity.ts';
import type {Run} from '../core/run.ts';

/** A setting that the names of runs tell: `named lr`. */
export type Named = `named ${string}`;

/** Of more the names themselves are easier to read. */
const most = 4;
const widest = 8;

const told = new WeakMap<Run, Facts>();

function settingsOf(run: Run): Facts {
	let settings = told.get(run);
	if (settings === undefined) {
		settings = settingsInName(run.name);
		told.set(run, settings);
	}

	return settings;
}

/** What the name of a run says of a setting: a number, a size such as `64x128`, or nothing. */
export function namedFact(run: Run, named: Named): Fact | undefined {
	return settingsOf(run)[labelOfNamed(named)];
}

/** `named lr` → `lr`. */
export function labelOfNamed(named: Named): string {
	return named.slice('named '.length);
}

/** `500000` → `500k`, `0.02` → `0.02`, in few columns. */
export function factText(fact: Fact | undefined): string {
	if (fact === undefined) return '–';
	return typeof fact === 'number' && Number.isInteger(fact) ? count(fact) : String(fact);
}

/** The settings in which runs differ whose names are alike but for their numbers; told by most of them first. */
export function namedIn(runs: readonly Run[]): readonly Named[] {
	const weights = new Map<string, number>();
	for (const group of Map.groupBy(runs, ({name}) => shapeOf(name)).values()) {
		for (const name of differing(group)) {
			weights.set(name, (weights.get(name) ?? 0) + group.length);
		}
	}

	const names = [...weights].sort(([, a], [, b]) => b - a).map(([name]) => name);
	return names.slice(0, most).map((name): Named => `named ${name}`);
}

function differing(runs: readonly Run[]): readonly string[] {
	if (runs.length < 2) return [];
	const settings = runs.map(settingsOf);
	const names = new Set(settings.flatMap(facts => Object.keys(facts)));
	return [...names].filter(name => new Set(settings.map(facts => facts[name])).size > 1);
}

/** `b64_lr0.02_archived_20260105_120000` → `b#_lr#`. */
function shapeOf(name: string): string {
	return baseOf(name).replace(/\d+(?:\.\d+)?(?:e[-+]?\d+)?/gi, '#');
}

/** Columns that a setting needs under its title and an arrow. */
export function namedWidth(runs: readonly Run[], named: Named): number {
	const texts = runs.map(run => factText(namedFact(run, named)).length);
	return Math.min(widest, Math.max(labelOfNamed(named).length + 2, ...texts));
}
