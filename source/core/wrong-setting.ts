import type {Fact, Facts} from './event.ts';

const positive =
	/^(?:batch_?size|(?:train|micro)_batch_size|samples_per_gpu|per_device_train_batch_size|(?:max_|num_|total_)?(?:epochs?|iters?)|num_classes|world_size)$/i;
const rates = /^(?:base_|initial_|init_)?(?:lr|learning_?rate)$/i;

/** A setting that can hardly be meant, and why. */
export type WrongSetting = {readonly name: string; readonly value: Fact; readonly why: string};

/** `batch_size: 0` and the like: what must be wrong by itself, wherever the run is. */
export function wrongSettings(settings: Facts): readonly WrongSetting[] {
	const wrong: WrongSetting[] = [];
	for (const [name, value] of Object.entries(settings)) {
		const why = whyWrong(name.slice(name.lastIndexOf('.') + 1), value);
		if (why !== undefined) wrong.push({name, value, why});
	}

	return wrong;
}

function whyWrong(name: string, value: Fact): string | undefined {
	if (typeof value !== 'number') return undefined;
	if (Number.isNaN(value)) return 'is no number';
	if (positive.test(name) && value === 0) return 'nothing can be trained with none';
	// Frameworks write -1 for "as many as there are".
	if (positive.test(name) && value < -1) return 'is negative';
	if (!rates.test(name)) return undefined;
	if (value < 0) return 'is negative: the loss would rise';
	return value > 100 ? 'is far too large' : undefined;
}
