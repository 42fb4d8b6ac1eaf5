import type {Format, LineShape} from '../../core/format.ts';

/** A bar that came to its end without a value: what is printed below it is of its epoch. */
export const closedBar = {
	kind: 'facts',
	opens: true,
	has: '100%',
	match:
		/^[^|%]{0,60}?\bepoch[\s:=#[(]{0,4}(?<epoch>\d+)(?: ?(?:\/|of) ?(?<epochs>\d+))?\b[^|%]{0,40}100%\|[^|]{0,300}\| *\d+\/\d+ \[[^\]=]{4,80}\]\s*$/i,
} as const satisfies LineShape;

/** What hand-written loops say besides their records: epochs, checkpoints, beginning and end. */
export const marks = [
	closedBar,
	{
		kind: 'phase',
		phase: 'training',
		match:
			/^\W*(?:[\w.-]{1,40} - )?(?:end of )?epoch(?: ?(?:no|id|num)\b\.?)?[\s:=#[(]{0,10}(?<epoch>\d+)(?:\s*(?:\/|of)\s*(?<epochs>\d+))?(?:\W*$|\W+(?:(?:epoch )?time|took|finished|done|complete|training (?:ends|done)|start|begin))/i,
	},
	{
		kind: 'facts',
		opens: true,
		match:
			/^\W*(?:(?:current|global|train(?:ing)?)[ _])?(?:step|iter|iteration|episode)\b[\s:=#[(]{0,5}(?<step>\d+)(?:st|nd|rd|th)?(?:\s*(?:\/|of)\s*(?<steps>\d+))?(?: (?:step|episode))?\W*$/i,
	},
	{
		kind: 'facts',
		opens: true,
		match:
			/^\W*(?:step|iter|iteration)\b[\s:=#[(]{0,5}(?<step>\d+)(?:\s*(?:\/|of)\s*(?<steps>\d+))?\W{1,6}epoch\b[\s:=#[(]{0,5}(?<epoch>\d+)(?:\s*(?:\/|of)\s*(?<epochs>\d+))?\W*(?:\[\w+\]\W*)?$/i,
	},
	{
		kind: 'facts',
		opens: true,
		match:
			/^\W*epoch\b[\s:=#[(]{0,5}(?<epoch>\d+)(?:\s*(?:\/|of)\s*(?<epochs>\d+))?\W{1,6}(?:(?:iter|iteration|batch)\b[\s:=#[(]{0,5}\d+(?:\s*(?:\/|of)\s*\d+)?\W{1,6})?(?:global[ _])?step\b[\s:=#[(]{0,5}(?<step>\d+)(?:\s*(?:\/|of)\s*(?<steps>\d+))?\W*$/i,
	},
	{
		kind: 'facts',
		opens: true,
		match: /^\W*after (?:(?<epoch>\d+) epochs?|(?<step>\d+) (?:iteration|step|episode)s?)\W*$/i,
	},
	{
		kind: 'phase',
		phase: 'interrupted',
		match:
			/^\W*(?:training (?:was )?interrupted|(?:caught )?keyboard ?interrupt\b(?!Error)(?=.*(?:stop|exit|receiv|sav|caught|detect))|exiting from training early|\^C\s*$)/i,
	},
	{
		kind: 'phase',
		phase: 'finished',
		match:
			/^(?!.*(?:\bcounter\b|nan\b|error|fail|invalid|%\||early.?stop\w*['"]?\s*[:=]\s*(?:true|false|none|\d)|patience\s*[:=]))(?:.{0,120}\bearly[ _-]?stop(?:p(?:ing|ed))?\b(?:[!.,:(]|\s*$| (?:at|after|in|on|criteri|triggered|activated|condition|reached|the training)\b)|.{0,120}\b(?:stop|stopp?ing|ending) (?:the )?training\b)/i,
	},
	{
		kind: 'phase',
		phase: 'finished',
		match:
			/^(?!.*\b(?:epoch|step|iter\w*) \d)\W*(?:(?:(?!epoch)[\w-]{1,20}\W{1,3}){0,2}?(?:train(?:ing)?|optimi[sz]ation|engine run|job)\b[\w ]{0,20}\b(?:finished|completed?|done|ended)\b|finished(?: training|,)|done in \d|(?:all )?done[.!]*\s*$|all done\b|end of training\W*$|total training time\b|training time \d+:\d\d:\d\d|reached max(?:imum)?[_ ](?:epochs?|steps?|iter\w*)\b)/i,
	},
	{
		kind: 'phase',
		phase: 'finished',
		has: '训练',
		match:
			/^[^\p{L}\d]*(?:全部|所有|模型|预)?训练(?:任务|过程)?(?:已|圆满|全部|顺利|成功){0,2}(?:完成|结束|完毕)/u,
	},
	{
		kind: 'phase',
		phase: 'finished',
		has: '微调',
		match:
			/^[^\p{L}\d]*(?:全部|所有|模型|监督)?微调(?:训练)?(?:任务|过程)?(?:已|全部|顺利|成功){0,2}(?:完成|结束|完毕)/u,
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
		phase: 'started',
		match:
			/^\W*(?:start(?:ing|ed)?|begin(?:ning)?)(?: the)? train(?:ing)?\b(?=.*?\bepochs?\W{1,3}(?<epochs>\d+)|)(?=.*?\b(?:iters|steps|batches) per epoch\W{1,3}(?<stepsPerEpoch>\d+)|)/i,
	},
	{
		kind: 'facts',
		match:
			/^\W*(?:training\b|running\b|[^:=]{0,60}\bparams\b).*?\b(?<epochs>\d+) epochs\b(?:\s*[x×*]\s*(?<stepsPerEpoch>\d+))?/i,
	},
	{
		kind: 'facts',
		match:
			/^(?=.*?(?:epochs|(?:num|max|total)_(?:train_)?(?:steps|iters|iterations))['"]?\s*[:=]\s*(?!\d+%)\d)(?=.*?epochs['"]?\s*[:=]\s*(?<epochs>\d+)(?![\d.])|)(?=.*?(?:num|max|total)_(?:train_)?(?:steps|iters|iterations)['"]?\s*[:=]\s*(?<steps>\d+)(?![\d.])|)/i,
	},
] as const satisfies readonly LineShape[];

/** What they print, and what only looks like it. */
export const markSamples: Format['samples'] = [
	[
		'Epoch 2/3: 100%|████| 113/113 [05:23<00:00, 2.86s/it]',
		{kind: 'facts', facts: {}, position: {epoch: 2, epochs: 3}},
	],
	[
		'[Step 10/11940] [Epoch 0/30]  [nyudv2]',
		{kind: 'facts', facts: {}, position: {step: 10, steps: 11940, epoch: 0, epochs: 30}},
	],
	[
		'epoch: 1, iteration: 781, step: 1563',
		{kind: 'facts', facts: {}, position: {epoch: 1, step: 1563}},
	],
	['监督微调完成！', {kind: 'phase', phase: 'finished'}],
	['[OK] TRAINING COMPLETE!', {kind: 'phase', phase: 'finished'}],
	['Training interrupted by user', {kind: 'phase', phase: 'interrupted'}],
	['Early stopping triggered after 12 epochs', {kind: 'phase', phase: 'finished'}],
	['No improvement for 10 epochs. Stopping training.', {kind: 'phase', phase: 'finished'}],
	['Total training time: 1:23:45', {kind: 'phase', phase: 'finished'}],
	['EarlyStopping counter: 3 out of 10', null],
	['early_stopping: True', null],
];
