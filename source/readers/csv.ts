import type {Reader} from '../core/reader.ts';
import {cellNumber} from './table/cell.ts';
import {beginningIn, cellsOf, trainingTable} from './table/header.ts';
import {openTable} from './table/reading.ts';

/** Of a header at the top so many lines may be marks of a conflict, or cut. */
const few = 5;

/** Tables with a header: Lightning's metrics.csv, Ultralytics' results.csv, timm's summary.csv, SB3's progress.csv and monitor.csv, Keras' CSVLogger. */
export default {
	title: 'CSV table',
	claims: (_name, head) => {
		const beginning = new TextDecoder().decode(head.subarray(0, 65_536));
		const lines = beginning.replaceAll('\r', '').split('\n', 200);
		const at = lines.findIndex(line => trainingTable(line) !== undefined);
		if (at < 0) return false;
		const {header, delimiter, layout} = trainingTable(lines[at]!)!;
		if (layout.steps !== undefined && beginningIn(lines[at - 1] ?? '') === undefined) return false;
		// Behind a foreign head a header proves itself by its first row; alone at the top it need not.
		const rows = lines.slice(at + 1, at + 1 + (at === 0 ? few : 1));
		if (rows.length === 0 || (rows.length === 1 && rows[0] === '')) return at === 0;
		return rows.some(row => {
			const cells = cellsOf(row, delimiter);
			return cells.length === header.length && cells.some(cell => cellNumber(cell) !== undefined);
		});
	},
	open: name => openTable(name),
	losses: ['loss', 'total_loss', 'mean_loss', 'avg_loss', 'box_loss', 'value_loss', 'loss_critic'],
	primary: ['mAP50-95(B)', 'mAP_0.5:0.95', 'mAP50-95(M)', 'mAP50-95(P)', 'ep_rew_mean', 'return'],
} satisfies Reader;
