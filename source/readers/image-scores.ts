import type {ScoreReader} from '../core/results.ts';

const single = /^(?<image>.+?)[._-](?<metric>precision|recall)\.txt$/i;
const whole = /^(?!readme|classes|labels|log\b|train|requirements)(?<image>.+)\.txt$/i;
const number = String.raw`[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?`;
const alone = new RegExp(`^\\s*(?:\\w+\\s*[:=]\\s*)?(${number})\\s*%?\\s*$`, 'im');

/** Metrics of one image each: `page_3_recall.txt` with a number, or `page_3.txt` with `recall: 0.98`. */
export default {
	title: 'Metrics per image',
	imageOf: name => (single.exec(name) ?? whole.exec(name))?.groups?.image,
	read(name, text) {
		const metric = single.exec(name)?.groups?.metric?.toLowerCase();
		if (metric === undefined) {
			return {recall: told(text, 'recall'), precision: told(text, 'precision')};
		}

		const value = told(text, metric) ?? finite(alone.exec(text)?.[1]);
		return {
			recall: metric === 'recall' ? value : null,
			precision: metric === 'precision' ? value : null,
		};
	},
} satisfies ScoreReader;

/** `recall: 0.98`, `Recall = 98.0`, `"recall": 0.98`. */
function told(text: string, metric: string): number | null {
	const found = new RegExp(`(?:^|[\\s,{"'])${metric}["']?\\s*[:=]\\s*(${number})`, 'im').exec(text);
	return finite(found?.[1]);
}

function finite(text: string | undefined): number | null {
	const value = Number(text ?? Number.NaN);
	return Number.isFinite(value) ? value : null;
}
