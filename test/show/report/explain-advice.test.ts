import {expect, test} from 'vitest';
import {adviceFor} from '../../../source/show/report/explain-advice.ts';

const report = (more: Partial<Parameters<typeof adviceFor>[0]>) => ({
	format: 'csv',
	why: '',
	candidates: [],
	lines: 10,
	understood: 5,
	notUnderstood: [],
	trouble: [],
	...more,
});
const after = (...all: readonly string[]) =>
	adviceFor(report({trouble: all.map(what => ({offset: 0, what}))}));

test.each([
	['packed with gzip, not a text', 'gunzip -k'],
	['a pickle, not a text', 'nothing in a pickle is read or run'],
	['binary data, not a text', 'look for the log'],
	['a record that fails its checksum', 'copy it again'],
	['a damaged record: its block is passed over', 'copy it again'],
	['2 cells under 3 columns', 'do not fit their header'],
	['the document has no end yet', 'still being written'],
	['a line too long to be a row', 'passed over'],
])('%s: what to do is said', (what, said) => {
	expect(after(what)).toEqual([expect.stringContaining(said)]);
});

test('the same is said once', () => {
	expect(after('2 cells under 3 columns', '4 cells under 3 columns')).toHaveLength(1);
});

test('of a text that no format knows, how to describe it; of one that is known, nothing', () => {
	expect(adviceFor(report({format: 'text', understood: 0}))).toEqual([
		expect.stringContaining('formats:'),
	]);
	expect(adviceFor(report({format: 'text', understood: 0, lines: 0}))).toEqual([]);
	expect(adviceFor(report({}))).toEqual([]);
});
