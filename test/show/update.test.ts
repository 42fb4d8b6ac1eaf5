import {describe, expect, test} from 'vitest';
import type {LogPage} from '../../source/core/page.ts';
import type {Effect} from '../../source/show/effect.ts';
import {listRows} from '../../source/show/grouping.ts';
import {actionOf} from '../../source/show/keys.ts';
import {listed} from '../../source/show/order.ts';
import {startUi, type Ui} from '../../source/show/ui.ts';
import {update} from '../../source/show/update.ts';
import type {World} from '../../source/show/world.ts';
import {sampleRuns, world} from '../kit/runs.ts';

/** Presses keys, and tells the screen and all effects. */
function press(keys: string, look: World = world(), from?: Ui) {
	const start = from ?? startUi({columns: 80, rows: 24});
	let {ui, effects} = update(start, {kind: 'look'}, look);
	const all: Effect[] = [...effects];
	for (const key of keys.split(' ').filter(Boolean)) {
		const action = actionOf(key, ui);
		if (!action) continue;
		({ui, effects} = update(ui, action, look));
		all.push(...effects);
	}

	return {ui, effects: all};
}

const names = (look: World, ui: Ui) => listed(look, ui).map(({name}) => name);

describe('the order of the list', () => {
	test('worst first: critical, warned, running, quiet, waiting, interrupted, finished', () => {
		const {ui} = press('');
		expect(names(world(), ui)).toEqual([
			'exp_20260105_143022',
			'exp_20260106_091233',
			'crnn_ctc_中文识别_v2',
			'swin_t_adamw',
			'edsr_x4_df2k',
			'vit_b16_finetune',
			'detr_r50_lr1e-5',
			'exp_v1_baseline',
		]);
	});

	test('s sorts by the next column, S the other way round', () => {
		expect(names(world(), press('s').ui)[0]).toBe('crnn_ctc_中文识别_v2');
		expect(names(world(), press('s S').ui)[0]).toBe('vit_b16_finetune');
	});

	test('by loss, the lowest comes first and what is unknown last', () => {
		const {ui} = press('s s s s');
		expect(ui.sort.by).toBe('loss');
		const order = names(world(), ui);
		expect(order[0]).toBe('edsr_x4_df2k');
		expect(order.slice(-2)).toEqual(['crnn_ctc_中文识别_v2', 'vit_b16_finetune']);
	});
});

describe('the cursor', () => {
	test('stays on its run when the order changes', () => {
		const {ui} = press('j j j');
		expect(ui.shown).toBe('run:swin_t_adamw');
		const worse = sampleRuns.map(run =>
			run.name === 'swin_t_adamw' ? {...run, verdict: 'critical' as const} : run,
		);
		const after = update(ui, {kind: 'look'}, world({runs: worse})).ui;
		expect(after.shown).toBe('run:swin_t_adamw');
		expect(after.index).toBeLessThan(ui.index);
	});

	test('stands on the first row until the user moves', () => {
		const {ui} = press('', world({runs: sampleRuns.slice(3)}));
		expect(ui.shown).toBe('run:crnn_ctc_中文识别_v2');
		expect(update(ui, {kind: 'look'}, world()).ui.shown).toBe('run:exp_20260105_143022');
	});

	test('goes to the neighbour when its run vanishes', () => {
		const {ui} = press('j j');
		const left = world({runs: sampleRuns.filter(({id}) => id !== ui.shown)});
		expect(update(ui, {kind: 'look'}, left).ui.shown).toBe('run:swin_t_adamw');
	});

	test('G, g, ^d and ^u stay within the list', () => {
		expect(press('G').ui.index).toBe(7);
		expect(press('G j j').ui.index).toBe(7);
		expect(press('G g k').ui.index).toBe(0);
		expect(press('ctrl-d').ui.index).toBe(3);
	});

	test('e goes round the runs in trouble', () => {
		expect(press('e').ui.shown).toBe('run:exp_20260106_091233');
		expect(press('e e').ui.shown).toBe('run:crnn_ctc_中文识别_v2');
		expect(press('e e e').ui.shown).toBe('run:exp_20260105_143022');
		expect(press('E').ui.shown).toBe('run:crnn_ctc_中文识别_v2');
	});

	test('of thousands of runs is always on the screen', () => {
		const many = world({
			runs: Array.from({length: 5000}, (_, index) => ({...sampleRuns[3]!, id: `${index}`})),
		});
		const {ui} = press('G k k', many);
		expect(ui.index).toBe(4997);
		expect(ui.top).toBeLessThanOrEqual(4997);
		expect(ui.top + 8).toBeGreaterThan(4997);
	});
});

