import type {CheckpointKind} from './checkpoint.ts';

/** What the name of a checkpoint tells. */
export type NameFacts = {
	readonly kind: CheckpointKind;
	readonly epoch: number | null;
	readonly step: number | null;
	/** A number that may be either: `ckpt_3.pt`. */
	readonly number: number | null;
};

const endings =
	/(?:\.(?:pth|pt|ckpt|tar|safetensors|bin|weights|h5|hdf5|keras|pd\w+|states?|pkl|zip|npz|index|msgpack|data-\d+-of-\d+))+$/i;
const epochs = /(?:^|[^a-z])(?:epochs?|ep)[=_.-]?(\d+)|(?:^|[^a-z\d])e(\d{1,4})(?=$|[^a-z\d])/i;
const steps =
	/(?:^|[^a-z])(?:global_?steps?|iterations?|iters?|steps?|it|updates?)[=_.-]?(\d+)(k?)(?![a-z])|(\d+)(k?)_?steps?$/i;
const stepNames = [
	/^net_\w+?_(\d+)$/i,
	/^[GD]_(\d+)$/,
	/^(?:model|checkpoint|ckpt)[_-](\d{6,})$/i,
	/^\d+_(\d{3,})$/,
	/^checkpoint_\d+_(\d+)$/,
];
const epochNames = [
	/^(\d+)-\d+\.\d+/,
	/^(?:weights|cp|model)[._-](\d+)-\d+\.\d+/i,
	/^(\d+)_net_\w+$/i,
	/^checkpoint_(\d+)_\d+$/,
	/^checkpoint(\d{1,4})$/,
];
const plain =
	/^(?:(?:tmp-)?(?:checkpoint|ckpt|cp|model|weights?|snapshot|state|net|backup|save|recovery|rl_model)[._-]?)(\d+)(?:[._-]v\d+)?$|^(\d+)$/i;

/**
What a name tells: `best_coco_bbox_mAP_epoch_40.pth` → best, epoch 40; `net_g_400.pth` → periodic,
step 400; `checkpoint-60` of a folder → step 60; `ckpt_3.pt` → periodic, number 3.
*/
export function readName(name: string, isFolder = false): NameFacts {
	const stem = name.replace(endings, '');
	const epoch = numberOf(epochs.exec(stem)) ?? firstOf(epochNames, stem);
	const step = numberOf(steps.exec(stem)) ?? firstOf(stepNames, stem);
	const number = epoch === null && step === null ? numberOf(plain.exec(stem)) : null;
	const [, paddle] = /^(\d+)\.pd\w+$/.exec(name) ?? [];
	const [, saved] = /^(\d+)\.state$/.exec(name) ?? [];
	return {
		kind: kindOf(stem, epoch !== null || step !== null || number !== null),
		epoch: epoch ?? (paddle === undefined ? null : Number(paddle)),
		step: step ?? (isFolder ? number : saved === undefined ? null : Number(saved)),
		number: isFolder || paddle !== undefined || saved !== undefined ? null : number,
	};
}

/** A number that may count epochs or steps is what lies in the file; else small ones are epochs. */
export function placeOf(
	{epoch, step, number}: NameFacts,
	numbers: Readonly<Record<string, number>>,
): {readonly epoch: number | null; readonly step: number | null} {
	const inEpoch = count(numbers, ['epoch', 'cur_epoch', 'epochs', 'start_epoch']);
	const inStep = count(numbers, [
		'global_step',
		'iter',
		'iteration',
		'step',
		'num_updates',
		'cur_iter',
		'it',
		'iters',
		'iterations',
		'steps',
		'n_iter',
		'iter_num',
	]);
	const near = (inside: number | null) =>
		number !== null && inside !== null && Math.abs(number - inside) <= 1;
	const isStep =
		number !== null && !near(inEpoch) && (near(inStep) || (inEpoch === null && number > 2000));
	const isEpoch = number !== null && !isStep && (near(inEpoch) || inEpoch === null);
	return {
		epoch: epoch ?? (isEpoch ? number : inEpoch),
		step: step ?? (isStep ? number : inStep),
	};
}

function kindOf(stem: string, numbered: boolean): CheckpointKind {
	if (/best/i.test(stem)) return 'best';
	if (/(?:^|[^a-z])(?:latest|last|newest|current)(?:$|[^a-z])/i.test(stem)) return 'last';
	if (/(?:^|[^a-z])(?:final|finished|end)(?:$|[^a-z])/i.test(stem)) return 'final';
	if (numbered) return 'periodic';
	return /^(?:checkpoint|ckpt)$/i.test(stem) ? 'last' : 'other';
}

function numberOf(found: RegExpExecArray | null): number | null {
	if (!found) return null;
	const [, first, thousands, second, thousandsToo] = found;
	const digits = first ?? (/^\d+$/.test(thousands ?? '') ? thousands : second);
	if (digits === undefined) return null;
	const kilo = [thousands, thousandsToo].some(letter => letter?.toLowerCase() === 'k');
	return Number(digits) * (kilo ? 1000 : 1);
}

function firstOf(patterns: readonly RegExp[], stem: string): number | null {
	for (const pattern of patterns) {
		const digits = pattern.exec(stem)?.[1];
		if (digits !== undefined) return Number(digits);
	}

	return null;
}

function count(numbers: Readonly<Record<string, number>>, names: readonly string[]): number | null {
	for (const name of names) {
		const value = numbers[name];
		if (value !== undefined && Number.isFinite(value) && value >= 0) return value;
	}

	return null;
}
