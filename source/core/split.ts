import type {Split} from './event.ts';

const words: Readonly<Record<string, Split>> = {
	train: 'train',
	training: 'train',
	tr: 'train',
	val: 'val',
	va: 'val',
	valid: 'val',
	validation: 'val',
	eval: 'val',
	evaluation: 'val',
	evaluate: 'val',
	dev: 'val',
	test: 'test',
	testing: 'test',
};
const word = Object.keys(words)
	.sort((a, b) => b.length - a.length)
	.join('|');
const before = new RegExp(`^(?<split>${word})(?:[/_. :-]+|(?=[A-Z]))(?<name>.+)$`);
const beforeAnyCase = new RegExp(`^(?<split>${word})[/_. :-]+(?<name>.+)$`, 'i');
const camel = /^(?<split>Train|Val|Valid|Eval|Dev|Test)(?=[A-Z])(?<name>.+)$/;
const after = new RegExp(`^(?<name>.+?)[/_. :-]+(?<split>${word})$`, 'i');
const within = new RegExp(`^(?<name>.+?)[/_. :-]+(?<split>${word})(?<rest>[/_. :-].+)$`, 'i');

/**
Takes the split out of a metric's name: `train/loss`, `val_loss`, `evalTop1`, `Loss/test`,
`epoch_val_loss` → `{split: 'val', name: 'epoch_loss'}`; undefined when the name tells none.
*/
export function splitOf(
	metric: string,
): {readonly split: Split; readonly name: string} | undefined {
	const groups = (
		before.exec(metric) ??
		beforeAnyCase.exec(metric) ??
		camel.exec(metric) ??
		after.exec(metric) ??
		within.exec(metric)
	)?.groups;
	if (!groups) return undefined;
	const split = words[groups.split!.toLowerCase()];
	return split && {split, name: `${groups.name}${groups.rest ?? ''}`};
}
