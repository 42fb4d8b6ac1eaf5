import {expect, test} from 'vitest';
import {smallerBatch, smallerRate, widerNumbers} from '../../source/core/finding.ts';

test('advice names the settings of the run', () => {
	expect(smallerBatch({'train.batch_size': 8})).toMatch(/^train\.batch_size is 8: try 4 or 2, /);
	expect(smallerRate({lr: 0.01, max_grad_norm: 5})).toBe(
		'lr is 0.01: try 0.001, a warm-up, or gradients clipped harder (max_grad_norm is 5)',
	);
	expect(widerNumbers({fp16: true})).toBe('fp16 is true: try bf16 or a smaller loss scale');
	expect(widerNumbers({'trainer.precision': '16-mixed'})).toMatch(
		/^trainer\.precision is 16-mixed: /,
	);
});

test('where the settings tell nothing, advice is general', () => {
	expect(smallerBatch({})).toMatch(/^lower the batch size/);
	expect(smallerRate({max_grad_norm: 0})).toBe(
		'lower the learning rate, or try a warm-up or clipped gradients',
	);
	for (const settings of [{}, {fp16: false}, {precision: 'bf16-mixed'}, {dtype: 'float32'}]) {
		expect(widerNumbers(settings)).toMatch(/^half precision may have/);
	}
});
