import {ruleIds, type Severity} from '../core/alert.ts';
import type {Format} from '../core/format.ts';
import type {Goal} from '../core/metric.ts';
import {parseFormat} from '../core/parse-format.ts';
import type {Rules} from '../core/rule.ts';
import {rules} from '../rules/index.ts';
import {withKeys} from '../show/key-binding.ts';
import {paletteNames} from '../show/palettes.ts';
import {
	type Config,
	defaults,
	type Look,
	type Notify,
	type RuleWish,
	type RuleWishes,
} from './preferences.ts';
import {
	below,
	byName,
	complaintAt,
	entriesOf,
	fieldsOf,
	numberOf,
	oneOf,
	parseSettings,
	plainOf,
	type Setting,
	textOf,
	textsOf,
} from './settings.ts';

/** The settings in a text; throws a Complaint that names the line and says what is allowed. */
export function parseConfig(text: string, file: string): Config {
	const told = fieldsOf<Config>(parseSettings(text, file), {
		rules: ruleWishes,
		runs: runRules,
		formats: setting => byName(setting, format),
		keys,
		theme,
		notify,
		goals: setting => byName(setting, goal),
		ignore: setting => textsOf(setting, 'names, such as [old, "*.bak"]'),
	});
	return {...defaults, ...told};
}

function ruleWishes(setting: Setting): RuleWishes {
	return byName(setting, rule);
}

function rule(setting: Setting): RuleWish {
	const id = ruleIds.find(one => one === setting.name);
	if (!id) throw complaintAt(setting, 'is not known', ruleIds.join(', '));
	const {held} = setting;
	if (held.kind === 'value' && held.value !== null) return oneOf(setting, [false]);
	const known = Object.keys((rules as Rules)[id]?.settings ?? {});
	const allowed = `false, severity${known.map(name => `, ${name}`).join('')}`;
	const thresholds: Record<string, number> = {};
	let severity: Severity | undefined;
	for (const entry of entriesOf(setting, allowed)) {
		if (entry.name === 'severity') severity = oneOf(entry, ['info', 'warn', 'critical']);
		else if (known.includes(entry.name)) thresholds[entry.name] = numberOf(entry);
		else throw complaintAt(entry, 'is not known', allowed);
	}

	return {thresholds, ...(severity && {severity})};
}

function runRules(setting: Setting): Config['runs'] {
	if (setting.held.kind === 'value' && setting.held.value === null) return [];
	const allowed = 'a list such as [{name: "gan_*", rules: {diverged: false}}]';
	if (setting.held.kind !== 'list') throw complaintAt(setting, 'must be a list', allowed);
	return setting.held.items.map(item => {
		const {name, rules = {}} = fieldsOf<Config['runs'][number]>(item, {
			name: one => textOf(one, 'a name, * stands for anything'),
			rules: ruleWishes,
		});
		if (name === undefined) throw complaintAt(item, 'needs a name', allowed);
		return {name, rules};
	});
}

function keys(setting: Setting): Config['keys'] {
	const wishes = byName(setting, one => textsOf(one, 'a key, or a list of keys'));
	const bound = withKeys(wishes);
	if ('keys' in bound) return bound.keys;
	const {name, what, allowed} = bound.fault;
	throw complaintAt(below(setting, [name]), what, allowed);
}

function format(setting: Setting): Format {
	const parsed = parseFormat(plainOf(setting), setting.name);
	if ('format' in parsed) return parsed.format;
	const {path, what, allowed, quote} = parsed.fault;
	throw complaintAt(below(setting, path), what, allowed, quote);
}

function goal(setting: Setting) {
	if (!/^(?:train|val|test)\/./.test(setting.name)) {
		throw complaintAt(setting, 'names no metric', 'train/…, val/… or test/… and a name');
	}

	const {held} = setting;
	if (held.kind === 'map') {
		return fieldsOf<{goal: Goal; target: number}>(setting, {goal: way, target: numberOf});
	}

	if (held.kind === 'value' && typeof held.value === 'number') return {target: numberOf(setting)};
	return {goal: way(setting)};
}

function way(setting: Setting): Goal {
	return oneOf(setting, ['min', 'max']);
}

function theme(setting: Setting): Look {
	const told = fieldsOf<Look>(setting, {
		ascii: yesOrNo,
		colors: one => String(oneOf(one, ['auto', 'none', 16, 256, true])) as Look['colors'],
		name: one => oneOf(one, paletteNames),
	});
	return {...defaults.theme, ...told};
}

function notify(setting: Setting): Notify {
	const told = fieldsOf<Notify>(setting, {
		bell: yesOrNo,
		title: yesOrNo,
		desktop: yesOrNo,
		command,
		from: one => oneOf(one, ['info', 'warn', 'critical']),
		rules: one => byName(one, loudness),
		again: atLeastNothing,
		perMinute: atLeastNothing,
	});
	return {...defaults.notify, ...told};
}

/** From which severity on a rule is told; false: never. */
function loudness(setting: Setting): Severity | false {
	if (!ruleIds.some(id => id === setting.name)) {
		throw complaintAt(setting, 'is not known', ruleIds.join(', '));
	}

	return oneOf(setting, ['info', 'warn', 'critical', false]);
}

function atLeastNothing(setting: Setting): number {
	const number = numberOf(setting, 'a number from 0 on');
	if (number >= 0) return number;
	throw complaintAt(setting, 'cannot be negative', 'a number from 0 on');
}

function command(setting: Setting): readonly string[] | null {
	const words = textsOf(setting, 'a program, or a list of it and its arguments');
	// No shell reads it, so nobody would cut it into words.
	if (setting.held.kind === 'value' && /\s/.test(words[0] ?? '')) {
		throw complaintAt(
			setting,
			'must be a list where there is more than a program',
			`[program, argument, …], or for a shell [sh, -c, ${JSON.stringify(words[0])}]`,
		);
	}

	return words.length > 0 && words[0] !== '' ? words : null;
}

function yesOrNo(setting: Setting): boolean {
	return oneOf(setting, [true, false]);
}
