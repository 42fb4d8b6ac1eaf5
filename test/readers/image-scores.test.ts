import {expect, test} from 'vitest';
import {scoreReaders} from '../../source/readers/index.ts';

const {imageOf, read} = scoreReaders.imageScores;

test.each([
	['page_3_recall.txt', 'page_3'],
	['page_3_precision.txt', 'page_3'],
	['img_1.jpg_recall.txt', 'img_1.jpg'],
	['page_3.txt', 'page_3'],
	['classes.txt', undefined],
	['page_3.png', undefined],
])('%s tells of the image %s', (name, image) => {
	expect(imageOf(name)).toBe(image);
});

test.each([
	['p_recall.txt', '0.98\n', {recall: 0.98, precision: null}],
	['p_precision.txt', 'precision: 0.5', {recall: null, precision: 0.5}],
	['p_precision.txt', '50.0 %\n', {recall: null, precision: 50}],
	[
		'p.txt',
		'image: p.jpg\nprecision: 0.9365\nrecall: 0.9833\nf_score: 0.9593\n',
		{recall: 0.9833, precision: 0.9365},
	],
	['p.txt', '{"Precision": 1e-3, "Recall": 1}', {recall: 1, precision: 0.001}],
	['p.txt', 'recall: nan\nprecision: -\n', {recall: null, precision: null}],
	['p_recall.txt', '', {recall: null, precision: null}],
	['p.txt', 'true_recall: 0.4\n', {recall: null, precision: null}],
])('%s with %j', (name, text, told) => {
	expect(read(name, text)).toEqual(told);
});
