import type {Split} from '../core/event.ts';
import {wireName} from '../core/metric.ts';
import type {RunFile} from '../core/run.ts';
import type {Part, Point, Series} from '../core/series.ts';
import {type Batch, known} from '../judge/columns.ts';
import type {Row} from '../show/report/export.ts';
import {follow} from './followed.ts';
import type {Means} from './means.ts';

/**
Reads the files of series once more and tells every point of them: the rows of a file in its order, as
many at a time as a piece of it holds. `count` hears the metric of each.
*/
export async function* retold(
	means: Means,
	files: readonly RunFile[],
	list: readonly Series[],
	row: Row,
	count: (metric: string) => void,
): AsyncGenerator<string> {
	for (const file of files) {
		const wanted = wantedOf(file.path, list);
		const stat = wanted.size > 0 ? await means.host.stat(file.full) : undefined;
		if (!stat) continue;
		let text = '';
		const heard = (split: Split, batch: Batch, from: number, to: number) => {
			for (const {metric, values, parts} of columnsOf(split, batch, wanted)) {
				for (let index = from; index < to; index++) {
					if (!isPart(parts, batch, index)) continue;
					text += row(metric, pointOf(batch, values, index), file.path);
					count(metric);
				}
			}
		};
		const reading = follow(means, {...file, ...stat}, {sums: true, heard});
		for (let more = true; more; text = '') {
			more = await reading.step(stat.modifiedAt, false);
			if (!more) reading.settle();
			if (text !== '') yield text;
		}

		await reading.close();
	}
}

/** Records of a file that are wanted, by wire name. */
type Wanted = ReadonlyMap<string, readonly Part[]>;

function wantedOf(path: string, list: readonly Series[]): Wanted {
	const parts = list.map(
		series => [series.name, (series.parts ?? []).filter(({file}) => file === path)] as const,
	);
	return new Map(parts.filter(([, told]) => told.length > 0));
}

function columnsOf(split: Split, {names, values}: Batch, wanted: Wanted) {
	return names.flatMap((name, index) => {
		const metric = wireName(split, name);
		const parts = wanted.get(metric);
		// A record that tells a name twice means the first.
		return parts && names.indexOf(name) === index ? [{metric, parts, values: values[index]!}] : [];
	});
}

function isPart(parts: readonly Part[], {order, step}: Batch, index: number): boolean {
	const at = order + index;
	return parts.some(({from, to, below}) => at >= from && at < to && !(step[index]! >= below));
}

function pointOf(batch: Batch, values: ArrayLike<number>, index: number): Point {
	return {
		step: known(batch.step[index]),
		epoch: known(batch.epoch[index]),
		at: known(batch.at[index]),
		line: batch.line[index]!,
		value: values[index]!,
	};
}
