import type {Fact, Facts} from './event.ts';

const words =
	'lr|wd|bs|ep|epochs?|iters?|steps?|seed|fold|batch|batchsize|dropout|drop|hidden|dim|layers?|heads?|depth|width|crop|patch|size|img|imgsz|scale|gpus?|warmup|rank|alpha|beta|gamma|temp|topk|momentum|decay|nf|nb|ngf|ndf';
const number = '\\d+(?:\\.\\d+)?(?:e[-+]?\\d{1,3})?';
const pairs = [
	/** `lr0.02`, `lr_1e-4`, `seed=42` */
	new RegExp(`(?<![a-z\\d])(${words})[=_-]?(${number})(k?)(?![a-z\\d])`, 'gi'),
	/** `x4`, `b64` by itself */
	/(?<![a-z\d])([bx])(\d+)(k?)(?![a-z\d])/gi,
];
const chain = /(?<![a-z\d.])(?:[a-z]{1,2}\d+(?:\.\d+)?){2,8}(?![a-z\d])/gi;
/** `8xb2` of OpenMMLab: GPUs and the batch of each. */
const spread = /(?<![a-z\d.])(\d{1,4})xb(\d{1,6})(?![a-z\d])/i;
/** `300e` is epochs; `1x` and `2x` are schedules, `4x` a scale like `x4`. */
const counted = /(?<![a-z\d.])(\d{1,4})([ex])(?![a-z\d]|[-+]\d)/gi;
const sizes = /(?<![a-z\d.])(\d{2,5}x\d{2,5})(?![a-z\d])/i;
const thousands = /(?<![a-z\d.])(\d{1,4})([km])(?![a-z\d])/i;
const longest = 256;

/**
What the name of a run tells of its settings: `b64c36n8_lr0.02_500K` → {b: 64, c: 36, n: 8, lr: 0.02,
steps: 500000}; `rtmdet_8xb32-300e` → {gpus: 8, b: 32, epochs: 300}.
*/
export function settingsInName(name: string): Facts {
	const text = name.slice(0, longest);
	const found: Record<string, Fact> = {};
	for (const tell of [ofOpenMmlab, inChains, inPairs, counts]) {
		for (const [key, value] of tell(text)) found[key.toLowerCase()] ??= value;
	}

	return found;
}

type Told = Iterable<readonly [key: string, value: Fact]>;

function* ofOpenMmlab(text: string): Told {
	const [, gpus, each] = spread.exec(text) ?? [];
	if (gpus === undefined) return;
	yield ['gpus', Number(gpus)];
	yield ['b', Number(each)];
}

function* inChains(text: string): Told {
	for (const [link] of text.matchAll(chain)) {
		for (const [, key, value] of link.matchAll(/([a-z]+)(\d+(?:\.\d+)?)/gi))
			yield [key!, Number(value)];
	}
}

function* inPairs(text: string): Told {
	for (const pattern of pairs) {
		for (const [, key, value, k] of text.matchAll(pattern))
			yield [key!, Number(value) * (k === '' ? 1 : 1000)];
	}
}

function* counts(text: string): Told {
	for (const [, value, letter] of text.matchAll(counted))
		yield [letter!.toLowerCase() === 'e' ? 'epochs' : 'x', Number(value)];
	const [, size] = sizes.exec(text) ?? [];
	if (size !== undefined) yield ['size', size];
	const steps = thousands.exec(text);
	if (steps) yield ['steps', Number(steps[1]) * (steps[2]!.toLowerCase() === 'k' ? 1e3 : 1e6)];
}

const endings = [
	/\.(?:tar\.(?:gz|bz2|xz|zst)|tgz|tar|zip)$/i,
	/[_-]archived(?:[_-]\d{8}[_-]?\d{6})?$/i,
	/[_ -]\(?(?:copy|old|bak|backup)\)?[_ -]?\d{0,3}$/i,
	/[_-]v\d{1,3}$/i,
];

/** The name that versions of one experiment share: `sr_x4_v2_archived_20260105_120000` → `sr_x4`. */
export function baseOf(name: string): string {
	let base = name;
	for (const ending of endings) {
		const shorter = base.replace(ending, '');
		if (shorter !== '') base = shorter;
	}

	return base;
}
