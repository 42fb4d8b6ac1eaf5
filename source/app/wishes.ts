import type {RuleId, Severity} from '../core/alert.ts';
import type {Thresholds} from '../core/rule.ts';
import type {Config, RuleWishes} from './preferences.ts';

/** What the settings file changes of the rules for one run. */
export type Wishes = {
	/** Null: switched off. */
	readonly thresholds: Readonly<Partial<Record<RuleId, Thresholds | null>>>;
	readonly severities: Readonly<Partial<Record<RuleId, Severity>>>;
};

/** Looks up the wishes for a run by its name: those for all runs, then those whose pattern matches. */
export function wishesIn({rules, runs}: Pick<Config, 'rules' | 'runs'>): (name: string) => Wishes {
	const patterns = runs.map(({name, rules: own}) => ({pattern: patternOf(name), own}));
	const general = wishesOf([rules]);
	return name => {
		const own = patterns.filter(({pattern}) => pattern.test(name)).map(one => one.own);
		return own.length > 0 ? wishesOf([rules, ...own]) : general;
	};
}

function wishesOf(all: readonly RuleWishes[]): Wishes {
	const thresholds: Partial<Record<RuleId, Thresholds | null>> = {};
	const severities: Partial<Record<RuleId, Severity>> = {};
	for (const [name, wish] of all.flatMap(wishes => Object.entries(wishes))) {
		const id = name as RuleId;
		thresholds[id] = wish ? {...thresholds[id], ...wish.thresholds} : null;
		if (wish && wish.severity !== undefined) severities[id] = wish.severity;
	}

	return {thresholds, severities};
}

/** `gan_*` → an expression for the whole name; `*` stands for anything, `?` for one character. */
function patternOf(glob: string): RegExp {
	const body = glob
		.replace(/[\\^$.|+(){}[\]]/g, '\\$&')
		.replace(/\*+/g, '.*')
		.replaceAll('?', '.');
	return new RegExp(`^${body}$`, 's');
}
