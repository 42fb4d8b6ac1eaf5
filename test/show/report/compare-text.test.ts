import {expect, test} from 'vitest';
import type {Run} from '../../../source/core/run.ts';
import {compareJson, compareText} from '../../../source/show/report/compare-text.ts';
import {now, run, sampleRuns} from '../../kit/runs.ts';

const look = {width: 100, ascii: false, depth: 'plain'} as const;
const [crashed, , , , , finished] = sampleRuns as readonly Run[];
const pair = [crashed!, finished!];

test('runs stand side by side: curves, marks at an equal epoch, and only the settings that differ', () => {
	const lines = compareText(pair, look).split('\n');
	expect(lines[0]).toBe(' train/loss');
	expect(lines.slice(1, 14).every(line => /^ *(?:\d\.\d+ ┤|│)/.test(line))).toBe(true);
	expect(lines.slice(16)).toEqual([
		'',
		` exp_20260105_143022${' '.repeat(23)}█▇▇▆▅▅▄▄▃▃▃▂▂▂▂▂▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁  1.876 → 0.8456`,
		` exp_v1_baseline${' '.repeat(27)}██▇▆▅▅▄▄▃▃▃▂▂▂▂▂▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁  1.900 → 0.1566`,
		'',
		'                   ━ exp_20260105_143022       ━ exp_v1_baseline',
		' state             ✖ crashed                   ✔ finished',
		' epoch             3/5                         5/5',
		' loss              0.8456                      0.1566',
		' best F-score      0.7450 @2                   0.8610 @5',
		'   up to epoch 2   0.7450 ★                    0.7400',
		'',
		' settings that differ',
		' batch_size        8                           16',
		' lr                0.007                       0.001',
		' backbone          resnet18                    resnet50',
		' image_size        640                         –',
		'',
		' branches and commits',
		' branch            exp/adamw                   –',
		' commit            abc123d                     –',
		'',
	]);
});

test('every run has its column, however many there are', () => {
	const many = Array.from({length: 9}, (_, index) => run(`run${index}`, 'running'));
	const text = compareText(many, {...look, width: 60});
	for (const {name} of many) expect(text).toContain(`━ ${name}`);
	expect(text).not.toContain('more');
});

test('runs without a curve say so', () => {
	const text = compareText([run('a', 'waiting'), run('b', 'waiting')], look);
	expect(text).toMatch(/^ {2}No curve to compare yet\.\n\n a +no loss yet\n b +no loss yet\n/);
	expect(text).toContain(' No setting is known to differ.');
});

