import type {Fact, Facts} from './event.ts';
import type {Settings} from './run.ts';

const positive =
	/^(?:batch_?size|(?:train|micro)_batch_size|samples_per_gpu|per_device_train_batch_size|(?:max_|num_|total_)?(?:epochs?|iters?)|num_train_epochs|num_classes|world_size)$/i;
const rates = /^(?:base_|initial_|init_)?(?:lr0?|learning_?rate)$/i;

/** A setting that can hardly be meant, and why. */
export type WrongSetting = {readonly name: string; readonly value: Fact; readonly why: string};

/** A setting worth a look: what is odd about it, and the line that says so; null: not known. */
export type SettingNote = WrongSetting & {readonly source: string | null};

/** `batch_size: 0` and the like: what must be wrong by itself, wherever the run is. */
export function wrongSettings(settings: Facts): readonly WrongSetting[] {
	const wrong: WrongSetting[] = [];
	for (const [name, value] of Object.entries(settings)) {
		const why = whyWrong(name.slice(name.lastIndexOf('.') + 1), value);
		if (why !== undefined) wrong.push({name, value, why});
	}

	return wrong;
}

/** What is odd about the settings of a run: values that must be wrong, paths that lead nowhere, a log that says otherwise. */
export function settingNotes(settings: Settings | null): readonly SettingNote[] {
	if (settings === null) return [];
	const {values, sources, missing = [], otherwise = {}} = settings;
	const note = (name: string, why: string): SettingNote => ({
		name,
		value: values[name] ?? '',
		why,
		source: sources?.[name] ?? null,
	});
	return [
		...wrongSettings(values).map(({name, why}) => note(name, why)),
		...missing.map(name => note(name, 'does not exist')),
		...Object.entries(otherwise).map(([name, {value, source}]) =>
			note(name, `but ${source} says ${value}`),
		),
	];
}

function whyWrong(name: string, value: Fact): string | undefined {
	if (typeof value !== 'number') return undefined;
	if (Number.isNaN(value)) return 'is no number';
	if (positive.test(name) && value === 0) return 'nothing can be trained with none';
	// Frameworks write -1 for "as many as there are".
	if (positive.test(name) && value < -1) return 'is negative';
	if (!rates.test(name)) return undefined;
	if (value === 0) return 'nothing is learnt with it';
	if (value < 0) return 'is negative: the loss would rise';
	return value > 10 ? 'is far too large' : undefined;
}
