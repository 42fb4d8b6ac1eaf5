import type {Evidence} from './alert.ts';
import type {Fact, Facts, Position, Source} from './event.ts';

/** `{epoch: 2, step: 110}` → ` at epoch 2, step 110`; nothing where the place is not known. */
export function atPlace({epoch, step}: Position): string {
	const parts = [
		epoch === undefined ? '' : `epoch ${Number.isInteger(epoch) ? epoch : epoch.toFixed(2)}`,
		step === undefined ? '' : `step ${step}`,
	].filter(part => part !== '');
	return parts.length > 0 ? ` at ${parts.join(', ')}` : '';
}

/** The line that proves a finding, with what it says; nothing where no line is known. */
export function evidenceOf(source: Source | null, text: string): readonly Evidence[] {
	return source ? [{...source, text}] : [];
}

/** The first setting whose last name matches, at any depth: `train.batch_size` for /^batch_?size$/. */
export function settingOf(
	settings: Facts,
	pattern: RegExp,
): {readonly name: string; readonly value: Fact} | undefined {
	for (const name in settings) {
		if (pattern.test(name.slice(name.lastIndexOf('.') + 1))) return {name, value: settings[name]!};
	}

	return undefined;
}

/** `batch_size is 8: try 4 or 2`, or `lower the batch size` where it is not known. */
export function smallerBatch(settings: Facts): string {
	const batch = settingOf(
		settings,
		/^(?:batch_?size(?:_per_(?:gpu|card|device))?|samples_per_gpu|per_device_train_batch_size|micro_batch_size|train_batch_size)$/i,
	);
	if (!batch || typeof batch.value !== 'number' || batch.value < 2) {
		return 'lower the batch size or the size of the input, or free the device: nvidia-smi shows who holds its memory';
	}

	const half = Math.floor(batch.value / 2);
	const quarter = Math.floor(batch.value / 4);
	const tries = quarter >= 1 ? `${half} or ${quarter}` : String(half);
	return `${batch.name} is ${batch.value}: try ${tries}, accumulating gradients to keep the effective size`;
}

/** `lr is 0.01: try 0.001`, or `lower the learning rate` where it is not known; what clips gradients by its name. */
export function smallerRate(settings: Facts): string {
	const rate = rateOf(settings);
	const clip = settingOf(
		settings,
		/^(?:max_grad_norm|clip_?grad(?:_norm)?|(?:grad(?:ient)?_?clip(?:ping)?(?:_?(?:val|value|norm))?))$/i,
	);
	const clipped =
		typeof clip?.value === 'number' && clip.value > 0
			? `gradients clipped harder (${clip.name} is ${clip.value})`
			: 'clipped gradients';
	return rate === undefined
		? `lower the learning rate, or try a warm-up or ${clipped}`
		: `${rate.name} is ${rate.value}: try ${shortest(rate.value / 10)}, a warm-up, or ${clipped}`;
}

/** `fp16 is true: try bf16 or a smaller loss scale`, or that half precision may overflow where nothing is told. */
export function widerNumbers(settings: Facts): string {
	const half = Object.entries(settings).find(([name, value]) => isHalf(name, value));
	return half
		? `${half[0]} is ${half[1]}: try bf16 or a smaller loss scale`
		: 'half precision may have overflowed, where it is used';
}

function isHalf(name: string, value: Fact): boolean {
	const last = name.slice(name.lastIndexOf('.') + 1);
	if (/^(?:use_)?(?:fp16|amp|half)$/i.test(last)) return value === true || value === 1;
	return (
		/^(?:precision|(?:torch_)?d_?type|mixed_precision|amp_dtype)$/i.test(last) &&
		/^(?:fp16|float16|half|16(?:-mixed|-true)?|torch\.float16)$/i.test(String(value))
	);
}

/** The learning rate among the settings. */
export function rateOf(
	settings: Facts,
): {readonly name: string; readonly value: number} | undefined {
	const rate = settingOf(settings, /^(?:base_|initial_|init_)?(?:lr|learning_?rate)$/i);
	return rate && typeof rate.value === 'number' && rate.value > 0
		? {name: rate.name, value: rate.value}
		: undefined;
}

function shortest(value: number): string {
	return String(Number(value.toPrecision(2)));
}
