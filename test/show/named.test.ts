import {expect, test} from 'vitest';
import {factText, namedFact, namedIn} from '../../source/show/named.ts';
import {listed, nextSort} from '../../source/show/order.ts';
import {columnsOf} from '../../source/show/panels/columns.ts';
import {run} from '../kit/runs.ts';

const runs = [
	'b64c36_lr0.02_500K',
	'b64c36_lr0.002_500K',
	'b32c36_lr0.2_300K',
	'other_b8',
	'exp_20260105_143022',
	'exp_20260106_091233',
].map(name => run(name, 'running'));

test('settings in which runs of like names differ are told, others are not', () => {
	expect(namedIn(runs)).toEqual(['named b', 'named lr', 'named steps']);
	expect(namedIn(runs.slice(2))).toEqual([]);
	expect(namedIn([])).toEqual([]);
});

test('the list has a column for each where there is room', () => {
	const names = (width: number) => columnsOf(runs, width).columns.map(({name}) => name);
	expect(names(120).filter(name => name.startsWith('named'))).toEqual([]);
	expect(names(160).slice(2, 7)).toEqual([
		'progress',
		'named b',
		'named lr',
		'named steps',
		'loss',
	]);
});

test('runs are sorted by what their names say, and those that say nothing come last', () => {
	const by = (reverse: boolean) =>
		listed({runs}, {filter: '', sort: {by: 'named lr', reverse}}).map(({name}) => name);
	expect(by(false).slice(0, 3)).toEqual([
		'b64c36_lr0.002_500K',
		'b64c36_lr0.02_500K',
		'b32c36_lr0.2_300K',
	]);
	expect(by(true)[0]).toBe('b32c36_lr0.2_300K');
	expect(by(true).at(-1)).toMatch(/^other|^exp/);
});

test('the next column after the last usual one is the first setting, then it begins anew', () => {
	expect(nextSort('eta', ['named b', 'named lr'])).toBe('named b');
	expect(nextSort('named lr', ['named b', 'named lr'])).toBe('trouble');
	expect(nextSort('named lr', ['named b', 'named lr'], 'named')).toBe('named b');
	expect(nextSort('eta', [], 'named')).toBe('eta');
});

test('a setting takes few columns', () => {
	const [first, , , other] = runs;
	expect(factText(namedFact(first!, 'named steps'))).toBe('500k');
	expect(factText(namedFact(first!, 'named lr'))).toBe('0.02');
	expect(factText(namedFact(other!, 'named lr'))).toBe('–');
});
