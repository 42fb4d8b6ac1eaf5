import {expect, test} from 'vitest';
import type {Checkpoint} from '../../source/core/checkpoint.ts';
import type {Event} from '../../source/core/event.ts';
import {checkpointsOf, withMetrics} from '../../source/judge/checkpoints.ts';
import {storyOf} from '../../source/judge/story.ts';
import {dawn, lined, witnessOf} from '../kit/patient.ts';

function saved(epoch: number, path?: string, best = false): Event {
	const where = path === undefined ? {} : {path};
	return {kind: 'checkpoint', best, ...where, position: {epoch}, at: dawn + epoch * 1000};
}

function lying(path: string, kind: Checkpoint['kind'] = 'periodic'): Checkpoint {
	const none = {step: null, epoch: null, savedAt: dawn};
	return {path, files: [path], kind, bytes: 9, ...none, resume: 'full'};
}

function joined(events: readonly Event[], disk?: readonly Checkpoint[]) {
	return checkpointsOf(storyOf([witnessOf(lined(events))]).chains, disk).map(
		({path, kind, epoch, resume}) => [path, kind, epoch, resume],
	);
}

test('where none lie on disk, those that lines tell of: one for each path', () => {
	const events = [saved(1, 'last.pth'), saved(1, 'a/best.pth', true), saved(2, 'last.pth')];
	expect(joined(events)).toEqual([
		['a/best.pth', 'best', 1, 'unknown'],
		['last.pth', 'last', 2, 'unknown'],
	]);
});

test('what lies on disk counts, and lines tell where it was saved', () => {
	const events = [saved(3, '/abs/run/ckpt/best_model.pth', true), saved(5, 'gone.pth')];
	expect(joined(events, [lying('ckpt/best_model.pth', 'best'), lying('x.pth')])).toEqual([
		['ckpt/best_model.pth', 'best', 3, 'full'],
		['x.pth', 'periodic', null, 'full'],
	]);
});

test('a name alone is told of the file, another folder’s file is not', () => {
	const disk = [lying('a/model_1.pth'), lying('b/model_2.pth')];
	expect(joined([saved(1, 'model_1.pth'), saved(2, 'a/model_2.pth')], disk)).toEqual([
		['a/model_1.pth', 'periodic', 1, 'full'],
		['b/model_2.pth', 'periodic', null, 'full'],
	]);
});

test('of files that were each the best when saved, the last one is', () => {
	const events = [saved(1, '01-0.9.keras', true), saved(2, '02-0.8.keras', true)];
	expect(joined(events, [lying('c/01-0.9.keras'), lying('c/02-0.8.keras')])).toEqual([
		['c/01-0.9.keras', 'periodic', 1, 'full'],
		['c/02-0.8.keras', 'best', 2, 'full'],
	]);
});

test('a best one without a name is the only one called so', () => {
	const events = [saved(1, undefined, true), saved(4, undefined, true), saved(5)];
	const disk = [lying('best.pth', 'best'), lying('last.pth', 'last')];
	expect(joined(events, disk)).toEqual([
		['best.pth', 'best', 4, 'full'],
		['last.pth', 'last', null, 'full'],
	]);
	expect(joined(events, [lying('best_acc.pth', 'best'), lying('best_f1.pth', 'best')])).toEqual([
		['best_acc.pth', 'best', null, 'full'],
		['best_f1.pth', 'best', null, 'full'],
	]);
});

test('a checkpoint has the value told with it, else the one evaluated at its place', () => {
	const told: Event = {...saved(3, 'best.pth', true), monitor: 'acc', value: 0.5} as Event;
	const {chains} = storyOf([witnessOf(lined([told]))]);
	const disk = [lying('best.pth', 'best'), {...lying('epoch_4.pth'), epoch: 4}, lying('x.pth')];
	const evaluations = [
		{epoch: 4, step: null, at: null, values: {'val/acc': 0.25}, source: null},
		{epoch: 9, step: null, at: null, values: {'val/acc': 0.75}, source: null},
	];
	const validation = {evaluations, primary: 'val/acc'};
	expect(withMetrics(checkpointsOf(chains, disk), validation).map(({metric}) => metric)).toEqual([
		{name: 'val/acc', value: 0.5},
		{name: 'val/acc', value: 0.25},
		null,
	]);
});

test('an epoch that was evaluated twice does not tell which value a checkpoint reached', () => {
	const at = (step: number, value: number) => ({
		epoch: 0,
		step,
		at: null,
		values: {'val/psnr': value},
		source: null,
	});
	const validation = {evaluations: [at(100, 28), at(200, 29)], primary: 'val/psnr'};
	const disk = [150, 200].map(step => ({...lying(`net_g_${step}.pth`), epoch: 0, step}));
	expect(withMetrics(disk, validation).map(({metric}) => metric?.value)).toEqual([undefined, 29]);
});
