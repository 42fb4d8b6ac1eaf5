import type {Format} from '../core/format.ts';

/** `[TRAIN] …`, `[VAL] …`, `[SAVE] …`: hand-written loops with a tag per line. */
export default {
	title: 'Tagged lines',
	head: /^\[?(?<time>\d{4}[-/]\d\d[-/]\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d+)?)\]?\s+(?=\[[A-Za-z]+\] )/,
	hallmark: /^(?:\[?\d{4}[-/\d:., T]+\]?\s+)?\[(?:TRAIN|VAL|SAVE|CONFIG)\] /i,
	lines: [
		{
			kind: 'metrics',
			match:
				/^\[TRAIN(?:ING)?\] (?:Iter(?:ation)?|Step):? ?\[?(?<step>\d+)(?:\/(?<steps>\d+))?\]?(?!\d)[,:;|\s-]*/i,
			rest: 'pairs',
			places: {ETA: 'none', eta: 'none'},
			prefixes: {train_: 'train', val_: 'val', 'Val ': 'val'},
		},
		{
			kind: 'metrics',
			match:
				/^\[TRAIN(?:ING)?\] (?!\d+\/\d+ \[[=>.])(?:Epoch:? ?\[?(?<epoch>\d+)(?:\/(?<epochs>\d+))?\]?[,:;|\s-]*)?(?:(?:Iter(?:ation)?|Batch|Step(?=[: ]*\[?\d+\/)):? ?\[?(?<stepInEpoch>\d+)(?:\/(?<stepsPerEpoch>\d+))?\]?[,:;|\s-]*)?(?=.*\d)/i,
			rest: 'pairs',
			places: {step: 'step', Step: 'step', global_step: 'step', ETA: 'none', eta: 'none'},
			prefixes: {train_: 'train', val_: 'val', 'Val ': 'val'},
		},
		{
			kind: 'metrics',
			split: 'val',
			match:
				/^\[(?:VAL(?:ID(?:ATION)?)?|EVAL)\] (?!Ep\. \d)(?:Epoch:? ?\[?(?<epoch>\d+)(?:\/(?<epochs>\d+))?\]?[,:;|\s-]*)?(?:(?:finished|done|completed)\b[.,:;|\s-]*)?(?=.*\d)/i,
			rest: 'pairs',
			places: {step: 'step', Step: 'step', Iter: 'step', iter: 'step'},
			prefixes: {val_: 'val', 'Val ': 'val'},
		},
		{
			kind: 'metrics',
			split: 'test',
			match: /^\[TEST\] (?=.*\d)/i,
			rest: 'pairs',
			places: {epoch: 'epoch', Epoch: 'epoch', step: 'step', Step: 'step'},
		},
		{
			kind: 'checkpoint',
			best: true,
			match:
				/^\[SAVE\] (?=.*\bbest\b)(?=.*?(?<path>[^\s()]*(?:\/|\.(?:pth?|ckpt|pdparams|h5|keras|safetensors|bin|tar)\b)[^\s():]*)|)(?=.*\((?<monitor>[A-Za-z][^():=]*?)[:=\s] *(?<value>[-+]?\d[\d.]*(?:e[-+]?\d+)?|[-+]?nan|[-+]?inf)\)|)/i,
		},
		{
			kind: 'checkpoint',
			match:
				/^\[SAVE\] (?=.*?(?<path>[^\s()]*(?:\/|\.(?:pth?|ckpt|pdparams|h5|keras|safetensors|bin|tar)\b)[^\s():]*)|)/i,
		},
		{
			kind: 'facts',
			match: /^\[CONFIG\] /i,
			rest: 'pairs',
			places: {
				num_epochs: 'epochs',
				max_epochs: 'epochs',
				total_epochs: 'epochs',
				Epochs: 'epochs',
			},
		},
		{
			kind: 'facts',
			match: /^\[DATA\] (?:.*?iter(?:ation)?s per epoch:? (?<stepsPerEpoch>\d+))?/i,
		},
		{
			kind: 'phase',
			phase: 'resumed',
			match: /^\[INFO\] (?:.*\b)?resum(?:ed|ing)\b(?!.*\bnone\b)(?:.*?\bepoch:? (?<epoch>\d+))?/i,
		},
		{
			kind: 'phase',
			phase: 'finished',
			match:
				/^\[(?:INFO|DONE)\] (?:Training|Experiment\b.*) (?:is )?(?:finished|completed?|done)\b/i,
		},
		{
			kind: 'phase',
			phase: 'started',
			match:
				/^\[INFO\] (?:Experiment .* started|Start(?:ing|ed)? training)(?:.*?\b(?<epochs>\d+) epochs)?(?: x (?<stepsPerEpoch>\d+) iters)?/i,
		},
		{
			kind: 'trouble',
			what: 'error',
			match: /^\[(?:ERROR|FAIL(?:ED)?|FATAL|CRITICAL)\] (?<text>.+)/i,
		},
		{kind: 'noise', match: /^\[(?:INFO|DATA|WARN(?:ING)?|DEBUG|TRAIN|VAL|TEST|EVAL|TIME|MODEL)\]/i},
	],
	samples: [
		[
			'[TRAIN] Epoch 1/5, Iter 11/57, Loss: 1.498, LR: 0.007000',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, epochs: 5, stepInEpoch: 11, stepsPerEpoch: 57},
				values: {Loss: 1.498, LR: 0.007},
			},
		],
		[
			'[2026-01-05 10:00:00] [TRAIN] Epoch [2/5] Iter [11/57] Loss=nan recon=-1.5e+03 step=68',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 2, epochs: 5, stepInEpoch: 11, stepsPerEpoch: 57, step: 68},
				values: {Loss: Number.NaN, recon: -1500},
			},
		],
		[
			'[TRAIN] Step 200/5000 | Loss: 0.5',
			{kind: 'metrics', split: 'train', position: {step: 200, steps: 5000}, values: {Loss: 0.5}},
		],
		[
			'[VAL] Epoch 1 finished. F-score: 0.682, Precision: 0.700, Recall: 0.665',
			{
				kind: 'metrics',
				split: 'val',
				position: {epoch: 1},
				values: {'F-score': 0.682, Precision: 0.7, Recall: 0.665},
			},
		],
		['[TEST] accuracy: 0.91', {kind: 'metrics', split: 'test', values: {accuracy: 0.91}}],
		[
			'[SAVE] Best model saved to workdirs/a/checkpoints/best_model.pth (F-score: 0.682)',
			{
				kind: 'checkpoint',
				best: true,
				path: 'workdirs/a/checkpoints/best_model.pth',
				monitor: 'F-score',
				value: 0.682,
			},
		],
		[
			'[SAVE] Best model saved to checkpoints/best_model.pth (Loss -0.5012)',
			{
				kind: 'checkpoint',
				best: true,
				path: 'checkpoints/best_model.pth',
				monitor: 'Loss',
				value: -0.5012,
			},
		],
		[
			'[SAVE] New best model (F-score: 0.812) saved to checkpoints/best.pth',
			{
				kind: 'checkpoint',
				best: true,
				path: 'checkpoints/best.pth',
				monitor: 'F-score',
				value: 0.812,
			},
		],
		[
			'[SAVE] Checkpoint saved to checkpoints/epoch_3.pth',
			{kind: 'checkpoint', best: false, path: 'checkpoints/epoch_3.pth'},
		],
		[
			'[CONFIG] epochs=3 batch_size=16 lr=0.001 optimizer=adam',
			{kind: 'facts', facts: {batch_size: 16, lr: 0.001}, position: {epochs: 3}},
		],
		[
			'[DATA] Train samples: 1600, iterations per epoch: 100',
			{kind: 'facts', facts: {}, position: {stepsPerEpoch: 100}},
		],
		[
			'[INFO] Resumed from checkpoints/last.pth at epoch 3',
			{
				kind: 'phase',
				phase: 'resumed',
				position: {epoch: 3},
				text: '[INFO] Resumed from checkpoints/last.pth at epoch 3',
			},
		],
		['[INFO] Resume: none. Previous crash dumps: 0', []],
		['[INFO] Training finished. Best F-score: 0.948', {kind: 'phase', phase: 'finished'}],
		[
			'[INFO] Experiment exp_1 started, 5 epochs x 57 iters, device=cpu',
			{kind: 'phase', phase: 'started', position: {epochs: 5, stepsPerEpoch: 57}},
		],
		[
			'[ERROR] RuntimeError: Given groups=1, expected 1 channels',
			{
				kind: 'trouble',
				what: 'error',
				text: 'RuntimeError: Given groups=1, expected 1 channels',
			},
		],
		['[INFO] nan_check: True, on_error: raise, max_nan_batches: 0', []],
		['Traceback (most recent call last):', null],
	],
} satisfies Format;