describe('the filter', () => {
	test.each([
		['e x p', 3],
		['s t a t e : r u n n i n g', 2],
		['l o s s < 0 . 2', 2],
		['f m t : m m e n g i n e', 1],
		['b r a n c h : e x p /', 2],
		['! s t a t e : r u n n i n g', 6],
		['e x p space s t a t e : c r a s h e d', 1],
		['s t a t e :', 8],
		['n o t h i n g', 0],
	])('%s leaves %i runs', (typed, count) => {
		expect(listed(world(), press(`/ ${typed}`).ui)).toHaveLength(count);
	});

	test('Enter keeps it, Esc drops it, q drops it before it quits', () => {
		expect(press('/ x enter').ui).toMatchObject({filter: 'x', writing: null});
		expect(press('/ x escape').ui).toMatchObject({filter: '', writing: null});
		const kept = press('/ e enter q');
		expect(kept.ui.filter).toBe('');
		expect(kept.effects).toEqual([]);
	});

	test('q and ? are letters while typing', () => {
		expect(press('/ q ?').ui).toMatchObject({filter: 'q?', help: false, writing: 'filter'});
	});
});

describe('layers', () => {
	test('Enter opens the panel, Esc and q leave it, q then quits', () => {
		expect(press('enter').ui.focus).toBe('panel');
		expect(press('enter escape').ui.focus).toBe('list');
		expect(press('enter q').effects).toEqual([]);
		expect(press('enter q q').effects).toEqual([{kind: 'quit'}]);
	});

	test('Esc at the list does nothing', () => {
		expect(press('escape escape')).toMatchObject({effects: [], ui: {focus: 'list'}});
	});

	test('a acknowledges the run, or the alert under the cursor', () => {
		expect(press('a').effects).toEqual([
			{kind: 'acknowledge', run: 'run:exp_20260105_143022', rule: null},
		]);
		expect(press('enter 3 a').effects).toEqual([
			{kind: 'acknowledge', run: 'run:exp_20260105_143022', rule: 'cuda-oom'},
		]);
	});
});

describe('the log', () => {
	const run = 'run:exp_20260105_143022';
	const page: LogPage = {
		run,
		file: 'id:log.txt',
		path: 'log.txt',
		numbers: Array.from({length: 300}, (_, index) => index + 1),
		size: 30_000,
		lines: Array.from({length: 300}, (_, index) => `line ${index + 1}`),
		offsets: Array.from({length: 300}, (_, index) => index * 100),
		begin: true,
		end: true,
	};
	const read = world({pages: new Map([[page.file, page]])});

	test('is asked for at its end when it comes into view, and given back when it goes', () => {
		expect(press('4').effects).toEqual([{kind: 'open-log', run, file: 'id:log.txt', place: 'end'}]);
		expect(press('4 1').effects.at(-1)).toEqual({kind: 'close-log'});
	});

	test('is that of the run under the cursor', () => {
		expect(press('4 j').effects.at(-1)).toEqual({
			kind: 'open-log',
			run: 'run:exp_20260106_091233',
			file: 'id:log.txt',
			place: 'end',
		});
	});

	test('k pauses it a line above its end, G follows again', () => {
		const held = press('enter 4 k k', read);
		expect(held.ui.log.anchor).toBe(28_700);
		expect(press('enter 4 k k G', read).ui.log.anchor).toBe('end');
		expect(press('enter 4 k k j j', read).ui.log.anchor).toBe('end');
	});

	test('Enter on an alert goes to the line that proves it', () => {
		const {ui, effects} = press('enter 3 enter', read);
		expect(ui.panel).toBe('log');
		expect(ui.log).toMatchObject({anchor: 17_101, lit: 17_101});
		expect(effects.at(-1)).toEqual({kind: 'open-log', run, file: 'id:log.txt', place: 17_101});
	});

	test('more is asked for only when what is shown nears the end of the page', () => {
		const middle = {...page, begin: false, end: false};
		const look = world({pages: new Map([[page.file, middle]])});
		const {ui, effects} = press('enter 3 enter', look);
		expect(update(ui, {kind: 'move', by: 1, unit: 'row'}, look).effects).toEqual([]);
		expect(effects).toHaveLength(1);
		let far = ui;
		let asked: readonly Effect[] = [];
		for (let step = 0; step < 60 && asked.length === 0; step++) {
			({ui: far, effects: asked} = update(far, {kind: 'move', by: 1, unit: 'row'}, look));
		}

		expect(asked[0]).toMatchObject({kind: 'open-log', file: 'id:log.txt'});
	});

	test('a search goes to the last hit when the log is followed, n and N to the others', () => {
		const found = press('enter 4 / l i n e space 2 enter', read);
		expect(found.ui.log.lit).toBe(29_800);
		expect(press('enter 4 / l i n e space 2 enter N', read).ui.log.lit).toBe(29_700);
		expect(press('enter 4 / l i n e space 2 enter N n', read).ui.log.lit).toBe(29_800);
		const round = press('enter 4 / l i n e space 2 enter n', read);
		expect(round.ui.notice).toBe('No "line 2" below: on from the top.');
		expect(round.effects.at(-1)).toEqual({
			kind: 'seek-log',
			file: 'id:log.txt',
			from: -1,
			by: 1,
			text: 'line 2',
		});
	});

	test('e looks for errors, beyond the page by asking', () => {
		const lines = page.lines.map((line, index) => (index === 40 ? '[ERROR] disk full' : line));
		const look = world({pages: new Map([[page.file, {...page, lines}]])});
		expect(press('enter 4 E', look).ui.log.lit).toBe(4000);
		const part = world({pages: new Map([[page.file, {...page, begin: false}]])});
		const asked = press('enter 4 E', part);
		expect(asked.effects.at(-1)).toEqual({
			kind: 'seek-log',
			file: 'id:log.txt',
			from: 0,
			by: -1,
			text: null,
		});
		const answer = {...part, sought: {count: 1, offset: 77}};
		expect(update(asked.ui, {kind: 'look'}, answer).ui.log).toMatchObject({anchor: 77, lit: 77});
	});
});

