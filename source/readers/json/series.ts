import {primaryLoss} from '../../core/metric.ts';
import {splitOf} from '../../core/split.ts';
import {cellNumber} from '../table/cell.ts';
import {columnsOf, tellsTraining} from '../table/columns.ts';
import {isObject, type Json} from './loose.ts';

/** A table of numbers; undefined where a row lacks one. */
export type Series = {
	readonly header: readonly string[];
	readonly rows: ReadonlyArray<readonly (number | undefined)[]>;
};

type Record = {readonly [name: string]: Json};

const mostNames = 400;
const deepest = 3;
/** A document of the longest length has fewer, unless one of its lists is far longer than all others. */
const mostCells = 1 << 23;

/**
The course of a training in one JSON document: lists of numbers by name as Keras has them, or a list of
records, by itself or within an object; undefined where there is none, or more than memory should hold.
*/
export function seriesOf(document: Json | undefined): Series | undefined {
	if (Array.isArray(document)) return recordSeries(document);
	if (!isObject(document)) return undefined;
	return columnSeries(document) ?? boostedSeries(document) ?? innerSeries(document);
}

/** `{"loss": [2, 1], "val_loss": [3, 2]}`, also deeper: `{"valid_0": {"auc": [0.5, 0.7]}}`. */
function columnSeries(document: Record): Series | undefined {
	const columns = new Map<string, readonly Json[]>();
	collect(document, '', columns, 0);
	const header = [...columns.keys()];
	const lists = [...columns.values()];
	const length = Math.max(0, ...lists.map(list => list.length));
	// Lists of one are told of a training that has only begun, where they tell of both parts of it.
	const told = length > 1 ? tells(header) || tellsBoth(header) : tells(header) && validates(header);
	if (!told || length * header.length > mostCells) return undefined;
	const rows = Array.from({length}, (_, row) => lists.map(list => numberOf(list[row])));
	return {header, rows};
}

function collect(from: Record, within: string, into: Map<string, readonly Json[]>, depth: number) {
	for (const [key, value] of Object.entries(from)) {
		if (into.size >= mostNames) return;
		const name = within === '' || within === 'history' ? key : `${within}/${key}`;
		const list = listOf(value);
		if (list) into.set(name, list);
		else if (isObject(value) && depth < deepest) collect(value, name, into, depth + 1);
	}
}

/** A list of numbers, as such or as pandas writes it: `{"0": 2.5, "1": 2}`. */
function listOf(value: Json): readonly Json[] | undefined {
	const list = isObject(value) && Object.keys(value).every(isIndex) ? Object.values(value) : value;
	if (!Array.isArray(list) || list.length === 0) return undefined;
	const told = list.filter(one => one !== null);
	return told.every(one => numberOf(one) !== undefined) ? list : undefined;
}

function isIndex(key: string, index: number): boolean {
	return key === String(index);
}

/** `[{"epoch": 1, "train_loss": 2.5, "val_loss": 2}, …]`. */
function recordSeries(list: readonly Json[]): Series | undefined {
	const columns = new Map<string, number>();
	const rows: (number | undefined)[][] = [];
	let cells = 0;
	for (const one of list) {
		if (!isObject(one)) return undefined;
		const row: (number | undefined)[] = [];
		fill(one, '', columns, row, 0);
		rows.push(row);
		cells += row.length;
		if (cells > mostCells) return undefined;
	}

	const header = [...columns.keys()];
	const training = tellsTraining({columns: columnsOf(header), header});
	return training || tellsBoth(header) ? {header, rows} : undefined;
}

function fill(
	from: Record,
	within: string,
	columns: Map<string, number>,
	row: (number | undefined)[],
	depth: number,
): void {
	for (const [key, value] of Object.entries(from)) {
		const name = within === '' ? key : `${within}/${key}`;
		if (isObject(value) && depth < deepest) fill(value, name, columns, row, depth + 1);
		const number = numberOf(value);
		if (number === undefined || (!columns.has(name) && columns.size >= mostNames)) continue;
		if (!columns.has(name)) columns.set(name, columns.size);
		row[columns.get(name)!] = number;
	}
}

/** The longest list of records in an object: `{"config": {…}, "history": [{…}]}`. */
function innerSeries(document: Record): Series | undefined {
	const all = Object.values(document).flatMap(value =>
		Array.isArray(value) ? (recordSeries(value) ?? []) : [],
	);
	return all.toSorted((a, b) => b.rows.length - a.rows.length)[0];
}

/** CatBoost's catboost_training.json: the names of the metrics stand apart from their values. */
function boostedSeries({meta, iterations}: Record): Series | undefined {
	if (!isObject(meta) || !Array.isArray(iterations)) return undefined;
	const named = (list: Json | undefined, split: string) =>
		(Array.isArray(list) ? list : []).map(one => `${split}/${isObject(one) ? one.name : ''}`);
	const learnt = named(meta.learn_metrics, 'train');
	const tested = named(meta.test_metrics, 'val');
	const numbers = (value: Json | undefined, names: readonly string[]) =>
		names.map((_, index) => (Array.isArray(value) ? numberOf(value[index]) : undefined));
	const rows = iterations.filter(isObject).map(one => [
		numberOf(one.iteration),
		...numbers(one.learn, learnt),
		// Of several sets for testing the first one's values stand first.
		...numbers(Array.isArray(one.test) ? one.test.flat() : undefined, tested),
	]);
	return rows.length > 0 ? {header: ['iteration', ...learnt, ...tested], rows} : undefined;
}

/** Numbers, and what is written for them where JSON has none: `"nan"`. */
function numberOf(value: Json | undefined): number | undefined {
	if (typeof value === 'number') return value;
	return typeof value === 'string' ? cellNumber(value) : undefined;
}

function tells(header: readonly string[]): boolean {
	return primaryLoss(header.map(name => splitOf(name)?.name ?? name)) !== undefined;
}

function validates(header: readonly string[]): boolean {
	return header.some(name => splitOf(name)?.split === 'val');
}

/** Some names are of the training and some of its validation. */
function tellsBoth(header: readonly string[]): boolean {
	const told = header.map(name => splitOf(name)?.split);
	return told.includes('train') && (told.includes('val') || told.includes('test'));
}
