import {splits} from '../../core/event.ts';
import type {Batches, Place, Told} from '../table/batches.ts';
import type {Metric, Tag} from './tag.ts';

/** The values told at one step, one after another. */
export type Group = {
	readonly add: (tag: Tag, metric: Metric, value: number, place: Readonly<Place>) => void;
	/** Tells what is in it, as if nothing more came. */
	readonly tell: (to: Batches) => void;
};

/**
Gathers values into records: those of one step, until it tells a metric for the second time. `to` gets
the records that are complete.
*/
export function createGroup(to: Batches): Group {
	const told = {train: nothing(), val: nothing(), test: nothing()};
	const place: Place = {line: 0, offset: 0, at: Number.NaN, epoch: Number.NaN, step: Number.NaN};
	let number = 0;
	let epoch = Number.NaN;
	let epochs = true;

	const begin = ({line, offset, at, step}: Readonly<Place>) => {
		tell(to);
		number++;
		place.line = line;
		place.offset = offset;
		place.at = at;
		place.step = step;
		epoch = Number.NaN;
		epochs = true;
		for (const split of splits) told[split].count = 0;
	};

	const tell = (batches: Batches) => {
		const {step} = place;
		place.epoch = epochs ? step : epoch;
		if (epochs) place.step = Number.NaN;
		for (const split of splits) {
			if (told[split].count > 0) batches.add(split, told[split], place);
		}

		place.step = step;
	};

	return {
		add: (tag, metric, value, at) => {
			if (number === 0 || at.step !== place.step || metric.group === number) begin(at);
			epochs &&= tag.epochs;
			if (metric.name === 'epoch') {
				epoch = value;
				return;
			}

			metric.group = number;
			const {names, numbers} = told[metric.split];
			const index = told[metric.split].count++;
			names[index] = metric.name;
			numbers[index] = value;
		},
		tell,
	};
}

function nothing(): Told {
	return {names: [], numbers: [], count: 0};
}
