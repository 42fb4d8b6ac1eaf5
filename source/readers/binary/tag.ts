import type {Split} from '../../core/event.ts';
import {valueColumn} from '../table/columns.ts';

/** A metric of one split; `group` numbers the last record that has a value of it. */
export type Metric = {readonly split: Split; readonly name: string; group: number};

/** What the tag of an event file says of its values. */
export type Tag = {
	/** The plugin that it belongs to, of which only its first event tells. */
	plugin: string | undefined;
	/** Told beside a metric for another axis, or a placeholder. */
	readonly beside: boolean;
	/** Keras counts epochs where others count steps, and says so in its tags: `epoch_loss`. */
	readonly epochs: boolean;
	/** Only the validation of Keras has it. */
	readonly validates: boolean;
	/** What it measures in a file of a training, and in one of a validation. */
	readonly train: Metric;
	readonly val: Metric;
};

const beside =
	/_vs_iterations$| vs samples$|^hp_metric$|^hparam\/|(?:^|\/)(?:runtime|samples_per_second|steps_per_second|total_flos|train_runtime)$|(?:samples|steps)_per_second$/;

/** Makes the tags of one file by their texts: tags that name the same metric share it. */
export function tagger(): (text: string) => Tag {
	const metrics = new Map<string, Metric>();
	const metric = (text: string, rest: Split): Metric => {
		const {split, name} = valueColumn(text, rest);
		const known = metrics.get(`${split}/${name}`) ?? {split, name, group: 0};
		metrics.set(`${split}/${name}`, known);
		return known;
	};

	return text => {
		const epochs = text.startsWith('epoch_');
		const name = epochs ? text.slice(6) : text;
		return {
			plugin: undefined,
			beside: beside.test(text),
			epochs,
			validates: /^evaluation_.*_vs_iterations$/.test(text),
			train: metric(name, 'train'),
			val: metric(name, 'val'),
		};
	};
}
