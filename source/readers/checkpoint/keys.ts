import type {Content} from '../../core/checkpoint.ts';
import {asNode, type Item, type Node} from './item.ts';
import {type Entry, type Pickle, pairsOf} from './pickle.ts';

type Judged = Pick<Content, 'weights' | 'optimizer' | 'keys' | 'numbers'>;

const optimizers = /optim/i;
const settings =
	/(?:cfg|conf|config|name|type|class|args|kwargs|params|hparams|history|idx|steps?|lr)$/i;
const counters =
	/^(?:epoch|epochs|iter|iters|iteration|iterations|step|steps|it|global_step|num_updates|updates|n_iter|cur_iter|cur_epoch|last_epoch|best_\w+|metric|loss)$/i;
const models =
	/state_dict|^(?:model|net|network|params|params_ema|weights?|module|ema|model_ema|generator|discriminator|encoder|decoder|backbone|g|d|netg|netd)$/i;
const helpers =
	/^(?:base_lrs|last_epoch|lr_lambdas|_last_lr|_step_count|scale|growth_factor|python|numpy|cpu|cuda|random_state)$|sched|scaler|rng/i;
const tensors =
	/_rebuild_|Storage$|^storage$|(?:Tensor|Parameter)$|multiarray (?:_reconstruct|scalar)$/;

/** What the keys at the top level say: weights, optimizer state, counters. */
export function judgeKeys({entries, end, root, text}: Pickle): Judged {
	const cut = end !== 'whole';
	// An object of settings has an `optim` too; only one with tensors inside is a state.
	const made = root?.kind === 'thing' && !/OrderedDict|defaultdict/.test(root.name);
	const optimizer =
		entries.some(entry => isOptimizer(entry, text) && (!made || isFull(entry))) ||
		(root !== undefined && isOptimizerState(root, text));
	const weights = holdsWeights(entries, root, text);
	return {
		optimizer: optimizer || (cut ? null : false),
		weights: weights || (cut ? null : false),
		keys: entries.slice(0, 64).map(({key}) => key),
		numbers: numbersOf(entries, text),
	};
}

/** `optimizer: None` is what Ultralytics leaves of it; `optimizer: 'adam'` is a setting. */
function isOptimizer({key, value}: Entry, text: (item: Item) => string): boolean {
	const held = asNode(value);
	if (!held || isTensor(held)) return false;
	if (optimizers.test(key) && !settings.test(key)) {
		return held.kind === 'thing' || held.items.length > 0;
	}

	return isOptimizerState(held, text);
}

function isFull({value}: Entry): boolean {
	const held = asNode(value);
	return held !== undefined && holdsTensors(held, 5);
}

/** `{state: …, param_groups: …}`, whatever it is called. */
function isOptimizerState(held: Node, text: (item: Item) => string): boolean {
	if (held.kind !== 'dict') return false;
	const names = held.items.slice(0, 16).filter((_, index) => index % 2 === 0);
	return ['param_groups', 'state'].every(name => names.some(item => text(item) === name));
}

function holdsWeights(
	entries: readonly Entry[],
	root: Node | undefined,
	text: (item: Item) => string,
): boolean {
	if (root && (isTensor(root) || isOptimizerState(root, text))) return isTensor(root);
	return entries.some(({key, value}) => {
		const held = asNode(value);
		if (!held || helpers.test(key) || optimizers.test(key) || isOptimizerState(held, text)) {
			return false;
		}

		return models.test(key) || holdsTensors(held, 3);
	});
}

/** Whether a tensor lies among the first few things in it. */
function holdsTensors(held: Node, depth: number): boolean {
	if (isTensor(held) || /^torch\.nn\./.test(held.name)) return true;
	if (depth === 0) return false;
	return [...held.items.slice(0, 8), held.state].some(item => {
		const inner = asNode(item);
		return inner !== undefined && holdsTensors(inner, depth - 1);
	});
}

function isTensor(held: Node): boolean {
	return held.kind === 'thing' && tensors.test(held.name);
}

/** Counters at the top, and in MMEngine's `meta`. */
function numbersOf(
	entries: readonly Entry[],
	text: (item: Item) => string,
): Readonly<Record<string, number>> {
	const numbers: Record<string, number> = {};
	for (const {key, value} of entries.slice(0, 200)) {
		if (typeof value === 'number' && counters.test(key)) numbers[key] = value;
		const meta = key === 'meta' ? asNode(value) : undefined;
		const pairs = meta ? pairsOf(meta) : [];
		for (let index = 0; index + 1 < pairs.length; index += 2) {
			const inner = text(pairs[index]);
			const told = pairs[index + 1];
			if (typeof told === 'number' && counters.test(inner)) numbers[inner] ??= told;
		}
	}

	return numbers;
}
