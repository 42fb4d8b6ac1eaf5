import {expect, test} from 'vitest';
import type {Event} from '../../../source/core/event.ts';
import type {Series} from '../../../source/core/series.ts';
import {exportText, isThinned, leftOut} from '../../../source/show/report/export.ts';
import {lined, runOf, witnessOf} from '../../kit/patient.ts';
import {series} from '../../kit/runs.ts';

function exported(list: readonly Series[], format: 'csv' | 'jsonl'): string {
	return [...exportText(list, format)].join('');
}

test('a table has a row for each point, values as they were read', () => {
	expect(exported([series('train/loss', [1.5, 1e-7, 0.1 + 0.2])], 'csv')).toBe(
		`metric,step,epoch,time,value,file,line
train/loss,0,1,2026-01-05T10:30:56.000Z,1.5,log.txt,5
train/loss,10,1,2026-01-05T10:30:57.000Z,1e-7,log.txt,6
train/loss,20,1,2026-01-05T10:30:58.000Z,0.30000000000000004,log.txt,7
`,
	);
});

test('what is not finite is spelt out in a table, and null beside its name in JSON', () => {
	const list = [series('train/loss', [Number.NaN, Number.POSITIVE_INFINITY, -1 / 0])];
	expect(exported(list, 'csv').match(/,(?:nan|-?inf),/g)).toEqual([',nan,', ',inf,', ',-inf,']);
	expect(exported(list, 'jsonl')).toBe(
		`{"metric":"train/loss","step":0,"epoch":1,"time":"2026-01-05T10:30:56.000Z","value":null,"nonFinite":"nan","file":"log.txt","line":5}
{"metric":"train/loss","step":10,"epoch":1,"time":"2026-01-05T10:30:57.000Z","value":null,"nonFinite":"inf","file":"log.txt","line":6}
{"metric":"train/loss","step":20,"epoch":1,"time":"2026-01-05T10:30:58.000Z","value":null,"nonFinite":"-inf","file":"log.txt","line":7}
`,
	);
});

test('what a log does not tell is an empty cell, or null', () => {
	const bare: Series = {
		...series('val/acc', [0.5]),
		point: () => ({step: null, epoch: null, at: null, value: 0.5, line: 3}),
	};
	expect(exported([bare], 'csv')).toBe(
		'metric,step,epoch,time,value,file,line\nval/acc,,,,0.5,log.txt,3\n',
	);
	expect(exported([bare], 'jsonl')).toBe(
		'{"metric":"val/acc","step":null,"epoch":null,"time":null,"value":0.5,"file":"log.txt","line":3}\n',
	);
});

test('names are quoted as RFC 4180 says, and cannot control a terminal', () => {
	const list = [series('val/a,"b"\x1b[2J\n\x9b', [1], {file: 'my, log.txt'})];
	expect(exported(list, 'csv').split('\n')[1]).toBe(
		'"val/a,""b""\uFFFD[2J\uFFFD\uFFFD",0,1,2026-01-05T10:30:58.000Z,1,"my, log.txt",5',
	);
	const json = exported(list, 'jsonl');
	expect(json).toContain(String.raw`"val/a,\"b\"\u001b[2J\n\u009b"`);
	expect(JSON.parse(json).metric).toBe('val/a,"b"\x1b[2J\n\x9b');
});

test('points of several files name their own', () => {
	const list = [{...series('train/loss', [2, 1]), fileOf: (index: number) => `part${index}.log`}];
	expect(exported(list, 'csv').match(/part\d\.log/g)).toEqual(['part0.log', 'part1.log']);
});

test('a long series comes in pieces of some 64 KB', () => {
	const list = [
		series(
			'train/loss',
			Array.from({length: 5000}, (_, index) => index),
		),
	];
	const pieces = [...exportText(list, 'csv')];
	expect(pieces.length).toBeGreaterThan(3);
	expect(Math.max(...pieces.map(piece => piece.length))).toBeLessThan(66_000);
	expect(pieces.join('').split('\n')).toHaveLength(5002);
});

test('a run without series is a table without rows', () => {
	expect(exported([], 'csv')).toBe('metric,step,epoch,time,value,file,line\n');
	expect(exported([], 'jsonl')).toBe('');
});

test('a file of more rows than memory keeps is one whose points are read again', () => {
	const step = (number: number): Event => ({
		kind: 'metrics',
		split: 'train',
		position: {step: number},
		values: {loss: number},
	});
	const told = lined(Array.from({length: 70_000}, (_, index) => step(index + 1)));
	const loss = runOf([witnessOf(told)]).run.series.get('train/loss')!;
	expect(loss.points).toBe(70_000);
	expect(loss.length).toBeLessThan(70_000);
	expect(isThinned(loss)).toBe(true);
});

test('a series says what it lacks, and whether its points must be read again', () => {
	const whole = series('train/lr', [1, 2]);
	const thinned = {...series('train/loss', [1, 2]), points: 70_000};
	const cut = {...series('val/acc', [1, 2]), points: 5};
	expect([whole, thinned, cut].map(isThinned)).toEqual([false, true, false]);
	expect([leftOut(whole, 2), leftOut(thinned, 70_000), leftOut(cut, 2)]).toEqual([
		undefined,
		undefined,
		'val/acc: 2 of its 5 points are told: a later launch went back behind the others',
	]);
});
