import {expect, test} from 'vitest';
import {namesOf} from '../../source/show/key-names.ts';
import {keys} from '../../source/show/key-table.ts';
import {keyLabel, keySheet} from '../../source/show/keys.ts';

test('no key means two things in one place', () => {
	const seen = new Set<string>();
	for (const row of keys) {
		for (const place of row.where) {
			for (const name of row.keys) {
				expect(seen, `${name} in ${place}`).not.toContain(`${place} ${name}`);
				seen.add(`${place} ${name}`);
			}
		}
	}
});

test('rows of one name have the same keys: the settings change them together', () => {
	for (const row of keys) {
		expect(row.name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
		for (const other of keys.filter(({name}) => name === row.name)) {
			expect(other.keys, row.name).toEqual(row.keys);
		}
	}
});

test('there is always a way back that is not Esc', () => {
	for (const place of ['list', 'panel', 'log', 'curves', 'alerts', 'help'] as const) {
		expect(keys.some(row => row.keys.includes('q') && row.where.includes(place))).toBe(true);
	}
});

test('the sheet for the README holds every key but those of writing', () => {
	expect(keySheet()).toContain('| `j` `↓` | down |');
	expect(keySheet()).toContain('| `^l` | draw the screen anew |');
	expect(keySheet()).not.toContain('rub out');
});

test.each([
	['j', {}, ['j']],
	['', {downArrow: true}, ['down']],
	['\r', {return: true}, ['enter']],
	['c', {ctrl: true}, ['ctrl-c']],
	['', {tab: true, shift: true}, ['shift-tab']],
	['', {delete: true}, ['backspace']],
	['jjjjjjjjjj', {}, Array(10).fill('j')],
	['j\r3', {}, ['j', 'enter', '3']],
	['rm -rf', {}, []],
	['quit everything', {}, []],
	['x', {meta: true}, []],
])('%j with %j are the keys %j', (input, key, names) => {
	expect(namesOf(input, key, false)).toEqual(names);
});

test('whatever is written is letters', () => {
	expect(namesOf('rm -rf', {}, true)).toEqual(['r', 'm', 'space', '-', 'r', 'f']);
});

test.each([
	['ctrl-d', '^d'],
	['enter', '⏎'],
	['escape', 'Esc'],
	['j', 'j'],
])('%s is written %s', (name, label) => {
	expect(keyLabel(name)).toBe(label);
	expect(keyLabel(name, true)).toMatch(/^[\x20-\x7e]+$/);
});
