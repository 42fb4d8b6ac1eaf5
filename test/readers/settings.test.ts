import {expect, test} from 'vitest';
import settings from '../../source/readers/settings.ts';
import {bytesOf, readAll} from './kit.ts';

const facts = (text: string) => {
	const {events, report} = readAll(settings, bytesOf(text));
	const [event] = events;
	return event?.kind === 'facts' ? event.facts : report.trouble;
};

test('settings are told by their path; lists as one text', () => {
	expect(
		facts('lr: 0.001\nname: run a\nresume: false\nmodel:\n  depth: 3\n  gpus: [0, 1]\nnone:\n'),
	).toEqual({
		lr: 0.001,
		name: 'run a',
		resume: false,
		'model.depth': 3,
		'model.gpus': '[0,1]',
	});
});

test('JSON, and what W&B wraps', () => {
	expect(facts('{"lr": {"desc": null, "value": 0.5}, "bs": 8, "limit": Infinity}')).toEqual({
		lr: 0.5,
		bs: 8,
		limit: Number.POSITIVE_INFINITY,
	});
});

test('what a tag names is never made', () => {
	expect(facts('a: !!python/object/apply:os.system ["true"]\nb: 1\n')).toEqual({
		a: '["true"]',
		b: 1,
	});
});

test('aliases that multiply are told, not followed', () => {
	const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
	for (let level = 1; level < 9; level++) {
		lines.push(
			`a${level}: &a${level} [${Array(9)
				.fill(`*a${level - 1}`)
				.join(', ')}]`,
		);
	}

	expect(facts(lines.join('\n'))).toEqual([
		{offset: 0, what: expect.stringMatching(/^not valid YAML: .*alias/i)},
	]);
});

test('what is no YAML is told', () => {
	expect(facts('a: [1, 2\nb: }')).toEqual([
		{offset: 0, what: expect.stringMatching(/^not valid YAML: /)},
	]);
});

test('a file of a megabyte is no settings', () => {
	expect(facts('x: 1\n'.repeat(200_000))).toEqual([{offset: 0, what: 'too long for settings'}]);
});

test.each([
	['config.yaml', true],
	['args.yaml', true],
	['opt.yml', true],
	['config.json', true],
	['scalars.json', false],
	['train.log', false],
])('whether it claims %s: %s', (name, claimed) => {
	expect(settings.claims(name, bytesOf('a: 1\n'))).toBe(claimed);
});
