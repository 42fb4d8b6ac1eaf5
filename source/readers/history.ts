import type {Event} from '../core/event.ts';
import type {Reader, Reading} from '../core/reader.ts';
import {closed} from './json/closed.ts';
import {documentPieces} from './json/document.ts';
import {looseJson} from './json/loose.ts';
import {type Series, seriesOf} from './json/series.ts';
import {createBatches} from './table/batches.ts';
import {layoutOf, tellRow} from './table/layout.ts';

const longest = 1 << 24;
const begins = /^\s*[{[]/;

/** The course of a training in one JSON document: Keras' history.json, lists of records, catboost_training.json. */
export default {
	title: 'History in JSON',
	claims: (name, head) => {
		if (!/\.json$/i.test(name)) return false;
		const text = new TextDecoder().decode(head.subarray(0, 65_536));
		return begins.test(text) && readSeries(text) !== undefined;
	},
	open,
	losses: ['loss', 'train_loss', 'total_loss'],
} satisfies Reader;

function open(): Reading {
	const pieces = documentPieces(longest);
	let told = 0;
	let done = false;
	let trouble: readonly {offset: number; what: string}[] = [];

	const tell = (series: Series): readonly Event[] => {
		told = series.rows.length;
		return eventsOf(series);
	};

	return {
		push: (more, offset) => {
			if (done) return [];
			const text = pieces.add(more);
			done = pieces.overlong();
			const what = done ? 'too long for a history in one document' : 'the document has no end yet';
			trouble = [{offset: offset + more.length, what}];
			const whole = text === undefined ? undefined : seriesOf(looseJson(text));
			if (!whole) return [];
			done = true;
			trouble = [];
			return tell(whole);
		},
		rest: () => {
			const series = done ? undefined : readSeries(pieces.text());
			return series ? tell(series) : [];
		},
		report: () => {
			const lines = pieces.text().trimEnd().split('\n').length;
			return {
				format: 'history',
				why: `${told} records in one JSON document`,
				candidates: [{format: 'history', understood: told}],
				lines,
				understood: told > 0 ? lines : 0,
				notUnderstood: [],
				trouble,
			};
		},
	};
}

function eventsOf({header, rows}: Series): readonly Event[] {
	const layout = layoutOf(header);
	const batches = createBatches();
	for (const row of rows) {
		for (let column = 0; column < header.length; column++) {
			const number = layout.asked[column] ? row[column] : undefined;
			layout.told[column] = number === undefined ? 0 : 1;
			layout.numbers[column] = number ?? Number.NaN;
		}

		const place = {line: 1, offset: 0, at: Number.NaN, epoch: Number.NaN, step: Number.NaN};
		tellRow(layout, place, batches);
	}

	return batches.take();
}

/** What a document tells that may be cut short. */
function readSeries(text: string): Series | undefined {
	const whole = closed(text);
	return whole === undefined ? undefined : seriesOf(looseJson(whole));
}