describe('overlays', () => {
	test('c compares marked runs, and says what it needs', () => {
		expect(press('c').ui.notice).toContain('Mark two runs');
		expect(press('space j space c').ui.over).toBe('compare');
		expect(press('space j space c q')).toMatchObject({effects: [], ui: {over: null}});
		expect(press('space j space U').ui.marks.size).toBe(0);
	});

	test('the palette does what is chosen there', () => {
		expect(press(': l o g a r enter').ui).toMatchObject({
			writing: null,
			curves: {logarithmic: true},
		});
		expect(press(': s o r t down enter').ui.sort.reverse).toBe(true);
		expect(press(': s o r t space b y space e t a enter').ui.sort.by).toBe('eta');
		expect(press(': g r o u p - b y - s t a t e enter').ui.group).toBe('state');
		expect(press(`: z o o m ${'down '.repeat(9)} enter`).ui.curves.from).toBe(0);
		expect(press(': x y z z y enter').ui).toMatchObject({writing: null, command: {text: ''}});
	});
});

test('the help is scrolled to its end and no further', () => {
	const {ui} = press('? G');
	expect(ui.at.help).toBeGreaterThan(20);
	expect(press('? G k').ui.at.help).toBe(ui.at.help - 1);
	expect(press('? G', world(), startUi({columns: 200, rows: 80})).ui.at.help).toBe(0);
});

describe('the curves', () => {
	test('are zoomed around the cross-hair and go back to the whole', () => {
		const {ui} = press('j j j enter + +');
		expect(ui.curves).toMatchObject({from: 0.75, to: 1});
		expect(press('j j j enter + + 0').ui.curves).toMatchObject({from: 0, to: 1, hair: null});
		expect(press('j j j enter + -').ui.curves).toMatchObject({from: 0, to: 1});
		expect(press('j j j enter left').ui.curves.hair).toBeCloseTo(0.98);
	});

	test('keep a metric while others are chosen', () => {
		const {ui} = press('j j j enter space j');
		expect(ui.curves).toMatchObject({pinned: ['train/loss'], metric: 'val/bbox_mAP'});
		expect(press('j j j enter space space').ui.curves.pinned).toEqual([]);
	});

	test('begin anew with every run, but keep smoothing and scale', () => {
		const {ui} = press('j j j enter v t + escape k');
		expect(ui.curves).toMatchObject({smoothing: 'light', logarithmic: true, from: 0, to: 1});
	});
});

