import type {Fact, Facts} from '../core/event.ts';
import type {Run} from '../core/run.ts';
import type {Ui} from './ui.ts';

/** A row of the tree of settings: one setting, or a group of them. */
export type SettingRow = {
	/** The whole name: `train.optim.lr`. */
	readonly name: string;
	/** Its last part. */
	readonly label: string;
	readonly depth: number;
	/** Undefined for a group. */
	readonly value: string | undefined;
	/** How many settings lie in a group, and whether they are folded away. */
	readonly within: number;
	readonly folded: boolean;
};

/** The settings of a run as a tree, without what is folded; of a search only what matches, with the groups above. */
export function settingRows(run: Run, ui: Pick<Ui, 'find' | 'folded'>): readonly SettingRow[] {
	const words = ui.find.toLowerCase().split(/\s+/).filter(Boolean);
	const all = Object.entries(run.settings?.values ?? {});
	const shown = all.filter(([name, value]) =>
		words.every(word => `${name}: ${value}`.toLowerCase().includes(word)),
	);
	const rows: SettingRow[] = [];
	grow(shown, 0, '', words.length > 0 ? new Set() : ui.folded, rows);
	return rows;
}

/** The same of any settings, nothing folded. */
export function treeRows(values: Facts): readonly SettingRow[] {
	const rows: SettingRow[] = [];
	grow(Object.entries(values), 0, '', new Set(), rows);
	return rows;
}

type Entries = ReadonlyArray<readonly [name: string, value: Fact]>;

function grow(
	entries: Entries,
	from: number,
	above: string,
	folded: ReadonlySet<string>,
	rows: SettingRow[],
): void {
	const depth = above === '' ? 0 : above.split('.').length;
	for (const [part, group] of grouped(entries, from)) {
		const [only] = group;
		const name = above === '' ? part : `${above}.${part}`;
		if (group.length === 1 && only) {
			const label = only[0].slice(from);
			rows.push({name: only[0], label, depth, value: String(only[1]), within: 0, folded: false});
			continue;
		}

		const isFolded = folded.has(name);
		const within = group.length;
		rows.push({name, label: part, depth, value: undefined, within, folded: isFolded});
		if (!isFolded) grow(group, name.length + 1, name, folded, rows);
	}
}

/** Entries by the next part of their names, in the order in which they are told; deep trees stay flat. */
function grouped(
	entries: Entries,
	from: number,
): ReadonlyArray<readonly [part: string, group: Entries]> {
	const groups = new Map<string, Array<readonly [string, Fact]>>();
	for (const entry of entries) {
		const [name] = entry;
		const dot = from < deepest ? name.indexOf('.', from) : -1;
		// `a` beside `a.b`: a value and a group of one name.
		const key = dot > from ? name.slice(from, dot) : `${name.slice(from)}\n`;
		const group = groups.get(key);
		if (group) group.push(entry);
		else groups.set(key, [entry]);
	}

	return [...groups].map(([key, group]) => [key.replace(/\n$/, ''), group]);
}

/** Characters of a name within which groups are looked for. */
const deepest = 400;

/** Folds the group under the cursor, or unfolds it. */
export function foldSetting(ui: Ui, run: Run): Ui {
	const row = settingRows(run, ui)[ui.at.settings];
	if (!row) return ui;
	if (row.value !== undefined) return {...ui, notice: `${row.name}: ${row.value}`};
	const folded = new Set(ui.folded);
	if (!folded.delete(row.name)) folded.add(row.name);
	return {...ui, folded};
}
