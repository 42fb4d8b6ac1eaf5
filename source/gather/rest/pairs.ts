import {numberPattern, parseNumber} from './number.ts';

/** A named number and where its digits stand in the text. */
export type Pair = {
	readonly name: string;
	readonly value: number;
	readonly start: number;
	readonly end: number;
};

// Named groups would cost an object each. A name, what joins it to its number, the number, and what must not follow it (`13:02`, `3/10`, `1.5e`).
const pair = new RegExp(
	String.raw`(?<![\p{L}\p{N}_./%@-])((?:(?:[Tt]rain(?:ing)?|TRAIN|[Vv]al(?:i|id(?:ation)?)?|VAL|[Tt]est(?:ing)?|TEST|[Dd]ev|[Ee]val(?:uation)?|EVAL|[Bb]est|[Tt]op[- ]?[15]|[Ll]oss(?= (?!values?:)[\p{L}_][\p{L}\p{N}_]*[:=])|[DG]|[Dd]iscriminator|[Gg]enerator|[\w.]+'s)\.? )?[\p{L}_][\p{L}\p{N}_.\-/@%+]*(?:\([\p{L}\p{N}_.-]*\))?)(?:(?: \([\p{L}\p{N}_%/ .-]{1,20}\)| values?)?\s*[:=：]\s*(?:\[(?=${numberPattern}\])|(?:tensor|array|np\.\w{3,8}|numpy\.\w{3,8})\(\[?\s*)?|\s?\[\s?(?=[-+]?\d+\.\d+\s?\])|(?: so far)?\s+(?:is:?\s+|tensor\(\[?)?)(${numberPattern})(?![\w:/]|\.\d)`,
	'gu',
);

/**
`Loss: 1.543, LR: 0.007000` → Loss 1.543, LR 0.007; of `loss: 6.9 (6.91)` the first; `loss: tensor(0.5, device='cuda:0')` → loss 0.5; a word that tells
the split, the best, the network or the owner belongs to the name: `Val loss: 0.4, D loss: 0.1, test's auc: 0.9`
→ Val loss 0.4, D loss 0.1, test's auc 0.9.
*/
export function pairs(text: string, from = 0): readonly Pair[] {
	const found: Pair[] = [];
	pair.lastIndex = from;
	for (let match = pair.exec(text); match; match = pair.exec(text)) {
		const [whole, name, number] = match as unknown as [string, string, string];
		const value = parseNumber(number);
		if (value === undefined) continue;
		const end = match.index + whole.length;
		found.push({name, value, start: end - number.length, end});
	}

	return found.length > 1 ? toldApart(text, found) : found;
}

const common = /^(?:loss|acc(?:uracy)?|f1|auc|m?iou|dice|mae|mse|rmse)$/i;
/** A word before a name, where the number before it has ended. */
const word = /(?:^|[^\p{L}\p{N}_.%/@-])(\p{L}[\p{L}\p{N}_-]{0,30}) $/u;

/** Measures of one name are told apart by the words before them: `Recon Loss: 0.1, KL Loss: 0.2`. */
function toldApart(text: string, found: readonly Pair[]): readonly Pair[] {
	const names = found.map(({name}) => name.toLowerCase());
	if (new Set(names).size === names.length) return found;
	return found.map((pair, index) => {
		const name = names[index]!;
		if (!common.test(name) || names.indexOf(name) === names.lastIndexOf(name)) return pair;
		const at = text.lastIndexOf(pair.name, pair.start - 1);
		const [, before] = word.exec(text.slice(Math.max(0, at - 40), at)) ?? [];
		return before === undefined ? pair : {...pair, name: `${before} ${pair.name}`};
	});
}
