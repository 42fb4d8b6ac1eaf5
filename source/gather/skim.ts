import {holding} from './blocks.ts';
import type {Skim} from './lines.ts';
import {type Batch, createBatch, grow} from './rows.ts';
import {type Meaning, numberOf} from './shape/learn.ts';
import type {Shapes} from './shapes.ts';
import {countKnown, flushBatch, type Story} from './story.ts';

type Recorded = Extract<Meaning, {kind: 'record'}>;

/** What the reading does with a line that says nothing, as where it is read by its expressions; false: it must be. */
export type Nothing = (known: boolean, line: number, text: () => string, offset: number) => boolean;

const decoder = new TextDecoder();
const lineFeed = 10;

/**
Reads lines of known shapes in the buffer, without making text of them: records go straight into the
columns. What it does is exactly what reading the line by its expressions does, or it declines.
*/
export function createSkim(
	story: Story,
	shapes: Shapes,
	heard: () => void,
	nothing: Nothing,
): Skim {
	return (bytes, start, end, line, offset) => {
		const {signals, blocks} = story;
		if (!story.format || signals.open || signals.caught > 0 || holding(blocks)) return -1;
		const at = shapes.find(bytes, start, end);
		if (at < 0) return -1;
		let next = at + 1;
		if (bytes[at] !== lineFeed) {
			if (next >= end) return -1;
			if (bytes[next] === lineFeed) next++;
		}

		const {meaning, pattern} = shapes.found();
		if (meaning.kind === 'nothing') {
			const text = () => decoder.decode(bytes.subarray(start, at));
			return nothing(meaning.known, line, text, offset) ? next : -1;
		}

		record(story, meaning, pattern.numbers, line, offset);
		countKnown(story, line);
		heard();
		return next;
	};
}

function record(
	story: Story,
	meaning: Recorded,
	numbers: Float64Array,
	line: number,
	offset: number,
): void {
	let {batch} = story;
	if (!batch || !suits(batch, meaning, numbers) || !grow(batch)) {
		flushBatch(story);
		batch = begin(meaning, numbers);
		story.batch = batch;
	}

	const {position, values, at} = meaning;
	const row = batch.length++;
	batch.line[row] = line;
	batch.offset[row] = offset;
	batch.at[row] = at === undefined ? Number.NaN : numbers[at.slot]!;
	batch.epoch[row] = placed(position['epoch'], numbers);
	batch.step[row] = placed(position['step'], numbers);
	batch.stepInEpoch[row] = placed(position['stepInEpoch'], numbers);
	const columns = batch.values;
	for (let index = 0; index < values.length; index++) {
		columns[index]![row] = numberOf(values[index]!, numbers);
	}
}

function placed(target: Recorded['values'][number] | undefined, numbers: Float64Array): number {
	return target === undefined ? Number.NaN : numberOf(target, numbers);
}

function begin({split, keys, position}: Recorded, numbers: Float64Array): Batch {
	return createBatch(split, keys, {
		epochs: placed(position['epochs'], numbers),
		steps: placed(position['steps'], numbers),
		stepsPerEpoch: placed(position['stepsPerEpoch'], numbers),
	});
}

function suits(batch: Batch, {split, keys, position}: Recorded, numbers: Float64Array): boolean {
	return (
		batch.split === split &&
		Object.is(batch.epochs, placed(position['epochs'], numbers)) &&
		Object.is(batch.steps, placed(position['steps'], numbers)) &&
		Object.is(batch.stepsPerEpoch, placed(position['stepsPerEpoch'], numbers)) &&
		(batch.keys === keys ||
			(batch.keys.length === keys.length && keys.every((key, index) => batch.keys[index] === key)))
	);
}
