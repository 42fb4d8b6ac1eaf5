import {expect, test} from 'vitest';
import {isText, mayBeLog, rankOf, stemOf, weightOf} from '../../source/gather/names.ts';
import {absolute, join, nameOf, parentOf, relative} from '../../source/gather/path.ts';

test.each([
	'log.txt',
	'train.log',
	'slurm-123.out',
	'job.e4711',
	'metrics.csv',
	'logging.jsonl',
	'20210812_190636.log.json',
	'events.out.tfevents.1795346276.gpu',
	'run-a1.wandb',
	'workerlog.0',
	'训练.log',
])('%s may be a log', name => expect(mayBeLog(name)).toBe(true));

test.each([
	'requirements.txt',
	'requirements-dev.txt',
	'README.txt',
	'LICENSE',
	'vocab.txt',
	'classes.txt',
	'train_list.txt',
	'endpoints.log',
	'default.gpu.log',
	'debug-internal.log',
	'train.py',
	'notes.md',
	'config.yaml',
	'best.pth',
	'test_net_20241020_120000.log',
])('%s is none', name => expect(mayBeLog(name)).toBe(false));

test.each([
	['workerlog.3', 3],
	['log.txt.rank1', 1],
	['20230604_134110_gpu01_device0_rank0.log', 0],
	['default.qyrclg.2.log', 2],
	['train.log', undefined],
])('%s was written by rank %s', (name, rank) => expect(rankOf(name)).toBe(rank));

test.each([
	['job-12.out', 'job-12.err'],
	['workerlog.0', 'workerlog.11'],
	['train.log', 'train.log.1'],
	['a.o4711', 'a.e4711'],
	['20210812_190636.log', '20210812_190636.log.json'],
])('%s and %s belong together', (a, b) => expect(stemOf(a)).toBe(stemOf(b)));

test('the text of rank 0 comes before its errors, its older parts and other ranks', () => {
	const names = ['workerlog.1', 'train.log.1', 'train.err', 'train.log'];
	expect(names.sort((a, b) => weightOf(a) - weightOf(b))).toEqual([
		'train.log',
		'train.err',
		'train.log.1',
		'workerlog.1',
	]);
});

test('console logs are text, tables and event files are not', () => {
	expect(['nohup.out', 'log.txt', 'results.csv', 'scalars.json', 'x.tfevents'].map(isText)).toEqual(
		[true, true, false, false, false],
	);
});

test('paths', () => {
	expect([join('/', 'a'), join('/a', 'b/c'), join('/a', '')]).toEqual(['/a', '/a/b/c', '/a']);
	expect([parentOf('/a/b'), parentOf('/a'), parentOf('/')]).toEqual(['/a', '/', '/']);
	expect(nameOf('/a/b.log')).toBe('b.log');
	expect([relative('/a/b', '/a/c/d'), relative('/', '/a'), relative('/a', '/a')]).toEqual([
		'../c/d',
		'a',
		'',
	]);
	expect([
		absolute('../x//y/.', '/a/b', undefined),
		absolute('~/runs', '/a', '/home/me'),
		absolute('/..', '/a', undefined),
	]).toEqual(['/a/x/y', '/home/me/runs', '/']);
});
