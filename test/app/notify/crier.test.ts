import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {createCrier} from '../../../source/app/notify/crier.ts';
import {messageOf, sentenceOf, titleOf} from '../../../source/app/notify/message.ts';
import {defaults, type Notify} from '../../../source/app/preferences.ts';
import type {Alert} from '../../../source/core/alert.ts';
import {noRemarks} from '../../../source/core/remark.ts';
import {alert, file, now, run} from '../../kit/runs.ts';

const folder = mkdtempSync(join(tmpdir(), 'watchexp-test-'));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const oom = alert('cuda-oom', 'critical', 'CUDA ran out of memory at step 20', {
	advice: 'batch_size is 8: try 4 or 2',
	evidence: [{file: 'id:log.txt', line: 214, offset: 17_101, text: 'CUDA \x1b[2Jout of memory'}],
});
const ill = (name: string, ...alerts: readonly Alert[]) =>
	run(name, 'crashed', {alerts, verdict: alerts.length > 0 ? 'critical' : 'ok'});

/** A crier, what it wrote to the terminal, and what it said in the footer. */
function listen(wishes: Partial<Notify>) {
	const heard = {written: [] as string[], said: [] as string[]};
	const crier = createCrier({
		wishes: {...defaults.notify, ...wishes},
		env: {TERM: 'xterm-256color', PATH: process.env.PATH, HOME: folder},
		write: code => heard.written.push(code),
		say: text => heard.said.push(text),
		started: now - 1000,
	});
	return {...heard, ...crier};
}

test('the title tells how things stand, and is given back', async () => {
	const {look, stop, written} = listen({bell: false});
	look([ill('a')], [ill('a')], now);
	look([ill('a', oom)], [ill('a', oom)], now);
	look([], [ill('a', oom)], now);
	await stop();
	expect(written).toEqual([
		'\x1b[22;2t\x1b]2;watchexp\x1b\\',
		'\x1b]2;watchexp: 1 critical\x1b\\',
		'\x1b]2;\x1b\\\x1b[23;2t',
	]);
});

test('the bell rings once for many alerts, and the notice names the first', () => {
	const {look, written} = listen({title: false, desktop: true});
	const names = Array.from({length: 1000}, (_, index) => `run_${index}`);
	const well = names.map(name => ill(name));
	const crashed = names.map(name => ill(name, oom));
	look(well, well, now);
	look(crashed, crashed, now);
	expect(written[0]).toBe('\x07');
	expect(written[1]).toContain('run_0: CUDA ran out of memory at step 20 (and 999 more)');
	expect(written).toHaveLength(2);
});

test('nothing is written where nothing is wished for', () => {
	const {look, written} = listen({title: false, bell: false});
	look([ill('a')], [ill('a')], now);
	look([ill('a', oom)], [ill('a', oom)], now);
	expect(written).toEqual([]);
});

test('a command is called for each alert, ten times a minute at most, which is told once', async () => {
	const command = ['/bin/sh', '-c', 'cat >> calls'];
	const {look, stop, said} = listen({title: false, bell: false, command});
	const names = Array.from({length: 30}, (_, index) => `run_${index}`);
	look(
		names.map(name => ill(name)),
		[],
		now,
	);
	look(
		names.map(name => ill(name, oom)),
		[],
		now,
	);
	await stop();
	const calls = readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n');
	expect(calls.map(call => JSON.parse(call).run).toSorted()).toEqual(names.slice(0, 10).toSorted());
	expect(said).toEqual(['sh is called at most 10 times a minute']);
});

test('a command that fails is reported once', async () => {
	const command = ['/bin/sh', '-c', 'exit 3'];
	const {look, stop, said} = listen({title: false, bell: false, command});
	look([ill('a'), ill('b')], [], now);
	look([ill('a', oom), ill('b', oom)], [], now);
	await expect.poll(() => said).toEqual(['notify: sh ended with 3']);
	await stop();
	expect(said).toHaveLength(1);
});

test('the message says everything, without anything a terminal could obey', () => {
	const raised = {run: run('exp_1', 'crashed', {files: [file('log.txt')]}), alert: oom};
	expect(JSON.parse(messageOf(raised, now))).toEqual({
		schema: 'watchexp.alert/1',
		at: '2026-01-05T10:31:00.000Z',
		run: 'exp_1',
		label: '',
		path: '/data/workdirs/exp_1',
		state: 'crashed',
		rule: 'cuda-oom',
		severity: 'critical',
		since: '2026-01-05T10:27:00.000Z',
		message: 'CUDA ran out of memory at step 20',
		evidence: [
			{file: 'log.txt', line: 214, offset: 17_101, text: expect.not.stringContaining('\x1b')},
		],
		advice: 'batch_size is 8: try 4 or 2',
	});
});

test('a label stands for the name', () => {
	const remarks = {...noRemarks, label: 'the good one'};
	expect(sentenceOf([{run: run('a', 'running', {remarks}), alert: oom}])).toBe(
		'the good one: CUDA ran out of memory at step 20',
	);
});

test('hidden runs do not count in the title', () => {
	const hidden = {...ill('b', oom), remarks: {...noRemarks, hidden: true}};
	expect(titleOf([ill('a', oom), hidden])).toBe('watchexp: 1 critical');
	expect(titleOf([run('c', 'running', {verdict: 'warn'}), ill('a', oom)])).toBe(
		'watchexp: 1 critical, 1 warning',
	);
	expect(titleOf([])).toBe('watchexp');
});
