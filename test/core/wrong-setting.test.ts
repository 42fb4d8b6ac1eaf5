import {expect, test} from 'vitest';
import type {Fact} from '../../source/core/event.ts';
import {wrongSettings} from '../../source/core/wrong-setting.ts';

test.each<[string, Fact, string]>([
	['batch_size', 0, 'nothing can be trained with none'],
	['train.dataloader.batch_size', 0, 'nothing can be trained with none'],
	['max_epochs', -5, 'is negative'],
	['optimizer.lr', -0.1, 'is negative: the loss would rise'],
	['lr', 1000, 'is far too large'],
	['weight', Number.NaN, 'is no number'],
])('%s: %j %s', (name, value, why) => {
	expect(wrongSettings({[name]: value, other: 1})).toEqual([{name, value, why}]);
});

test.each<[string, Fact]>([
	['batch_size', 8],
	['epochs', -1],
	['lr', 0],
	['momentum', 0],
	['batch_size', 'auto'],
	['start_epoch', 0],
	['lr_decay', -1],
])('%s: %j may be meant', (name, value) => {
	expect(wrongSettings({[name]: value})).toEqual([]);
});
