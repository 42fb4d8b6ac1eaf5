import {describe, expect, test} from 'vitest';
import {textOf} from '../../source/show/lines.ts';
import {drawFooter} from '../../source/show/panels/footer.ts';
import {since} from '../../source/show/since.ts';
import {themeOf} from '../../source/show/theme.ts';
import {startUi} from '../../source/show/ui.ts';
import {pressed} from '../kit/pressing.ts';
import {lastVisit, sampleRuns, world} from '../kit/runs.ts';

const visited = world({since: since(lastVisit, sampleRuns)});
const runCalled = (name: string) => sampleRuns.find(run => run.name === name)!.id;

describe('what happened since the last visit', () => {
	test('L and Enter lead to what died, and why', () => {
		const {ui, lines} = pressed('L enter', visited);
		expect(ui).toMatchObject({over: null, focus: 'panel', panel: 'alerts'});
		expect(ui.shown).toBe(visited.since!.changes[0]!.run);
		expect(lines.some(line => line.includes('✖ critical'))).toBe(true);
	});

	test('what improved leads to its evaluations', () => {
		const row = visited.since!.changes.findIndex(({kind}) => kind === 'improved');
		const {ui} = pressed(`L ${'j '.repeat(row)} enter`, visited);
		expect(ui).toMatchObject({panel: 'validation', shown: visited.since!.changes[row]!.run});
	});

	test('the cursor stays among the changes, and a filter does not hide the run', () => {
		expect(pressed('L G j j', visited).ui.at.since).toBe(visited.since!.changes.length - 1);
		const {ui} = pressed('/ z z z enter L enter', visited);
		expect(ui).toMatchObject({filter: '', shown: visited.since!.changes[0]!.run});
	});
});

describe('the queue', () => {
	test('Enter goes to the run of the row', () => {
		expect(pressed('Q j enter', world()).ui).toMatchObject({
			over: null,
			shown: runCalled('crnn_ctc_中文识别_v2'),
		});
	});

	test('the keys that are valid there are in the footer', () => {
		expect(pressed('Q', world()).lines.at(-1)).toBe(
			' j/k move  ⏎ go to run  Tab panel  z enlarge  ? help  q back',
		);
	});

	test('beside the list the footer names it where there is room, and branches where one is known', () => {
		const at = (width: number) =>
			textOf(drawFooter(world(), startUi({columns: width, rows: 60}), themeOf('none'), width));
		expect(at(200)).toMatch(/z enlarge {2}Q queue {2}B branches {2}: actions {2}\? help {2}q quit/);
		expect(at(120)).not.toContain('queue');
	});

	test('of many runs every one can be reached', () => {
		const many = world({
			runs: Array.from({length: 200}, (_, index) => ({
				...sampleRuns.find(({state}) => state === 'running')!,
				id: `run:${index}`,
				name: `run_${String(index).padStart(3, '0')}`,
			})),
		});
		const {ui, lines} = pressed('Q G', many, {columns: 60, rows: 15});
		expect(ui.at.queue).toBe(199);
		expect(lines.some(line => line.includes('run_199'))).toBe(true);
	});
});

test('files that could not be read are scrolled through', () => {
	const trouble = Array.from({length: 50}, (_, index) => ({
		path: `/data/exp_${index}`,
		what: 'permission denied',
	}));
	const {lines} = pressed('! G', world({trouble}));
	expect(lines.find(line => line.includes('50 could not be read or done'))).toBeDefined();
	expect(lines.some(line => line.includes('/data/exp_49'))).toBe(true);
});

test('where there is little room the list gives its place, and keeps its own when it comes back', () => {
	const size = {columns: 60, rows: 15};
	const before = pressed('j j j', world(), size);
	expect(pressed('j j j Q', world(), size).lines.some(line => line.includes('trouble ▾'))).toBe(
		false,
	);
	expect(pressed('j j j Q q', world(), size).lines).toEqual(before.lines);
});

describe('the palette', () => {
	test('offers first what is valid here', () => {
		const {lines} = pressed('enter 4 : n e x t', world());
		const rows = lines.filter(line => / next | the next /.test(line));
		expect(rows[0]).toContain('next hit');
	});

	test('goes where its action is valid', () => {
		expect(pressed(': c r o s s - h a i r enter', world()).ui).toMatchObject({
			focus: 'panel',
			panel: 'curves',
		});
		expect(pressed('enter 3 : r e v e r s e enter', world()).ui).toMatchObject({
			focus: 'list',
			sort: {reverse: true},
		});
	});
});
