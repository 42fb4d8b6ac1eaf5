import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, expect, test} from 'vitest';
import {createPlayer} from '../../source/app/demo/player.ts';
import {actSeconds, script} from '../../source/app/demo/script.ts';

const start = Date.UTC(2026, 0, 5, 10, 0, 0);
const moment = (at: number) => start + at * 1000;
const folders: string[] = [];

function play(upTo: number): string {
	const folder = mkdtempSync(join(tmpdir(), 'watchexp-test-'));
	folders.push(folder);
	const player = createPlayer(folder, script(start), moment);
	player.playTo(upTo);
	player.stop();
	return folder;
}

afterEach(() => {
	for (const folder of folders.splice(0)) rmSync(folder, {recursive: true, force: true});
});

function logsIn(folder: string): readonly string[] {
	return readdirSync(folder, {recursive: true, encoding: 'utf8'})
		.filter(file => /\.(?:log|txt|json)$/.test(file) && file !== 'README.txt')
		.sort();
}

test('the same start gives the same deeds, to the letter', () => {
	expect(script(start)).toEqual(script(start));
});

test('deeds come in the order of time', () => {
	const times = script(start).map(({at}) => at);
	expect(times).toEqual(times.toSorted((a, b) => a - b));
	expect(times.every(Number.isFinite)).toBe(true);
});

test('ten runs in four formats lie there when the curtain rises, and one more is to come', () => {
	const groups = logsIn(play(0)).map(file => file.split('/').slice(0, 2).join('/'));
	const kinds = [...new Set(groups)].map(group => group.split('/')[0]);
	expect(kinds.toSorted()).toEqual([
		...['experiments', 'experiments', 'output', 'output'],
		...['work_dirs', 'work_dirs', 'workdirs', 'workdirs', 'workdirs', 'workdirs'],
	]);
});

test('every run has something to show at the first frame', () => {
	const folder = play(0);
	for (const file of logsIn(folder)) {
		expect(readFileSync(join(folder, file), 'utf8').split('\n').length, file).toBeGreaterThan(50);
	}
});

test('files of the past carry the times of the past', () => {
	const folder = play(0);
	const hung = logsIn(folder).find(file => file.includes('mask-rcnn') && file.endsWith('.log'))!;
	const silent = (start - statSync(join(folder, hung)).mtimeMs) / 1000;
	expect(silent).toBeGreaterThan(1490);
	expect(silent).toBeLessThan(1530);
});

test('the folder says that it is simulated', () => {
	expect(readFileSync(join(play(0), 'README.txt'), 'utf8')).toMatch(
		/^These experiments are simulated\./,
	);
});

test('the crash comes in the 21st second, with its traceback', () => {
	const oom = script(start).filter(({kind, at}) => kind === 'append' && at > 20 && at < 23);
	expect(oom.some(deed => 'text' in deed && deed.text.includes('CUDA out of memory'))).toBe(true);
	expect(
		script(start).some(
			deed => deed.at < 20 && 'text' in deed && deed.text.includes('CUDA out of memory'),
		),
	).toBe(false);
});

test('the archived run is renamed, and another one stands in its place', () => {
	const names = readdirSync(join(play(actSeconds), 'experiments')).sort();
	expect(names[0]).toBe('HAT_S_x2_lr2e-3');
	expect(names[1]).toBe('SAFMN_x4_DF2K');
	expect(names[2]).toMatch(/^SAFMN_x4_DF2K_archived_\d{8}_\d{6}$/);
	expect(names).toHaveLength(3);
});

test('the loss of the diverging run ends in nan', () => {
	const folder = play(actSeconds);
	const log = logsIn(folder).find(file => file.includes('HAT_S'))!;
	expect(readFileSync(join(folder, log), 'utf8')).toMatch(/l_pix: nan \n$/);
});

test('the resumed run writes a second log that goes on where a checkpoint lies', () => {
	const folder = play(actSeconds);
	const logs = logsIn(folder).filter(file => file.includes('rtmdet') && file.endsWith('.log'));
	expect(logs).toHaveLength(2);
	expect(readFileSync(join(folder, logs[1]!), 'utf8')).toContain('resumed epoch: 24, iter: 1440');
	expect(readdirSync(join(folder, 'work_dirs/rtmdet_tiny_ear'))).toContain('epoch_24.pth');
});

test('the healthy run finishes before the act is over', () => {
	const folder = play(actSeconds);
	const ends = logsIn(folder)
		.filter(file => file.startsWith('workdirs/'))
		.map(file => readFileSync(join(folder, file), 'utf8').trimEnd().split('\n').at(-1)!);
	expect(ends.filter(line => line.startsWith('[INFO] Training finished.'))).toHaveLength(1);
});