test('ASCII is ASCII, and plain has no control codes', () => {
	const text = compareText(pair, {...look, ascii: true});
	expect(text).toMatch(/^[\x20-\x7e\n]+$/);
	expect(compareText(pair, look).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
});

test('programs get the same, with settings as they are', () => {
	const sources = [null, null];
	expect(compareJson({runs: pair, at: now})).toEqual({
		schema: 'watchexp.compare/1',
		at: '2026-01-05T10:31:00.000Z',
		metric: 'val/F-score',
		goal: 'max',
		names: [],
		equal: {unit: 'epoch', at: 2},
		runs: [
			{
				id: 'run:exp_20260105_143022',
				name: 'exp_20260105_143022',
				path: 'workdirs/exp_20260105_143022',
				state: 'crashed',
				verdict: 'critical',
				epoch: 3,
				step: 174,
				loss: 'train/loss',
				lastLoss: {step: 1190, epoch: 12, value: 0.8456},
				primary: 'val/F-score',
				best: {step: 114, epoch: 2, value: 0.745},
				bestAtEqual: 0.745,
				leads: true,
			},
			{
				id: 'run:exp_v1_baseline',
				name: 'exp_v1_baseline',
				path: 'workdirs/exp_v1_baseline',
				state: 'finished',
				verdict: 'ok',
				epoch: 5,
				step: 285,
				loss: 'train/loss',
				lastLoss: {step: 1490, epoch: 15, value: 0.1566},
				primary: 'val/F-score',
				best: {step: 285, epoch: 5, value: 0.861},
				bestAtEqual: 0.74,
				leads: false,
			},
		],
		settings: [
			{name: 'batch_size', values: [8, 16], sources},
			{name: 'lr', values: [0.007, 0.001], sources},
			{name: 'backbone', values: ['resnet18', 'resnet50'], sources},
			{name: 'image_size', values: [640, null], sources},
		],
		origin: [
			{name: 'branch', values: ['exp/adamw', null]},
			{name: 'commit', values: ['abc123d', null]},
		],
		environment: [],
		incomparable: [],
	});
});

test('a setting that differs is told with the line where it stands', () => {
	const withSource = (name: string, lr: number, line: number) =>
		run(name, 'finished', {
			settings: {file: 'c.yaml', values: {lr}, sources: {lr: `c.yaml:${line}`}},
		});
	const runs = [withSource('a', 0.1, 3), withSource('b', 0.2, 7)];
	expect(compareJson({runs, at: now})).toMatchObject({
		settings: [{name: 'lr', values: [0.1, 0.2], sources: ['c.yaml:3', 'c.yaml:7']}],
	});
});

test('settings that differ are a tree, with where they stand where files of other names say it', () => {
	const settings = (lr: number, depth: number, file: string) => ({
		file,
		values: {'train.optim.lr': lr, 'train.optim.wd': lr / 10, 'model.depth': depth, seed: 1},
		sources: {
			'train.optim.lr': `${file}:3`,
			'train.optim.wd': `${file}:4`,
			'model.depth': `config.yaml:${depth}`,
		},
	});
	const runs = [
		run('a', 'finished', {settings: settings(0.1, 18, 'config.yaml')}),
		run('b', 'finished', {settings: settings(0.2, 50, 'log.txt')}),
	];
	const tree = (width: number) => {
		const text = compareText(runs, {...look, width});
		return text.slice(text.indexOf(' settings that differ')).split('\n').slice(1, 6);
	};
	expect(tree(100)).toEqual([
		' train',
		'   optim',
		'     lr            0.1  config.yaml:3                      0.2  log.txt:3',
		'     wd            0.01  config.yaml:4                     0.02  log.txt:4',
		' model.depth       18                                      50',
	]);
	expect(tree(60)[2]).toBe('     lr            0.1                  0.2');
});

test('a run that is judged by another metric says which', () => {
	const other = run('b', 'running', {scores: [20, 30], metric: 'val/psnr'});
	const [row] = /^ best F-score.*$/m.exec(compareText([crashed!, other], look)) ?? [];
	expect(row).toBe(' best F-score      0.7450 @2                   psnr 30.000 @2');
});

test('what the names of the runs tell stands beside their settings', () => {
	const named = [run('net_b64_lr0.1', 'finished'), run('net_b32_lr0.1', 'finished')];
	expect(compareText(named, look)).toContain(
		' as their names say\n b                 64                          32\n',
	);
	expect(compareJson({runs: named, at: now})).toMatchObject({
		names: [{name: 'b', values: ['64', '32']}],
	});
});

test('runs on different versions are marked as not comparable', () => {
	const [one, other] = [
		{...run('a', 'finished'), environment: {host: 'gpu01', torch: '2.1.2', cuda: '11.8'}},
		{...run('b', 'finished'), environment: {host: 'gpu02', torch: '1.13.1', cuda: '11.8'}},
	];
	const lines = compareText([one, other], look).split('\n');
	expect(lines).toContain(' not comparable: torch 2.1.2 vs 1.13.1');
	expect(lines.slice(-4)).toEqual([
		' what they ran on, where it differs',
		' host              gpu01                       gpu02',
		' torch             2.1.2                       1.13.1',
		'',
	]);
	expect(compareJson({runs: [one, other], at: now})).toMatchObject({
		incomparable: ['torch 2.1.2 vs 1.13.1'],
		environment: [
			{name: 'host', values: ['gpu01', 'gpu02']},
			{name: 'torch', values: ['2.1.2', '1.13.1']},
		],
	});
});
