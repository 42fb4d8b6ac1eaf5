import {ruleIds} from '../core/alert.ts';
import {type Config, defaults, type Look, type Notify} from './preferences.ts';
import {
	byName,
	complaintAt,
	entriesOf,
	fieldsOf,
	numberOf,
	oneOf,
	parseSettings,
	type Setting,
	textsOf,
} from './settings.ts';

/** The settings in a text; throws a Complaint that names the line and says what is allowed. */
export function parseConfig(text: string, file: string): Config {
	const told = fieldsOf<Config>(parseSettings(text, file), {
		rules: setting => byName(setting, rule),
		keys: setting => byName(setting, one => textsOf(one, 'a key, or a list of keys')),
		theme,
		notify,
		goals: setting => byName(setting, goal),
		ignore: setting => textsOf(setting, 'names, such as [old, "*.bak"]'),
	});
	return {...defaults, ...told};
}

function rule(setting: Setting) {
	if (!ruleIds.some(id => id === setting.name)) {
		throw complaintAt(setting, 'is not known', ruleIds.join(', '));
	}

	const {held} = setting;
	if (held.kind === 'value' && held.value !== null) return oneOf(setting, [false]);
	entriesOf(setting, 'false, or thresholds with their numbers');
	return byName(setting, one => numberOf(one));
}

function goal(setting: Setting) {
	if (!/^(?:train|val|test)\/./.test(setting.name)) {
		throw complaintAt(setting, 'names no metric', 'train/…, val/… or test/… and a name');
	}

	const {held} = setting;
	if (held.kind === 'value' && typeof held.value === 'number') return {target: numberOf(setting)};
	return {goal: oneOf(setting, ['min', 'max'])};
}

function theme(setting: Setting): Look {
	const told = fieldsOf<Look>(setting, {
		ascii: yesOrNo,
		colors: one => String(oneOf(one, ['auto', 'none', 16, 256, true])) as Look['colors'],
	});
	return {...defaults.theme, ...told};
}

function notify(setting: Setting): Notify {
	const told = fieldsOf<Notify>(setting, {
		bell: yesOrNo,
		title: yesOrNo,
		desktop: yesOrNo,
		command: one => textsOf(one, 'a program, or a list of it and its arguments'),
	});
	return {...defaults.notify, ...told};
}

function yesOrNo(setting: Setting): boolean {
	return oneOf(setting, [true, false]);
}
