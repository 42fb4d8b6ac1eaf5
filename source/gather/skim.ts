import type {Split} from '../core/event.ts';
import {holding} from './blocks.ts';
import type {Skim} from './lines.ts';
import {type Batch, createBatch, most} from './rows.ts';
import {type Fields, fieldOf, type Meaning} from './shape/fields.ts';
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
		const next = at < 0 ? -1 : afterEnd(bytes, at, end);
		if (next < 0) return -1;
		const {meaning, pattern, fields} = shapes.found();
		if (meaning.kind === 'nothing') {
			const text = () => decoder.decode(bytes.subarray(start, at));
			return nothing(meaning.known, line, text, offset) ? next : -1;
		}

		record(story, meaning, fields, pattern.numbers, line, offset);
		countKnown(story, line);
		heard();
		return next;
	};
}

/** Where the line after the end at `at` begins; -1 when a line feed may follow that is not here yet. */
function afterEnd(bytes: Uint8Array, at: number, end: number): number {
	if (bytes[at] === lineFeed) return at + 1;
	if (at + 1 >= end) return -1;
	return bytes[at + 1] === lineFeed ? at + 2 : at + 1;
}

function record(
	story: Story,
	{split, keys}: Recorded,
	fields: Fields,
	numbers: Float64Array,
	line: number,
	offset: number,
): void {
	let {batch} = story;
	if (!batch || !suits(batch, split, keys, fields, numbers)) {
		flushBatch(story);
		const plan = {
			epochs: fieldOf(fields, 0, numbers),
			steps: fieldOf(fields, 1, numbers),
			stepsPerEpoch: fieldOf(fields, 2, numbers),
		};
		batch = createBatch(split, keys, plan);
		story.batch = batch;
	}

	const row = batch.length++;
	batch.line[row] = line;
	batch.offset[row] = offset;
	batch.epoch[row] = fieldOf(fields, 3, numbers);
	batch.step[row] = fieldOf(fields, 4, numbers);
	batch.stepInEpoch[row] = fieldOf(fields, 5, numbers);
	batch.at[row] = fieldOf(fields, 6, numbers);
	const {values} = batch;
	for (let index = 0; index < keys.length; index++) {
		values[index]![row] = fieldOf(fields, index + 7, numbers);
	}
}

function suits(
	batch: Batch,
	split: Split,
	keys: readonly string[],
	fields: Fields,
	numbers: Float64Array,
): boolean {
	return (
		batch.length < most &&
		batch.split === split &&
		alike(batch.epochs, fieldOf(fields, 0, numbers)) &&
		alike(batch.steps, fieldOf(fields, 1, numbers)) &&
		alike(batch.stepsPerEpoch, fieldOf(fields, 2, numbers)) &&
		(batch.keys === keys ||
			(batch.keys.length === keys.length && keys.every((key, index) => batch.keys[index] === key)))
	);
}

function alike(a: number, b: number): boolean {
	return a === b || (Number.isNaN(a) && Number.isNaN(b));
}