describe('groups', () => {
	const rows = (keys: string, look: World = world()) => {
		const {ui} = press(keys, look);
		return listRows(look, ui).map(row =>
			row.kind === 'run' ? row.run.name : `# ${row.group.name}`,
		);
	};

	test('b groups by folder, branch, state, experiment, and not at all', () => {
		expect(rows('b')[0]).toBe('# workdirs');
		expect(rows('b b').filter(row => row.startsWith('#'))).toEqual([
			'# exp/adamw',
			'# no branch known',
		]);
		expect(rows('b b b').slice(0, 4)).toEqual([
			'# crashed',
			'exp_20260105_143022',
			'# stalled',
			'exp_20260106_091233',
		]);
		expect(rows('b b b b b')).toEqual(rows(''));
	});

	test('the cursor stays on its run while the list is grouped', () => {
		expect(press('j j j b b').ui.shown).toBe('run:swin_t_adamw');
		expect(press('b b').ui.shown).toBe('run:exp_20260105_143022');
	});

	test('← folds the group under its heading, → and Enter unfold it', () => {
		expect(rows('b b left')).toHaveLength(2 + 6);
		expect(press('b b left').ui).toMatchObject({shown: null, cursor: 'branch:exp/adamw'});
		expect(rows('b b left right')).toHaveLength(2 + 8);
		expect(rows('b b left enter')).toHaveLength(2 + 8);
		expect(press('b b left enter j').ui.shown).toBe('run:exp_20260105_143022');
	});

	test('the heading above the cursor stays on the screen, also after a very small one', () => {
		const {ui} = press('b b b');
		expect(ui).toMatchObject({index: 1, top: 0});
		const small = update(ui, {kind: 'resize', size: {columns: 1, rows: 1}}, world()).ui;
		expect(small.top).toBe(1);
		const again = update(small, {kind: 'resize', size: {columns: 80, rows: 24}}, world()).ui;
		expect(again.top).toBe(0);
	});

	test('e finds trouble in a folded group and unfolds it', () => {
		const {ui} = press('b b b left G left g e');
		expect(ui.shown).toBe('run:exp_20260105_143022');
		expect(ui.turned).toEqual(new Set(['state:finished']));
	});

	test('a run whose group is folded by another key is found on its heading', () => {
		const {ui} = press('b b j');
		const folded = {...ui, turned: new Set(['branch:exp/adamw'])};
		expect(update(folded, {kind: 'look'}, world()).ui.cursor).toBe('branch:exp/adamw');
	});
});

describe('what is folded away', () => {
	const hidden = {hidden: true, label: '', note: '', acknowledged: []};
	const [first, second, ...others] = sampleRuns;
	const runs = [{...first!, remarks: hidden}, second!, ...others];
	const look = world({runs, hidden: 4, old: new Set([second!.id])});

	test('is one row at the end of the list that counts it', () => {
		const all = listRows(look, press('', look).ui);
		expect(all).toHaveLength(7);
		expect(all.at(-1)).toMatchObject({group: {folded: true, unread: 4, runs: {length: 2}}});
	});

	test('f shows it, asks once for what was not read, and folds it again', () => {
		const {ui, effects} = press('f', look);
		expect(effects).toEqual([{kind: 'unfold'}]);
		expect(listRows(look, ui)).toHaveLength(9);
		expect(listRows(look, press('f f', look).ui)).toHaveLength(7);
		expect(press('f', world({hidden: 0, old: new Set(['x'])})).effects).toEqual([]);
	});

	test('is not what e goes to', () => {
		expect(press('e', look).ui.shown).toBe('run:crnn_ctc_中文识别_v2');
	});
});

describe('what the user keeps of a run', () => {
	const id = 'run:exp_20260105_143022';

	test('r writes a label, N a note, Enter keeps it', () => {
		expect(press('r b e s t enter').effects).toEqual([
			{kind: 'remark', run: id, wish: {label: 'best'}},
		]);
		expect(press('N t r y space 2 enter').effects).toEqual([
			{kind: 'remark', run: id, wish: {note: 'try 2'}},
		]);
		expect(press('r b e s t escape').effects).toEqual([]);
	});

	test('a label begins as it was, and can be emptied', () => {
		const remarks = {hidden: false, label: 'ab', note: '', acknowledged: []};
		const look = world({runs: [{...sampleRuns[0]!, remarks}]});
		expect(press('r', look).ui.draft).toBe('ab');
		expect(press('r ctrl-u enter', look).effects).toEqual([
			{kind: 'remark', run: id, wish: {label: ''}},
		]);
	});

	test('H hides a run, or shows it again', () => {
		expect(press('H').effects).toEqual([{kind: 'remark', run: id, wish: {hidden: true}}]);
	});

	test('the cursor stays on a run that is acknowledged and sinks in the list', () => {
		const {ui} = press('a');
		const calm = sampleRuns.map(run =>
			run.id === id ? {...run, verdict: 'ok' as const, alerts: []} : run,
		);
		expect(update(ui, {kind: 'look'}, world({runs: calm})).ui.shown).toBe(id);
	});

	test('the cursor goes to the neighbour of a run that is hidden', () => {
		const {ui} = press('H');
		const remarks = {hidden: true, label: '', note: '', acknowledged: []};
		const runs = sampleRuns.map(run => (run.id === id ? {...run, remarks} : run));
		expect(update(ui, {kind: 'look'}, world({runs})).ui.shown).toBe('run:exp_20260106_091233');
	});
});
