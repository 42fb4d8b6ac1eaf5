import fc from 'fast-check';
import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import type {LogPage} from '../../source/core/page.ts';
import {compose} from '../../source/show/compose.ts';
import {keys} from '../../source/show/key-table.ts';
import {actionOf} from '../../source/show/keys.ts';
import {textOf} from '../../source/show/lines.ts';
import {painter, themeOf} from '../../source/show/theme.ts';
import {startUi} from '../../source/show/ui.ts';
import {update} from '../../source/show/update.ts';
import {alert, falling, file, now, run, world} from '../kit/runs.ts';

const word = fc.oneof(
	fc.string({unit: 'binary', maxLength: 40}),
	fc.string({unit: 'grapheme', maxLength: 300}),
	fc.string({
		unit: fc.constantFrom(
			'损',
			'e\u0301',
			'\u0301',
			'👩‍👩‍👧',
			'🇩🇪',
			'ᄒ',
			'ᅡ',
			'\t',
			'\x1b[2J',
			'한',
			'x',
			'_',
		),
		maxLength: 40,
	}),
);
const value = fc.oneof(
	fc.double(),
	fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 0, 1e-9, 0.5),
);

const state = fc.constantFrom(
	'waiting',
	'running',
	'stalled',
	'finished',
	'crashed',
	'interrupted',
	'quiet',
	'unknown',
);
const someRun = fc
	.record({name: word, state, values: fc.array(value, {maxLength: 40}), why: word, metric: word})
	.map(({name, state: now_, values, why, metric}) =>
		run(name, now_ as 'running', {
			values: values.length > 0 ? values : falling(30, 2, 1),
			scores: values.slice(0, 9),
			metric: `val/${metric}`,
			why,
			alerts: [
				alert('cuda-oom', 'critical', why, {
					advice: name,
					evidence: [{file: 'id:log.txt', line: 3, offset: 9, text: name}],
				}),
			],
			files: [file('log.txt'), file(`${name}.txt`)],
			settings: {file: name, values: {[name]: why, b: 1}},
			checkpoints: [
				{
					path: name,
					files: [],
					kind: 'best',
					bytes: 5,
					savedAt: now,
					step: 1,
					epoch: null,
					resume: 'full',
				},
			],
		}),
	);

const names = [...new Set(keys.flatMap(key => key.keys))].filter(
	name => name !== 'q' && name !== 'ctrl-c',
);

test('every line is exactly as wide as the terminal, whatever is shown at whatever size', () => {
	fc.assert(
		fc.property(
			fc.array(someRun, {maxLength: 6}),
			fc.array(word, {maxLength: 30}),
			fc.integer({min: 1, max: 300}),
			fc.integer({min: 1, max: 100}),
			fc.array(fc.constantFrom(...names), {maxLength: 8}),
			fc.boolean(),
			(runs, lines, columns, rows, pressed, ascii) => {
				const page: LogPage = {
					run: runs[0]?.id ?? '',
					file: 'id:log.txt',
					path: 'log.txt',
					numbers: lines.map((_, index) => index + 1),
					size: lines.length * 100,
					lines,
					offsets: lines.map((_, index) => index * 100),
					begin: true,
					end: true,
				};
				const look = world({runs, pages: new Map([[page.file, page]])});
				let {ui} = update(startUi({columns, rows}), {kind: 'look'}, look);
				for (const name of pressed) {
					const action = actionOf(name, ui);
					if (action) ui = update(ui, action, look).ui;
				}

				const theme = themeOf('256', ascii);
				const drawn = compose(look, ui, theme);
				expect(drawn).toHaveLength(rows);
				const paint = painter(theme);
				for (const line of drawn) {
					expect(stringWidth(textOf(line))).toBe(columns);
					expect(stringWidth(paint(line))).toBe(columns);
				}
			},
		),
		{seed: 4, numRuns: 150},
	);
});
