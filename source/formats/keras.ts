import type {Format} from '../core/format.ts';

/** Keras 1 to 3: the progress bar of `fit` at verbose 1 and 2, and what its callbacks print (keras/src/utils/progbar.py). */
export default {
	title: 'Keras',
	url: 'https://github.com/keras-team/keras',
	hallmark: /^ *\d+\/(?:\d+|Unknown) (?:\[=*>?\.*\] - |━+)/,
	lines: [
		{kind: 'phase', phase: 'training', match: /^Epoch:? ?(?<epoch>\d+)\/(?<epochs>\d+)\s*$/i},
		{
			kind: 'metrics',
			bar: 'mean',
			has: '/',
			match:
				/^ *(?<stepInEpoch>\d+)\/(?:(?<stepsPerEpoch>\d+)|Unknown) (?:(?:\[[=>.]*\]|[━╸╺]+) (?:- )?(?:ETA: )?|- )[\d:]+s?(?: -)?(?: [\d.]+[mu]?s\/\w+)? - (?=[^:]+: )(?!.*Traceback)/,
			rest: 'pairs',
			prefixes: {val_: 'val'},
		},
		{
			kind: 'metrics',
			match: /^ *(?:- )?\d+s(?: [\d.]+[mu]?s\/\w+)? - (?=[^:]+: )(?!.*Traceback)/,
			rest: 'pairs',
			prefixes: {val_: 'val'},
		},
		{
			kind: 'checkpoint',
			best: true,
			has: 'saving model to',
			match:
				/^Epoch \d+: (?<monitor>\S+) (?:improved|reached) (?:from \S+ to )?(?<value>[-+.\de]+)(?:[^,]*), saving model to (?<path>.+?)\s*$/,
		},
		{
			kind: 'checkpoint',
			has: 'saving model to',
			match: /^Epoch \d+: saving model to (?<path>.+?)\s*$/,
		},
		{
			kind: 'phase',
			phase: 'finished',
			has: 'early stopping',
			match: /^Epoch (?<epoch>\d+): early stopping/,
		},
		{
			kind: 'noise',
			match:
				/^(?:Epoch \d+: |Restoring model weights from|Train on \d+ samples| *\d+\/(?:\d+|Unknown) (?:\[[=>.]*\]|[━╸╺]+)(?!.*Traceback)|(?:Total|Trainable|Non-trainable) params: )/i,
		},
	],
	samples: [
		['Epoch 3/100', {kind: 'phase', phase: 'training', position: {epoch: 3, epochs: 100}}],
		[
			' 6/10 [=================>............] - ETA: 2s - loss: 1.0832 - accuracy: 0.6296',
			{
				kind: 'metrics',
				split: 'train',
				position: {stepInEpoch: 6, stepsPerEpoch: 10},
				values: {loss: 1.0832, accuracy: 0.6296},
			},
		],
		[
			'10/10 [==============================] - 13s 1s/step - loss: 0.9378 - accuracy: 0.5724 - val_loss: 5.1330e-04 - val_accuracy: 0.8056',
			[
				{
					kind: 'metrics',
					split: 'train',
					position: {stepInEpoch: 10, stepsPerEpoch: 10},
					values: {loss: 0.9378, accuracy: 0.5724},
				},
				{
					kind: 'metrics',
					split: 'val',
					position: {stepInEpoch: 10, stepsPerEpoch: 10},
					values: {loss: 0.0005133, accuracy: 0.8056},
				},
			],
		],
		[
			'30/30 ━━━━━━━━━━━━━━━━━━━━ 1s 14ms/step - accuracy: 0.3111 - loss: nan',
			{
				kind: 'metrics',
				split: 'train',
				position: {stepInEpoch: 30, stepsPerEpoch: 30},
				values: {accuracy: 0.3111, loss: Number.NaN},
			},
		],
		[
			'     12/Unknown - 1:03 20ms/step - loss: 0.5',
			{kind: 'metrics', split: 'train', position: {stepInEpoch: 12}, values: {loss: 0.5}},
		],
		[
			'60000/60000 [==============================] - 13s 217us/step - loss: 0.2 - acc: 0.9',
			{
				kind: 'metrics',
				split: 'train',
				position: {stepInEpoch: 60000, stepsPerEpoch: 60000},
				values: {loss: 0.2, acc: 0.9},
			},
		],
		[
			'57/57 - 13s - loss: 0.9 - lr: 0.0010 - 13s/epoch - 228ms/step',
			{
				kind: 'metrics',
				split: 'train',
				position: {stepInEpoch: 57, stepsPerEpoch: 57},
				values: {loss: 0.9, lr: 0.001},
			},
		],
		[
			'57/57 - 13s - 228ms/step - loss: 0.9 - val_loss: 0.8',
			[
				{
					kind: 'metrics',
					split: 'train',
					position: {stepInEpoch: 57, stepsPerEpoch: 57},
					values: {loss: 0.9},
				},
				{
					kind: 'metrics',
					split: 'val',
					position: {stepInEpoch: 57, stepsPerEpoch: 57},
					values: {loss: 0.8},
				},
			],
		],
		[
			' - 3s - loss: 0.48 - acc: 0.83 - val_loss: 0.5',
			[
				{kind: 'metrics', split: 'train', values: {loss: 0.48, acc: 0.83}},
				{kind: 'metrics', split: 'val', values: {loss: 0.5}},
			],
		],
		[
			'Epoch 00002: val_loss improved from 1.19543 to 0.95354, saving model to checkpoints/02 a.keras',
			{
				kind: 'checkpoint',
				best: true,
				monitor: 'val_loss',
				value: 0.95354,
				path: 'checkpoints/02 a.keras',
			},
		],
		['Epoch 2: saving model to w.h5', {kind: 'checkpoint', best: false, path: 'w.h5'}],
		['Epoch 12: early stopping', {kind: 'phase', phase: 'finished', position: {epoch: 12}}],
		['Epoch 2: finished saving model to w.keras', []],
		['Epoch 2: val_loss did not improve from 0.95354', []],
		['313/313 [==============================] - 1s 2ms/step', []],
		[
			' 1/30 ━━━━━━━━━━━━━━━━━━━━ 0s 17ms/step - loss: 0.6447Traceback (most recent call last):',
			null,
		],
		['Epoch 3/100, loss: 0.5', null],
		['10/10 files - done', null],
	],
} satisfies Format;
