import type {LineShape} from '../../core/format.ts';

/** Names that are places, or worth nothing, in hand-written loops. */
export const places = {
	epoch: 'epoch',
	Epoch: 'epoch',
	step: 'step',
	Step: 'step',
	global_step: 'step',
	steps: 'step',
	'Train step': 'step',
	'Train steps': 'step',
	'Training step': 'step',
	'Training steps': 'step',
	'Train epoch': 'epoch',
	'Train Epoch': 'epoch',
	'Training epoch': 'epoch',
	'Training Epoch': 'epoch',
	Steps: 'step',
	iter: 'step',
	Iter: 'step',
	iters: 'step',
	Iteration: 'step',
	Episode: 'step',
	batch: 'stepInEpoch',
	Batch: 'stepInEpoch',
	eta: 'none',
	ETA: 'none',
	best: 'none',
	id: 'none',
} as const satisfies LineShape['places'];

/** What such loops put before a name to tell its split. */
export const prefixes = {
	'Train ': 'train',
	'train ': 'train',
	'Training ': 'train',
	train_: 'train',
	avg_train_: 'train',
	avg_val_: 'val',
	avg_valid_: 'val',
	'Val ': 'val',
	'val ': 'val',
	'Valid ': 'val',
	'valid ': 'val',
	'Validation ': 'val',
	'Val. ': 'val',
	'Valid. ': 'val',
	'validation ': 'val',
	valid_: 'val',
	val_: 'val',
	eval_: 'val',
	'Test ': 'test',
	'test ': 'test',
	test_: 'test',
} as const satisfies LineShape['prefixes'];

/** What they put behind it. */
export const suffixes = {
	_train: 'train',
	_val: 'val',
	_valid: 'val',
	_test: 'test',
} as const satisfies LineShape['suffixes'];
