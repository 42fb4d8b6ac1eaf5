import {expect, test} from 'vitest';
import type {Host} from '../../source/core/host.ts';
import {probes} from '../../source/probes/index.ts';
import {scoreReaders} from '../../source/readers/index.ts';
import {memoryHost} from '../kit/host.ts';

const ask = (host: Host, most?: number) =>
	probes.results.ask(host, {
		folder: '/run',
		reader: scoreReaders.imageScores,
		...(most !== undefined && {most}),
	});

test('images by their own files, predictions, pictures', async () => {
	const host = memoryHost({
		'/run/log.txt': 'x',
		'/run/eval_results/predictions.json': '[]',
		'/run/eval_results/ground_truth.json': '[1]',
		'/run/eval_results/a.png': '',
		'/run/eval_results/confusion_matrix.png': '',
		'/run/eval_results/metrics_per_image/p1_precision.txt': '0.5',
		'/run/eval_results/metrics_per_image/p1_recall.txt': '0.25',
		'/run/eval_results/metrics_per_image/p2.txt': 'precision: 0.75\nrecall: 1\n',
	});
	const p1 = {image: 'p1', recall: 0.25, precision: 0.5};
	const p2 = {image: 'p2', recall: 1, precision: 0.75};
	expect(await ask(host)).toEqual([
		{
			folder: 'eval_results',
			images: 2,
			read: 2,
			more: false,
			recall: {mean: 0.625, worst: [p1, p2], best: [p2, p1]},
			precision: {mean: 0.625, worst: [p1, p2], best: [p2, p1]},
			files: [
				{path: 'eval_results/ground_truth.json', bytes: 3},
				{path: 'eval_results/predictions.json', bytes: 2},
			],
			pictures: ['eval_results/confusion_matrix.png', 'eval_results/a.png'],
			pictureCount: 2,
			trouble: [],
		},
	]);
});

test('BasicSR keeps pictures in visualization, a folder for each data set and image', async () => {
	const host = memoryHost({
		'/run/visualization/Set5/baby/baby_5000.png': '',
		'/run/visualization/Set5/bird/bird_5000.png': '',
	});
	const [told] = await ask(host);
	expect(told).toMatchObject({
		folder: 'visualization',
		images: 0,
		recall: null,
		pictures: ['visualization/Set5/baby/baby_5000.png', 'visualization/Set5/bird/bird_5000.png'],
		pictureCount: 2,
	});
});

test('nothing where no evaluation left anything', async () => {
	expect(await ask(memoryHost({'/run/log.txt': 'x', '/run/eval_results/': ''}))).toEqual([]);
});

test('of many images a sample is read, evenly spread, a few at a time', async () => {
	const tree: Record<string, string> = {};
	for (let index = 0; index < 1000; index++) tree[`/run/eval_results/p${index}.txt`] = 'recall: 1';
	const host = memoryHost(tree);
	const [told] = await ask(host, 10);
	expect([told?.images, told?.read, host.counts.open]).toEqual([1000, 10, 10]);
	expect(told?.recall?.worst.map(({image}) => image)).toEqual([
		'p0',
		'p100',
		'p200',
		'p300',
		'p400',
	]);
	expect(host.counts.most).toBeLessThanOrEqual(8);
});

test('a folder that is not to be listed, links in a circle, files that cannot be read: told or passed by', async () => {
	const host = memoryHost({
		'/run/eval_results/p1.txt': 'recall: 0.5',
		'/run/eval_results/p2.txt': 'recall: 0.5',
		'/run/eval_results/secret/p3.txt': 'recall: 0.5',
	});
	host.linkTo('/run/eval_results/loop', '/run');
	host.refuse('/run/eval_results/p2.txt', 'EACCES');
	host.refuse('/run/eval_results/secret', 'EACCES');
	const [told] = await ask(host);
	expect([told?.images, told?.read, told?.trouble]).toEqual([
		2,
		1,
		['cannot list /run/eval_results/secret: EACCES', '1 files of metrics cannot be read'],
	]);
});
