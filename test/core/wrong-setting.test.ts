import {expect, test} from 'vitest';
import type {Fact} from '../../source/core/event.ts';
import {settingNotes, wrongSettings} from '../../source/core/wrong-setting.ts';

test.each<[string, Fact, string]>([
	['batch_size', 0, 'nothing can be trained with none'],
	['train.dataloader.batch_size', 0, 'nothing can be trained with none'],
	['max_epochs', -5, 'is negative'],
	['optimizer.lr', -0.1, 'is negative: the loss would rise'],
	['lr', 11, 'is far too large'],
	['lr0', 0, 'nothing is learnt with it'],
	['num_classes', 0, 'nothing can be trained with none'],
	['weight', Number.NaN, 'is no number'],
])('%s: %j %s', (name, value, why) => {
	expect(wrongSettings({[name]: value, other: 1})).toEqual([{name, value, why}]);
});

test.each<[string, Fact]>([
	['batch_size', 8],
	['epochs', -1],
	['lr', 10],
	['momentum', 0],
	['batch_size', 'auto'],
	['start_epoch', 0],
	['lr_decay', -1],
])('%s: %j may be meant', (name, value) => {
	expect(wrongSettings({[name]: value})).toEqual([]);
});

test('what is odd about the settings of a run is told with the line that says it', () => {
	const settings = {
		file: 'config.yaml',
		values: {batch_size: 0, 'data.root': '/home/ann/gone', lr: 0.1},
		sources: {batch_size: 'config.yaml:3', lr: 'config.yaml:9'},
		missing: ['data.root'],
		otherwise: {lr: {value: 0.2, source: 'train.log:1'}},
	};
	expect(settingNotes(settings)).toEqual([
		{
			name: 'batch_size',
			value: 0,
			why: 'nothing can be trained with none',
			source: 'config.yaml:3',
		},
		{name: 'data.root', value: '/home/ann/gone', why: 'does not exist', source: null},
		{name: 'lr', value: 0.1, why: 'but train.log:1 says 0.2', source: 'config.yaml:9'},
	]);
	expect(settingNotes(null)).toEqual([]);
});
