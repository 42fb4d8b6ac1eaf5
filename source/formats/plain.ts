import type {Format, LineShape} from '../core/format.ts';

const places = {
	epoch: 'epoch',
	Epoch: 'epoch',
	step: 'step',
	Step: 'step',
	global_step: 'step',
	iter: 'step',
	Iter: 'step',
	Iteration: 'step',
	Episode: 'step',
	batch: 'stepInEpoch',
	Batch: 'stepInEpoch',
	eta: 'none',
	ETA: 'none',
	best: 'none',
} as const satisfies LineShape['places'];

const prefixes = {
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

const suffixes = {
	_train: 'train',
	_val: 'val',
	_valid: 'val',
	_test: 'test',
} as const satisfies LineShape['suffixes'];

/** Any training loop that prints names and numbers: `epoch 1 step 4 loss 2.27`, `Epoch 3/10 - Loss: 0.5`. */
export default {
	title: 'Names and numbers',
	fallback: true,
	head: /^(?:[IWEF]\d{4} [\d:.]+ +\d+ [\w.]+:\d+\] *)?(?:[[(]?(?<time>(?:\d{4}[-/.])?\d\d[-/.]\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d+)?|\d\d:\d\d:\d\d(?:[.,]\d+)?)[\])]?[\s|,:-]*)?(?:\[?[Rr]ank ?\d+\]?[\s|:-]*)?(?:[^\d\s:=]{0,30}[\s|:[-]{0,6}\b(?<level>INFO|WARN(?:ING)?|DEBUG|ERROR|NOTICE)\b[\])]?[\s|:>-]*(?:[\w.<>/]{1,80}:[\w.<>]{1,80}:\d+ +- +|[\w./]{1,80}\.py:\d+[\]:]? *[-:]? *)?)?/,
	losses: ['loss', 'train_loss', 'total'],
	lines: [
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			has: ' on ',
			match:
				/^\W*(?<key>(?:(?:test|val\w*) )?(?:accuracy|acc|loss|error)\b(?: of [\w ]{1,30}?)? on [\w -]{1,60}?)\s*[:=]\s*(?<value>[\d.]+)/i,
		},
		{
			kind: 'metrics',
			split: 'val',
			match:
				/^(?!\W*(?:best|sav|load|resum|early|no improve|checkpoint|model|start|===>? ?eval|File ['"])|\W*(?:test|val)\w*:?\s*\[\s*\d+\/|.*(?:%\||\bimproved\b))(?=(?:(?!loss).){0,60}?\b(?:val|valid|validation|eval|evaluation|test|testing|dev)\b(?![=:][A-Za-z'"/]))(?=.*?\b(?:epoch|ep)\b[\s:=#[(]{0,10}(?<epoch>\d+)(?:\s*(?:\/|of)\s*(?<epochs>\d+))?|)(?=.*?\b(?:step|iter|iteration)\b[\s:=#[(]{0,10}(?<step>\d+)(?:\s*(?:\/|of)\s*(?<steps>\d+))?|)(?=.*(?:loss|acc|map\b|iou|psnr|ssim|f-?1|f-?score|auc|precision|recall|dice|ppl|perplexity|bleu|rouge|wer|cer|mae|mse|error|reward|score|fid).*?[\s:=]+[-+]?(?:\d|\.\d|nan|inf))/i,
			rest: 'pairs',
			places,
			prefixes,
			suffixes,
		},
		{
			kind: 'metrics',
			split: 'val',
			match:
				/^(?!\W*(?:best|sav)|.*(?:train|%\|))(?=.*?\bepoch\b[\s:=#[(]{0,10}(?<epoch>\d+)(?:\s*(?:\/|of)\s*(?<epochs>\d+))?)(?=.*?\bstep\b[\s:=#[(]{0,10}(?<step>\d+)|)(?=(?:(?!(?<![a-z]_)loss).)*\b(?:eval|val|valid|validation)_\w{0,30}(?:loss|acc|accuracy|f1|auc|iou|dice|psnr|mae|mse|bleu|wer|score)['"]?[\s:=]+[-+\d.n])(?!.*(?:^|[^a-z_])loss)/i,
			rest: 'pairs',
			places,
			prefixes,
		},
		{
			kind: 'metrics',
			match:
				/^\W{0,3}(?<epoch>\d{1,3})\s*\/\s*(?<epochs>\d{1,3})\]?[\s:|,-]+(?=(?:train(?:ing)?[ _])?loss\b.*?[\s:=]+[-+]?(?:\d|\.\d|nan|inf))/i,
			rest: 'pairs',
			places,
			prefixes,
			suffixes,
		},
		{
			kind: 'metrics',
			match:
				/^(?!.*%\|)(?:.*?\W)??epoch[\s:=#[(]{0,10}(?<epoch>\d+)(?:\s*(?:\/|of)\s*(?<epochs>\d+))?[\s[\]|,;:()-]{1,8}(?:(?:iter|batch|step|it)\w{0,6}[\s:=#[(]{0,10})?\s*(?<stepInEpoch>\d+)\s*(?:\/|of)\s*(?<stepsPerEpoch>\d+)(?![\d/.])(?=.*[\p{L}\p{N}][\]\s:=]+[-+]?(?:\d|\.\d|nan|inf))/iu,
			rest: 'pairs',
			places,
			prefixes,
			suffixes,
		},
		{
			kind: 'metrics',
			match:
				/^(?!\W*(?:best|sav|load|resum|early|no improve|checkpoint|model|start)|.*(?:%\||\bimproved\b))(?=(?:.*?\W)??(?:epoch|ep)\b[\s:=#[(]{0,10}(?<epoch>\d+(?:\.\d+)?)(?:\s*(?:\/|of)\s*(?<epochs>\d+))?)(?=.*(?:loss|acc|nll|ppl|perplexity|reward|return|error|mse|psnr|score).*?[\s:=]+[-+]?(?:\d|\.\d|nan|inf))/i,
			rest: 'pairs',
			places,
			prefixes,
			suffixes,
		},
		{
			kind: 'metrics',
			match:
				/^(?!\W*(?:best|sav|load|resum|early|checkpoint|model|start)|.*(?:%\||\bimproved\b))(?=(?:.*?\W)??(?:step|iter|iteration|episode)\b[\s:=#[(]{0,10}(?<step>\d+)(?:\s*(?:\/|of)\s*(?<steps>\d+))?)(?=.*(?:loss|nll|ppl|perplexity|reward|return|score|error|mse).*?[\s:=]+[-+]?(?:\d|\.\d|nan|inf))/i,
			rest: 'pairs',
			places,
			prefixes,
			suffixes,
		},
		{
			kind: 'metrics',
			match: /^(?=\W*(?:(?:train(?:ing)?|avg|average|mean|total)[ _]?)?loss\s*[:=]\s*[-+\d.n])/i,
			rest: 'pairs',
			places,
			prefixes,
			suffixes,
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			match:
				/^(?=\W*(?:(?:val|valid|eval)_(?:loss|acc\w*)|m?ap|m?iou|m?dice|psnr|ssim|lpips|fid|auc|f-?1|f-?score|precision|recall|top-?[15]|bleu|rouge\w*|wer|cer)(?:@\S+)?\s*[:=]\s*[-+\d.n]|\W*(?:acc|prec)@[15]\s+\d)/i,
			rest: 'pairs',
			places,
			prefixes,
			suffixes,
		},
		{
			kind: 'phase',
			phase: 'training',
			match:
				/^\W*(?:end of )?epoch[\s:=#[(]{0,10}(?<epoch>\d+)(?:\s*(?:\/|of)\s*(?<epochs>\d+))?(?:\W*$|\W+(?:(?:epoch )?time|took|finished|done|complete|training (?:ends|done)|start|begin))/i,
		},
		{
			kind: 'checkpoint',
			best: true,
			match:
				/(?:\bimproved\b.*\bsav|\bsav(?:ed|ing|e)\b.*\bbest\b|\bbest\b.*\bsaved?\b)(?:.*?(?<path>[\w./\\-]*[\w-]\.(?:pth?|ckpt|pdparams|h5|keras|safetensors|bin|tar)\b)|)/i,
		},
		{
			kind: 'checkpoint',
			match:
				/^(?=.*?\bepoch[\s:=#]{0,3}(?<epoch>\d+)|).*(?:\bsav(?:ed|ing)\b.*\b(?:model|checkpoint|ckpt|weights|state|snapshot)|\b(?:model|checkpoint|ckpt|weights|snapshot)\b.*\bsaved\b)(?:.*?(?<path>[\w./\\-]*[\w-]\.(?:pth?|ckpt|pdparams|h5|keras|safetensors|bin|tar)\b)|)/i,
		},
		{
			kind: 'phase',
			phase: 'resumed',
			match:
				/^(?!.*(?:none|false|['"]{2}|=['"]?[,)]))\W*(?:successfully )?(?:resum(?:ed|ing))(?=.*?epoch[\s:=#]{0,3}(?<epoch>\d+)|)(?=.*?\b(?:step|iter|iteration)[\s:=#]{0,3}(?<step>\d+)|)/i,
		},
		{
			kind: 'phase',
			phase: 'finished',
			match:
				/^(?!.*\bepoch \d)\W*(?:(?:all )?train(?:ing)?\b[\w ]{0,20}\b(?:finished|completed?|done|ended)\b|finished(?: training|,)|done in \d)/i,
		},
		{
			kind: 'phase',
			phase: 'started',
			match:
				/^\W*(?:start(?:ing|ed)?|begin(?:ning)?)(?: the)? train(?:ing)?\b(?=.*?\bepochs?\W{1,3}(?<epochs>\d+)|)(?=.*?\b(?:iters|steps|batches) per epoch\W{1,3}(?<stepsPerEpoch>\d+)|)/i,
		},
		{kind: 'phase', phase: 'interrupted', match: /^\W*training (?:was )?interrupted/i},
		{
			kind: 'facts',
			match:
				/^\W*(?:training\b|running\b|[^:=]{0,60}\bparams\b).*?\b(?<epochs>\d+) epochs\b(?:\s*[x×*]\s*(?<stepsPerEpoch>\d+))?/i,
		},
		{
			kind: 'facts',
			match:
				/^(?=.*?(?:epochs|(?:num|max|total)_(?:train_)?(?:steps|iters|iterations))['"]?\s*[:=]\s*\d)(?=.*?epochs['"]?\s*[:=]\s*(?<epochs>\d+)(?![\d.])|)(?=.*?(?:num|max|total)_(?:train_)?(?:steps|iters|iterations)['"]?\s*[:=]\s*(?<steps>\d+)(?![\d.])|)/i,
		},
	],
	samples: [
		[
			'epoch 1 loss 2.25',
			{kind: 'metrics', split: 'train', position: {epoch: 1}, values: {loss: 2.25}},
		],
		[
			'epoch 1 val_loss 1.84 val_acc 0.78',
			{kind: 'metrics', split: 'val', position: {epoch: 1}, values: {loss: 1.84, acc: 0.78}},
		],
		[
			'2026-01-05 11:17:02,833 - train - INFO - Epoch [1/8] Iter [10/40] loss: 2.1625 lr: 0.050000 eta: 0:00:08',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, epochs: 8, stepInEpoch: 10, stepsPerEpoch: 40},
				values: {loss: 2.1625, lr: 0.05},
			},
		],
		[
			'step 12: loss = 1.5e-1',
			{kind: 'metrics', split: 'train', position: {step: 12}, values: {loss: 0.15}},
		],
		[
			'train Loss: 9.3544 Acc: 0.31',
			{kind: 'metrics', split: 'train', values: {Loss: 9.3544, Acc: 0.31}},
		],
		['Validation accuracy: 0.596', {kind: 'metrics', split: 'val', values: {accuracy: 0.596}}],
		['mAP: 0.860687', {kind: 'metrics', split: 'val', values: {mAP: 0.860687}}],
		[
			'Accuracy on Test-Set: 10.40% (1040 / 10000)',
			{kind: 'metrics', split: 'val', values: {'Accuracy on Test-Set': 10.4}},
		],
		[
			'epoch 2: perplexity: 20.5 eval_loss: 3.25',
			{kind: 'metrics', split: 'val', position: {epoch: 2}, values: {perplexity: 20.5, loss: 3.25}},
		],
		[
			'[2/5] train loss 0.5',
			{kind: 'metrics', split: 'train', position: {epoch: 2, epochs: 5}, values: {loss: 0.5}},
		],
		['Epoch 3/10', {kind: 'phase', phase: 'training', position: {epoch: 3, epochs: 10}}],
		['val_acc improved (0.51 --> 0.62). Saving model ...', {kind: 'checkpoint', best: true}],
		['Saving model at the end of epoch 3', {kind: 'checkpoint', best: false, position: {epoch: 3}}],
		[
			'Resumed from checkpoint runs/last.pt (epoch 4, step 1200)',
			{kind: 'phase', phase: 'resumed', position: {epoch: 4, step: 1200}},
		],
		['Training finished. Best Acc@1: 97.679', {kind: 'phase', phase: 'finished'}],
		[
			'Start training, total epochs: 8, iters per epoch: 40, device: cpu',
			{kind: 'phase', phase: 'started', position: {epochs: 8, stepsPerEpoch: 40}},
		],
		['Training interrupted by user', {kind: 'phase', phase: 'interrupted'}],
		[
			'training mlp on cancer: 2081 params, 40 epochs x 15 steps, lr 0.002',
			{kind: 'facts', facts: {}, position: {epochs: 40, stepsPerEpoch: 15}},
		],
		[
			"Namespace(name='a', epochs=8, max_steps=4000, lr=0.05)",
			{kind: 'facts', facts: {}, position: {epochs: 8, steps: 4000}},
		],
		['Epoch 1/4:  16%|██        | 8/50 [00:00<00:00, 71.76it/s, loss=1.48]', null],
	],
} satisfies Format;
