import {noSettings, type SettingsReader, type SettingsTold} from '../core/settings.ts';
import {isObject, type Json, looseJson} from './json/loose.ts';
import {commandBefore} from './settings/arguments.ts';
import {lineCounter, toldOf} from './settings/flat.ts';
import {literalsIn, type Places} from './settings/literal.ts';
import {pythonIn} from './settings/python.ts';
import {tomlIn} from './settings/toml.ts';
import {yamlIn} from './settings/yaml.ts';

/** Settings files: YAML, JSON, TOML, and Python files that give values to names. */
export default {
	title: 'Settings file',
	read(name, text) {
		const found = read(name, text);
		if (typeof found === 'string') return noSettings(found);
		const told = toldOf(unwrapped(found.value, found.places), found.places, lineCounter(text));
		return withCommand(told, text);
	},
} satisfies SettingsReader;

function read(name: string, text: string): ReturnType<typeof yamlIn> {
	if (/\.py$/i.test(name)) return pythonIn(text);
	if (/\.toml$/i.test(name)) return tomlIn(text);
	return isNestedDeeply(text) ? 'nested too deeply to be settings' : (jsonIn(text) ?? yamlIn(text));
}

const deepest = 200;

/** More brackets open, or list within list, than any settings have: parsers would use up memory. */
function isNestedDeeply(text: string): boolean {
	let open = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 0x5b || code === 0x7b) open++;
		else if (code === 0x5d || code === 0x7d) open = Math.max(0, open - 1);
		if (open > deepest) return true;
	}

	return nestedLists.test(text);
}

const nestedLists = /(?:[-?] ){100}/;

function jsonIn(text: string): {readonly value: Json; readonly places: Places} | undefined {
	const value = looseJson(text);
	if (value === undefined) return undefined;
	const places: Places = new WeakMap();
	const read: Places = new WeakMap();
	const [same] = literalsIn(text, new Map(), read).value(0);
	copyPlaces(same, value, read, places, 0);
	return {value, places};
}

/** Places of one reading for the objects of another. */
function copyPlaces(from: Json, to: Json, read: Places, into: Places, depth: number): void {
	if (!isObject(from) || !isObject(to) || depth > 30) return;
	const spots = read.get(from);
	if (spots) into.set(to, spots);
	for (const [key, inner] of Object.entries(to))
		if (Object.hasOwn(from, key)) copyPlaces(from[key]!, inner, read, into, depth + 1);
}

/** W&B writes `lr: {desc: null, value: 0.1}`. */
function unwrapped(settings: Json, places: Places): Json {
	if (!isObject(settings)) return settings;
	const plain = Object.fromEntries(
		Object.entries(settings).map(([name, value]) => {
			const wraps = isObject(value) && 'value' in value && Object.keys(value).length <= 2;
			return [name, wraps ? value.value! : value];
		}),
	);
	const spots = places.get(settings);
	if (spots) places.set(plain, spots);
	return plain;
}

/** BasicSR copies its options with the command before them: arguments tell what the file does not. */
function withCommand(told: SettingsTold, text: string): SettingsTold {
	const command = commandBefore(text);
	return command
		? {
				...told,
				values: {...command.values, ...told.values},
				lines: {...command.lines, ...told.lines},
			}
		: told;
}
