import {describe, expect, test} from 'vitest';
import type {Format, LineShape} from '../../source/core/format.ts';
import {parseFormat} from '../../source/core/parse-format.ts';

const line = {kind: 'metrics', match: String.raw`^step (?<step>\d+): `, rest: 'pairs'};

/** `lines.0.match has a group …; allowed: …`, with the place in the expression. */
function faultOf(data: unknown): string {
	const parsed = parseFormat(data, 'mine');
	if ('format' in parsed) return 'well';
	const {path, what, allowed, quote} = parsed.fault;
	return `${path.join('.')} ${what}; allowed: ${allowed}${quote ? `; at ${quote.at}` : ''}`;
}

test('data becomes a format of the user, with its expressions compiled', () => {
	const data = {
		head: String.raw`^(?<time>\S+) `,
		lines: [
			{
				...line,
				has: 'step',
				split: 'val',
				places: {it: 'step', t: 'time'},
				prefixes: {val_: 'val'},
				needs: ['loss'],
				position: {epoch: 1},
			},
			{kind: 'checkpoint', best: true, match: String.raw`^saved (?<path>\S+)`},
			{kind: 'trouble', what: 'error', match: '^ERR (?<text>.+)'},
			{kind: 'phase', phase: 'finished', match: '^done'},
			{kind: 'facts', match: String.raw`^plan (?<epochs>\d+) (?<images>\d+)`},
			{kind: 'noise', match: '^(?<whatever>#)'},
		],
		goals: {acc: 'max', lr: null},
		losses: ['l'],
		primary: ['acc'],
		samples: [['hello', null]],
	};
	expect(parseFormat(data, 'mine')).toEqual({
		format: {
			title: 'mine',
			own: true,
			head: /^(?<time>\S+) /,
			lines: [
				{
					kind: 'metrics',
					match: /^step (?<step>\d+): /,
					rest: 'pairs',
					has: 'step',
					split: 'val',
					places: {it: 'step', t: 'time'},
					prefixes: {val_: 'val'},
					needs: ['loss'],
					position: {epoch: 1},
				},
				{kind: 'checkpoint', best: true, match: /^saved (?<path>\S+)/},
				{kind: 'trouble', what: 'error', match: /^ERR (?<text>.+)/},
				{kind: 'phase', phase: 'finished', match: /^done/},
				{kind: 'facts', match: /^plan (?<epochs>\d+) (?<images>\d+)/},
				{kind: 'noise', match: /^(?<whatever>#)/},
			],
			goals: {acc: 'max', lr: null},
			losses: ['l'],
			primary: ['acc'],
			samples: [['hello', null]],
		},
	});
});

const metricGroups =
	'groups epoch, epochs, step, steps, stepInEpoch, stepsPerEpoch, time, level, key, value';

describe('what cannot be meant is told', () => {
	test.each([
		[
			'text',
			' must hold names with values; allowed: title, url, head, lines, goals, losses, primary, hallmark, guarded, fallback, samples',
		],
		[
			{},
			' has no lines; allowed: title, url, head, lines, goals, losses, primary, hallmark, guarded, fallback, samples',
		],
		[{lines: {}}, 'lines must be a list; allowed: a list'],
		[
			{lines: [{match: 'x'}]},
			'lines.0 has no kind; allowed: metrics, checkpoint, trouble, phase, facts, noise',
		],
		[
			{lines: [{kind: 'metric', match: 'x'}]},
			'lines.0.kind cannot be "metric"; allowed: metrics, checkpoint, trouble, phase, facts, noise',
		],
		[
			{lines: [{kind: 'noise'}]},
			'lines.0 has no match; allowed: kind, has, match, rest, places, prefixes, suffixes, position, within, columns',
		],
		[
			{lines: [{kind: 'trouble', match: 'x'}]},
			'lines.0 has no what; allowed: kind, has, match, rest, places, prefixes, suffixes, position, within, columns, what, passing',
		],
		[
			{lines: [{...line, best: true}]},
			'lines.0.best is not known; allowed: kind, has, match, rest, places, prefixes, suffixes, position, within, columns, split, name, bar, tried, joins, needs',
		],
		[
			{lines: [line, {...line, match: '^a(b'}]},
			'lines.1.match is no valid expression: unterminated group; allowed: a regular expression of JavaScript; at 2',
		],
		[
			{lines: [{...line, match: '^a/b (?<Epoch>.)'}]},
			`lines.0.match has a group Epoch that is spelt epoch; allowed: ${metricGroups}; at 5`,
		],
		[
			{lines: [{...line, match: '^(?<steps_per_epoch>.)'}]},
			`lines.0.match has a group steps_per_epoch that is spelt stepsPerEpoch; allowed: ${metricGroups}; at 1`,
		],
		[
			{lines: [{...line, match: '(?<value>.)'}]},
			`lines.0.match has a group value without a group key, or a name, that says of what; allowed: ${metricGroups}; at 0`,
		],
		[
			{lines: [{...line, match: '(?<path>.)'}]},
			`lines.0.match has a group path that means nothing on a line of metrics; allowed: ${metricGroups}; at 0`,
		],
		[
			{lines: [{kind: 'phase', phase: 'finished', match: 'x(?<loss>.)'}]},
			'lines.0.match has a group loss that means nothing on a line of phase; allowed: groups epoch, epochs, step, steps, stepInEpoch, stepsPerEpoch, time, level, text; at 1',
		],
		[
			{lines: [line], head: '(?<epoch>.)'},
			'head has a group epoch that means nothing here; allowed: groups time and level; at 0',
		],
		[{lines: [line], goals: {acc: 'up'}}, 'goals.acc cannot be "up"; allowed: min, max'],
		[
			{lines: [{...line, places: {it: 'iter'}}]},
			'lines.0.places.it cannot be "iter"; allowed: epoch, epochs, step, steps, stepInEpoch, stepsPerEpoch, time, none',
		],
		[
			{lines: [line], samples: [['x']]},
			'samples.0 is no sample; allowed: [a line, what it becomes]',
		],
		[
			{lines: [line], samples: [['x', {kind: 'metric'}]]},
			'samples.0.1.kind cannot be "metric"; allowed: metrics, checkpoint, trouble, phase, facts',
		],
	])('%j', (data, wanted) => {
		expect(faultOf(data)).toBe(wanted);
	});
});

test('names that JavaScript knows are not taken for settings', () => {
	const data = JSON.parse('{"__proto__": {"lines": []}, "lines": []}');
	expect(faultOf(data)).toMatch(/^__proto__ is not known; /);
});

type Written<Kind extends LineShape['kind']> = Required<
	Omit<Extract<LineShape, {readonly kind: Kind}>, 'match' | 'held'>
>;

const common = {
	has: 'a',
	rest: 'json',
	places: {a: 'step'},
	prefixes: {a: 'val'},
	suffixes: {a: 'val'},
	position: {epoch: 1},
	within: true,
	columns: true,
} as const;

/** A line of each kind with every field that there is: the compiler sees to that. */
const whole: {readonly [Kind in LineShape['kind']]: Written<Kind>} = {
	metrics: {
		...common,
		kind: 'metrics',
		split: 'val',
		name: 'a',
		bar: 'each',
		tried: 'val',
		joins: true,
		needs: ['a'],
	},
	checkpoint: {...common, kind: 'checkpoint', best: true},
	trouble: {...common, kind: 'trouble', what: 'error', passing: true},
	phase: {...common, kind: 'phase', phase: 'finished'},
	facts: {...common, kind: 'facts', joins: true, opens: true, split: 'val'},
	noise: {...common, kind: 'noise'},
};

test.each(Object.values(whole))('every field of a line of $kind may be written', shape => {
	expect(parseFormat({lines: [{...shape, match: 'a'}]}, 'mine')).toEqual({
		format: {title: 'mine', own: true, lines: [{...shape, match: /a/}], samples: []},
	});
});

type Whole = Required<Omit<Format, 'own'>>;

test('every field of a format may be written', () => {
	const format: Whole = {
		title: 'a',
		url: 'b',
		head: /c/,
		lines: [{kind: 'noise', match: /d/}],
		goals: {e: 'min'},
		losses: ['f'],
		primary: ['g'],
		hallmark: /h/,
		guarded: true,
		fallback: true,
		samples: [['i', null]],
	};
	const data = {...format, head: 'c', hallmark: 'h', lines: [{kind: 'noise', match: 'd'}]};
	expect(parseFormat(data, 'mine')).toEqual({format: {...format, own: true}});
});
