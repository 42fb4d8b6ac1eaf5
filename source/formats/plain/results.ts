import type {LineShape} from '../../core/format.ts';
import {places, prefixes, suffixes} from './names.ts';

/** What hand-written loops print of a validation. */
export const results = [
	// The summary of W&B, whose last values were told before.
	{kind: 'noise', has: 'wandb: ', match: /^wandb: +[\w./-]+ +[-+\d.]+(?:e[-+]?\d+)?\s*$/},
	// Accuracies of single classes.
	{
		kind: 'noise',
		has: ' for ',
		match:
			/^\W*(?:test |val(?:idation)? )?acc(?:uracy)? for (?!the\b|epoch).{1,60} is:? +[\d.]+ ?%?\s*$/i,
	},
	// PaddleSpeech's running means of each rank; the validation's own line follows.
	{kind: 'noise', has: 'Valid: Rank: ', match: /^Valid: Rank: \d+, epoch: \d+/},
	{
		kind: 'metrics',
		split: 'val',
		has: '@',
		match:
			/^(?!\W*(?:best|sav)|.*(?:train|loss|%\||\bimproved?\b))(?=.*?\bepoch\b[\s:=#[(]{0,10}(?<epoch>\d+)(?:\s*(?:\/|of)\s*(?<epochs>\d+))?)(?=.*?\b(?:recall|precision|n?dcg|hr|hits?|mrr|map)@\d+[\s:=]+[-+\d.n])/i,
		rest: 'pairs',
		places,
		prefixes,
		suffixes,
	},
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
		joins: true,
		match:
			/^(?!\W*(?:best|sav|load|logg|resum|early|no improve|checkpoint|model\b(?! (?:test|val|eval|dev))|start|===>? ?eval|File ['"])|\W*(?:test|val|eval)\w*:?\s*\[\s*\d+\/|.*(?:%\||\bimproved?\b|\btrain(?:ing)? (?:complet|finish|done)))(?=(?:(?!loss).){0,60}?\b(?:(?:val|valid|validation|eval|evaluation|test|testing|dev)\b|val_(?:student|teacher|ema)\b)(?![=:][A-Za-z'"/]))(?=.*?\b(?:epoch|ep)\b(?: ?(?:no|id|num)\b\.?)?[\s:=#[(]{0,10}(?<epoch>\d+)(?:\s*(?:\/|of)\s*(?<epochs>\d+))?|)(?=.*?\b(?:step|iter|iteration)s?\b[\s:=#[(]{0,10}(?<step>\d+)(?:\s*(?:\/|of)\s*(?<steps>\d+))?|)(?=.*(?:loss|acc|map\b|iou|psnr|ssim|f-?1|f-?score|auc|precision|recall|dice|ppl|perplexity|bleu|rouge|wer|cer|mae|mse|error|reward|score|fid|cost|si-?s[dn]ri?|pesq|stoi|(?:ndcg|hits?|hr|mrr|map)@).*?[\s:=]+[-+]?(?:\d|\.\d|nan|inf))/i,
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
		split: 'val',
		joins: true,
		match:
			/^(?:\s{1,12}|\s{0,8}[-*•>├└│─→]+\s*)(?=(?:(?:overall|mean|pixel|average|avg|global|top-?1) )?(?:acc(?:uracy)?|precision|recall|f-?1|f-?score|m?iou?|m?dice|m?ap|auc|sensitivity|specificity|kappa|psnr|ssim)\b[ _\w]{0,20}\s*[:=]\s*[-+]?[\d.n])/i,
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
			/^(?=\W*(?:(?:val|valid|eval)_(?:loss|acc\w*)|metrics?\/[\w/.-]{1,60}|m?ap|m?iou|mean iou?|m?dice|psnr|ssim|lpips|fid|auc|f-?1|f-?score|precision|recall|top-?[15]|bleu|rouge\w*|wer|cer)(?:@\S+)?\s*[:=]\s*[-+\d.n]|\W*(?:acc|prec)@[15]\s+\d|\W*accuracy: +[\d.]+%; +precision: |\W*(?:pixel ?)?acc\w*\s*[:=]\s*[\d.]+.*\bm_?iou\s*[:=])/i,
		rest: 'pairs',
		places,
		prefixes,
		suffixes,
	},
	// `* Acc@1 70.1 Acc@5 89.2` of imagenet's example, and of those after it.
	{
		kind: 'metrics',
		split: 'val',
		has: '* ',
		match:
			/^\s{0,8}\* +(?!(?:epoch|step|iter|batch|time|lr|param|num|best)\w*[\s:=])(?=[A-Za-z][\w@.-]{0,20}[ :=]+\d+\.\d+%?(?: \([\d.]+\))?(?:[\s,|]+[A-Za-z][\w@.-]{0,20}[ :=]+[\d.]+%?(?: \([\d.]+\))?){0,8}\s*$)/i,
		rest: 'pairs',
		places,
		prefixes,
		suffixes,
	},
	// Re-identification: ranks of the cumulative matching curve.
	{
		kind: 'metrics',
		split: 'val',
		joins: true,
		has: 'ank-',
		match: /^\W*(?:CMC curve, )?(?<key>Rank-\d+)\s*[:=]\s*(?<value>[\d.]+)/i,
	},
	// `iteration 200 : mean_dice : 0.5`
	{
		kind: 'metrics',
		split: 'val',
		match:
			/^(?!\W*(?:best|sav)|.*(?:loss|train|%\|))(?=\W*(?:(?:global_?)?step|iter|iteration|epoch)s?\b[\s:=#[(]{0,10}\d)(?=.*?\b(?:step|iter|iteration)s?\b[\s:=#[(]{0,10}(?<step>\d+)|)(?=.*?\bepoch\b[\s:=#[(]{0,10}(?<epoch>\d+)|)(?=.*\b(?:mean_?|avg_?)?(?:dice|m?iou|psnr|ssim|map|hd95|score)\b\s*[:=]\s*[-+\d.n])/i,
		rest: 'pairs',
		places,
		prefixes,
		suffixes,
	},
	// Accuracies of an epoch that tells no loss: those of its evaluation.
	{
		kind: 'metrics',
		split: 'val',
		joins: true,
		match:
			/^(?!\W*(?:best|sav)|.*(?:loss|train|cost|reward|return|error|batch|step|iter|ppl|xent|speed|\beta\b|%\||\bbest\b|\blr\b))(?=\W*(?:epoch|ep)[\s:=#[(]{0,6}(?<epoch>\d+)(?:\s*(?:\/|of)\s*(?<epochs>\d+))?\b(?![.]\d)(?!.*\d *\/ *\d))(?=.*\b(?:acc(?:uracy)?|auc|f1|m?iou|m?dice|psnr|ssim|map|prec@[15]|top[- ]?[15])\b[^=:\d]{0,12}[\s:=]+[\d.]+)/i,
		rest: 'pairs',
		places,
		prefixes,
		suffixes,
	},
	// Errors of a forecast, alone on their line: `RMSE 30.9, MAPE 0.39`.
	{
		kind: 'metrics',
		split: 'val',
		joins: true,
		match:
			/^\W{0,4}(?=(?:rmse|mae|mape|mse|rse|smape|corr)\s?[:= ]\s?\d+\.\d+%?(?:[,;|\s]{1,4}\w{1,12}\s?[:= ]\s?[-\d.]+%?){0,6}\W*$)/i,
		rest: 'pairs',
		places,
	},
	// ScanNet's evaluation and those after it: instances of each class, then all of them.
	{
		kind: 'phase',
		phase: 'validating',
		columns: true,
		has: 'what ',
		match: /^.{0,80}?\bwhat +: +(?<text>AP\b.*\S)\s*$/,
	},
	{
		kind: 'metrics',
		split: 'val',
		columns: true,
		has: 'average ',
		match:
			/^.{0,80}?\baverage +: +(?<c1>[\d.]+|nan)(?: +(?<c2>[\d.]+|nan)(?: +(?<c3>[\d.]+|nan)(?: +(?<c4>[\d.]+|nan)(?: +(?<c5>[\d.]+|nan))?)?)?)?\s*$/,
	},
	{
		kind: 'facts',
		opens: true,
		split: 'val',
		match:
			/^(?!\W*sav)(?=.*\b(?:val|valid|validation|eval|evaluation|test)\b)[^\d:=]{0,60}\(epoch (?<epoch>\d+)(?:, (?:total_|global_)?(?:step|iter|iteration)s? (?<step>\d+))?\)\W*$/i,
	},
	{
		kind: 'facts',
		opens: true,
		match:
			/^(?!\W*(?:sav|load|resum))(?=.*\btrain(?:ing)?\b)[^\d:=]{0,60}\(epoch (?<epoch>\d+)(?:, (?:total_|global_)?(?:step|iter|iteration)s? (?<step>\d+))?\)\W*$/i,
	},
	{
		kind: 'facts',
		opens: true,
		split: 'val',
		has: 'esults - ',
		match:
			/^\W*(?:val|valid|validation|eval|evaluation|test) results - epoch[\s:=#[(]{0,4}(?<epoch>\d+)\W*$/i,
	},
	{
		kind: 'facts',
		opens: true,
		split: 'val',
		match:
			/^\W*(?:epoch[\s:=#[(]{0,4}(?<epoch>\d+)(?:\s*(?:\/|of)\s*(?<epochs>\d+))?\W{1,5})?(?:(?:start|begin|run)\w* )?(?:val|valid|validation|validating|eval|evaluation|evaluating|test|testing)(?: set)?(?: (?:metrics?|results?|phase|summary|stats|evaluation))?(?: \([\w ]{1,30}\))?\W*$/i,
	},
	{
		kind: 'facts',
		opens: true,
		split: 'train',
		match:
			/^\W*(?:epoch[\s:=#[(]{0,4}(?<epoch>\d+)(?:\s*(?:\/|of)\s*(?<epochs>\d+))?\W{1,5})?train(?:ing)?(?: (?:set|metrics?|results?|phase|summary|stats))\W*$/i,
	},
] as const satisfies readonly LineShape[];
