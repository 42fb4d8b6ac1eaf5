import {expect, test} from 'vitest';
import type {Verdict} from '../../source/core/alert.ts';
import {textOf} from '../../source/show/lines.ts';
import {drawHeader} from '../../source/show/panels/header.ts';
import {painter, themeOf} from '../../source/show/theme.ts';
import type {World} from '../../source/show/world.ts';
import {run, world} from '../kit/runs.ts';

const theme = themeOf('none');
const {glyphs} = theme;

/** What stands between the name of the program and the place. */
function verdict(verdicts: readonly Verdict[], columns = 100, more: Partial<World> = {}): string {
	const runs = verdicts.map((told, index) => run(`exp_${index}`, 'running', {verdict: told}));
	const text = textOf(drawHeader(world({runs, ...more}), glyphs, columns));
	expect(text).toHaveLength(columns);
	return text
		.slice(text.indexOf('watchexp') + 8)
		.replace(/ {2}gpu01.*| +10:31.*/, '')
		.trim();
}

test.each<readonly [readonly Verdict[], string]>([
	[[], ''],
	[['ok', 'ok'], '✔ all well'],
	[['warn', 'ok'], '! 1 warning'],
	[['warn', 'critical', 'warn', 'critical', 'warn'], '✖ 2 critical  ! 3 warnings'],
])('runs that are %j: %s', (verdicts, told) => {
	expect(verdict(verdicts)).toBe(told);
});

test('where words have no room, signs and numbers stay, before the place and the time', () => {
	expect(verdict(['critical', 'warn'], 60)).toBe('✖ 1 critical  ! 1 warning');
	expect(verdict(['critical', 'warn'], 30)).toBe('✖ 1  ! 1');
	expect(verdict(['critical', 'warn'], 20)).toBe('✖ 1  ! 1');
});

test('what is not read yet is not called well', () => {
	expect(verdict(['ok'], 100, {settled: false, read: 0.4})).toBe('');
	expect(verdict(['warn'], 100, {settled: false, read: 0.4})).toBe('! 1 warning');
	expect(verdict(['ok'], 100, {settled: false, read: 1})).toBe('');
});

test('what is folded away does not count', () => {
	expect(verdict(['ok', 'critical'], 100, {old: new Set(['run:exp_1'])})).toBe('✔ all well');
});

test('only the verdict is coloured, not how many run', () => {
	const runs = [run('a', 'running', {verdict: 'critical'}), run('b', 'running')];
	const colours = themeOf('16');
	const painted = painter(colours)(drawHeader(world({runs}), glyphs, 100));
	expect(painted).toContain('\x1b[1;31m  ✖ 1 critical\x1b[0m');
	expect(painted).toContain('2 runs  2 running ');
	expect(painted).not.toContain('\x1b[32m');
});

test('that not all is read yet is said before the place, and simulated runs have none', () => {
	const runs = [run('a', 'running', {verdict: 'critical'}), run('b', 'running', {verdict: 'warn'})];
	const header = (more: Partial<World>) => textOf(drawHeader(world({runs, ...more}), glyphs, 76));
	expect(header({settled: false, read: 0.43})).toContain('2 runs  reading 43%');
	expect(header({settled: false, read: 1})).toContain('2 runs  checking');
	expect(header({demo: true})).toContain('gpu01  ');
	expect(header({demo: true})).not.toContain('workdirs');
});
