import {expect, test} from 'vitest';
import {splitOf} from '../../source/core/split.ts';

test.each([
	['train/loss', 'train', 'loss'],
	['train_loss_step', 'train', 'loss_step'],
	['Train Loss', 'train', 'Loss'],
	['trainLoss', 'train', 'Loss'],
	['val_loss', 'val', 'loss'],
	['ValLoss', 'val', 'Loss'],
	['tr_loss', 'train', 'loss'],
	['va_acc', 'val', 'acc'],
	['valid-acc', 'val', 'acc'],
	['validation/mIoU', 'val', 'mIoU'],
	['eval_top1', 'val', 'top1'],
	['dev.bleu', 'val', 'bleu'],
	['test_acc', 'test', 'acc'],
	['Loss/train', 'train', 'Loss'],
	['accuracy_val', 'val', 'accuracy'],
	['epoch_val_loss', 'val', 'epoch_loss'],
	['smoothed val loss', 'val', 'smoothed loss'],
] as const)('%s belongs to %s and is called %s', (metric, split, name) => {
	expect(splitOf(metric)).toEqual({split, name});
});

test.each(['loss', 'value_loss', 'trainable', 'interval', 'testament', 'lr/pg0', 'train', 'val'])(
	'%s tells no split',
	metric => {
		expect(splitOf(metric)).toBeUndefined();
	},
);
