import type {Action} from '../source/show/action.ts';
import {compose} from '../source/show/compose.ts';
import {painter, themeOf} from '../source/show/theme.ts';
import {startUi, type Ui} from '../source/show/ui.ts';
import {update} from '../source/show/update.ts';
import type {World} from '../source/show/world.ts';
import {now, sampleRuns, world} from '../test/kit/runs.ts';
import {row} from './terminal.ts';

// A screen of 180x50 over three thousand runs, drawn after a key and after seven runs changed. Wanted:
// under 16 ms of a core.
const count = 3000;
const theme = themeOf('256');
const paint = painter(theme);
let runs = Array.from({length: count}, (_, index) => ({
	...sampleRuns[index % sampleRuns.length]!,
	id: `run:${index}`,
	name: `exp_2026_${(index * 7919) % count}_lr1e-${index % 5}`,
	path: `work/${index % 40}/exp_${index}`,
	startedAt: now - index * 60_000,
}));

/** The middle of a hundred rounds and nine of ten of them, in milliseconds of this thread. */
function timed(round: (turn: number) => void): string {
	for (let turn = 0; turn < 40; turn++) round(turn);
	const times = Array.from({length: 100}, (_, turn) => {
		const before = process.threadCpuUsage();
		round(turn);
		const {user, system} = process.threadCpuUsage(before);
		return (user + system) / 1000;
	}).sort((a, b) => a - b);
	return `${times[50]!.toFixed(1)} ms, 90 %: ${times[90]!.toFixed(1)} ms`;
}

function change(turn: number): World {
	const next = [...runs];
	for (let one = 0; one < 7; one++) {
		const at = (turn * 13 + one * 401) % count;
		next[at] = {...next[at]!, updatedAt: now - turn};
	}

	runs = next;
	return world({runs});
}

function measure(name: string, actions: readonly Action[]): void {
	let look = world({runs});
	let ui: Ui = startUi({columns: 180, rows: 50});
	const act = (action: Action) => {
		ui = update(ui, action, look).ui;
		compose(look, ui, theme).map(paint);
	};
	for (const action of actions) act(action);
	row(
		`${name}: a key`,
		timed(turn =>
			act({kind: 'move', by: turn % 50 < 49 ? 1 : -1, unit: turn % 50 < 49 ? 'page' : 'all'}),
		),
	);
	row(
		`${name}: news`,
		timed(turn => {
			look = change(turn);
			act({kind: 'look'});
		}),
	);
}

row('', 'of a core');
measure('worst first', []);
measure('by name', [{kind: 'sort', by: 'name'}]);
measure('grouped by folder', [{kind: 'group', by: 'folder'}]);
measure('filtered', [{kind: 'filter'}, {kind: 'type', text: 'lr1e-3 loss<1'}, {kind: 'accept'}]);
