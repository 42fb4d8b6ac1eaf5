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
	.record({
		name: word,
		state,
		values: fc.array(value, {maxLength: 40}),
		why: word,
		metric: word,
		fraction: fc.option(fc.double({min: 0, max: 1, noNaN: true})),
		left: fc.option(value),
		branch: fc.option(word),
		hidden: fc.boolean(),
		label: fc.oneof(fc.constant(''), word),
	})
	.map(({name, state: now_, values, why, metric, fraction, left, branch, hidden, label}) =>
		run(name, now_ as 'running', {
			values: values.length > 0 ? values : falling(30, 2, 1),
			scores: values.slice(0, 9),
			metric: `val/${metric}`,
			why,
			path: `${why}/${name}`,
			base: metric,
			progress: {fraction, etaSeconds: left, epoch: 3, epochs: 9},
			git: {branch, commit: null, dirty: null},
			remarks: {hidden, label, note: why, acknowledged: []},
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

/** Keys that lead to a place of its own. */
const begins = fc.constantFrom(
	...[[], ['b'], ['b', 'b', 'left'], ['f', 'G'], ['Q'], ['!'], ['?'], [':'], ['r', 'x'], ['N']],
);
const share = fc.option(fc.double({min: 0, max: 1, noNaN: true}));
const machine = fc.record({
	cpu: share,
	memory: share,
	disk: share,
	gpus: fc.array(share, {maxLength: 20}).map(shares =>
		shares.map((busy, index) => ({
			index,
			uuid: `GPU-${index}`,
			busy,
			memory: busy === null ? null : busy * 2 ** 35,
			memoryTotal: 2 ** 35,
			power: null,
			temperature: null,
		})),
	),
});

test('every line is exactly as wide as the terminal, whatever is shown at whatever size', () => {
	fc.assert(
		fc.property(
			fc.array(someRun, {maxLength: 6}),
			fc.array(word, {maxLength: 30}),
			fc.integer({min: 1, max: 300}),
			fc.integer({min: 1, max: 100}),
			fc.tuple(begins, fc.array(fc.constantFrom(...names), {maxLength: 6})),
			fc.boolean(),
			fc.array(fc.record({path: word, what: word}), {maxLength: 3}),
			machine,
			(runs, lines, columns, rows, [first, then], ascii, trouble, {gpus, ...busy}) => {
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
				const look = world({
					runs,
					pages: new Map([[page.file, page]]),
					trouble,
					gpus,
					machine: busy,
					hidden: lines.length,
					old: new Set(runs.slice(0, 1).map(({id}) => id)),
				});
				let {ui} = update(startUi({columns, rows}), {kind: 'look'}, look);
				for (const name of [...first, ...then]) {
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
		{seed: 4, numRuns: 250},
	);
});
