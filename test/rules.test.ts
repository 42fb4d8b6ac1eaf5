import {readdirSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import type {RuleId} from '../source/core/alert.ts';
import type {Rule} from '../source/core/rule.ts';
import {rules} from '../source/rules/index.ts';
import {attended, writers} from './kit/patient.ts';

test('every rule of the drawer is listed', () => {
	const files = readdirSync('source/rules')
		.filter(name => name.endsWith('.ts') && name !== 'index.ts')
		.map(name => name.replace(/\.ts$/, ''));
	expect(Object.keys(rules).sort()).toEqual(files.sort());
});

describe.each(Object.entries(rules) as ReadonlyArray<[RuleId, Rule]>)('%s', (id, rule) => {
	test.each(rule.examples.map(example => [example.title, example] as const))('%s', (_, example) => {
		const {live, replayed} = attended(rules, example.events, {
			...example,
			writer: writers[example.writer ?? 'unknown'],
		});
		for (const alerts of [live, replayed]) {
			const open = alerts.find(alert => alert.open && alert.rule === id);
			expect(open?.severity ?? null).toBe(example.finds);
			if (example.raisedAt) expect(open?.raised?.line).toBe(example.raisedAt);
			if (example.message) expect(open?.message).toMatch(example.message);
			if (example.advice) expect(open?.advice).toMatch(example.advice);
		}
	});

	test('says something and says nothing in its examples', () => {
		expect(rule.examples.some(({finds}) => finds !== null)).toBe(true);
		expect(rule.examples.some(({finds}) => finds === null)).toBe(true);
	});
});
