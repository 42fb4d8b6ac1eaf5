import type {Facts} from './event.ts';

/** Settings as a text tells them: names and values, and the line of each. */
export type SettingsTold = {
	readonly values: Facts;
	/** 1-based, by name; names whose line is not known are left out. */
	readonly lines: Readonly<Record<string, number>>;
	/** Why nothing could be read. */
	readonly trouble: string | null;
};

/** Tells settings from a text; nothing in it is run or made. Pure. */
export type SettingsReader = {
	readonly title: string;
	readonly read: (name: string, text: string) => SettingsTold;
};

/** A text that tells no settings. */
export function noSettings(trouble: string | null = null): SettingsTold {
	return {values: {}, lines: {}, trouble};
}

/** Whether settings are told once more: half of their names are known already, and another launch tells them. */
export function repeats(told: SettingsTold, before: SettingsTold): boolean {
	const names = Object.keys(told.values);
	const known = names.filter(name => Object.hasOwn(before.values, name));
	return names.length > 0 && 2 * known.length >= names.length;
}
