import type {Split} from './event.ts';

/** Which way a metric should go. */
export type Goal = 'min' | 'max';

const smaller =
	/loss|error|(?:^|[\W_])(?:err|wer|cer|mae|mse|rmse|mape|smape|l1|l2|bce|cost|objective|(?:cross_?)?entropy_loss|xent|fid|kid|lpips|niqe|ppl|perplexity|nll|elbo_loss|logloss|log_loss|binary_error|multi_error|cross_entropy|bpc|bpb|eer|der|hd95|epe|abs_?rel|sq_?rel|silog|rmsle|ce|ade|fde|min_?ade|min_?fde|mpjpe|chamfer|hausdorff|assd|mcd|(?:mean|median)_rank)(?:$|[\W_\d])|损失|误差/i;
const larger =
	/acc|top-?[15]|map(?:$|[\W_\d])|(?:^|[\W_])(?:m?ap)(?:$|[\W_\d])|iou|psnr|ssim|f-?(?:score|1|beta|measure)|hmean|precision|recall|auc|roc|rew(?:ard|_?mean)|return|(?:^|average|mean|max|min|test|[\W_])ep_?ret(?:$|[\W_\d])|dice|kappa|mrr|ndcg|(?:^|[\W_])(?:r@\d|(?:hits?|hr|map)[@_]\d)|bleu|rouge|mcc|edit_dis|elbo|success|score|(?:^|[\W_])(?:nds|pck|pq|ap[sml]|rank-?\d+|minp)(?:$|[\W_\d])|(?:^|[\W_])(?:r2|pcc|plcc|srcc|krcc|pearson\w*|spearman\w*|corr|correlation|cider|meteor|spice|chrf|sensitivity|specificity|jaccard|win_?rate)(?:$|[\W_])|准确率|正确率|精度|召回率/i;

/** `val/F-score` → max, `lpips` → min, `lr` → null: what its name says of a metric's direction. */
export function goalOf(name: string): Goal | null {
	if (smaller.test(name)) return 'min';
	if (larger.test(name)) return 'max';
	return null;
}

/** `('val', 'F-score')` → `val/F-score`: the name of a metric on the wire. */
export function wireName(split: Split, name: string): string {
	return `${split}/${name}`;
}

/** `val/F-score` → {split: 'val', name: 'F-score'}. */
export function parseWireName(wire: string): {readonly split: Split; readonly name: string} {
	const slash = wire.indexOf('/');
	return {split: wire.slice(0, slash) as Split, name: wire.slice(slash + 1)};
}

const mainLosses = ['loss', 'total_loss', 'loss_total', 'train_loss', 'l_total', 'all_loss'];

/** The first of `names` (without split) that is the loss: `loss`, `total_loss` …, else the first that says loss. */
export function primaryLoss(
	names: readonly string[],
	preferred: readonly string[] = [],
): string | undefined {
	// Of `Loss` and `loss` the one that was told first.
	const lower = new Map(names.toReversed().map(name => [plain(name), name]));
	for (const wanted of [...preferred, ...mainLosses]) {
		const found = lower.get(plain(wanted));
		if (found !== undefined) return found;
	}

	return (
		names.find(name => /[/.]loss$/i.test(name)) ??
		names.find(name => /loss/i.test(name)) ??
		names.find(name => /^l_/.test(name)) ??
		names.find(name =>
			/(?:^|[\W_])(?:cost|avgcost|objective|nll|bce|mse|ce|xent|cross_?entropy|perplexity|ppl|logloss|rmse|mae|error)(?:$|[\W_])/i.test(
				name,
			),
		)
	);
}

/** `Total Loss` → total_loss */
function plain(name: string): string {
	return name.toLowerCase().replaceAll(' ', '_');
}

const usualPrimary: readonly RegExp[] = [
	/bbox_map$|(?:^|[\W_])map(?:50-95)?(?:\(\w\))?$/i,
	/(?:^|[\W_])miou$/i,
	/f-?score$|hmean$|(?:^|[\W_])f-?1/i,
	/acc(?:uracy)?(?:[\W_]?top-?1)?$|top-?1$|acc@1$/i,
	/psnr$/i,
	/loss$/i,
];

/** The validation metric to judge by when the run does not say: mAP, mIoU, F-score, accuracy, PSNR, then loss. */
export function primaryMetric(
	names: readonly string[],
	preferred: readonly string[] = [],
): string | undefined {
	for (const wanted of preferred) {
		const found = names.find(name => name.toLowerCase() === wanted.toLowerCase());
		if (found !== undefined) return found;
	}

	for (const pattern of usualPrimary) {
		const found = names.find(name => pattern.test(name));
		if (found !== undefined) return found;
	}

	return names.find(name => goalOf(name) !== null);
}

/** Whether `a` is better than `b`; what is not finite is never better. */
export function better(goal: Goal, a: number, b: number): boolean {
	if (!Number.isFinite(a)) return false;
	if (!Number.isFinite(b)) return true;
	return goal === 'min' ? a < b : a > b;
}
