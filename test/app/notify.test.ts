import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {run} from '../../source/app/notify.ts';
import {parseFlags} from '../../source/app/options.ts';
import {start} from '../../source/app/start.ts';
import {createIo} from '../kit/io.ts';

const folder = mkdtempSync(join(tmpdir(), 'watchexp-test-'));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

/** A terminal with a settings file, and what becomes of `notify --test` in it. */
async function tell(name: string, settings: string, env = {}, terminal = true) {
	const home = join(folder, name);
	mkdirSync(join(home, '.config/watchexp'), {recursive: true});
	writeFileSync(join(home, '.config/watchexp/config.yaml'), settings);
	const io = createIo({HOME: home, TERM: 'xterm-256color', PATH: process.env.PATH, ...env});
	Object.assign(io.stdout, {isTTY: terminal});
	const code = await run([], parseFlags({test: true}, {}, 0), io, 0);
	return {code, out: io.out(), home};
}

test('every way that is wished for is tried, and what came of it is told', async () => {
	const {code, out, home} = await tell(
		'all',
		'notify: {desktop: true, command: [/bin/sh, -c, cat > heard]}',
	);
	expect(code).toBe(0);
	expect(out).toContain('\x07');
	expect(out).toContain(
		'\x1b]9;watchexp: made_up_run: this is a test: no run is out of memory\x1b\\',
	);
	expect(out).toContain('\x1b]2;watchexp: test\x1b\\');
	expect(out.endsWith('\x1b]2;\x1b\\\x1b[23;2t')).toBe(true);
	expect(out).toMatch(/^.*bell {5}rung$/m);
	expect(out).toMatch(/desktop {2}sent as OSC 9 and OSC 777\n/);
	expect(out).toMatch(/command {2}ended well after \d+\.\d s\n/);
	expect(JSON.parse(readFileSync(join(home, 'heard'), 'utf8'))).toMatchObject({
		schema: 'watchexp.alert/1',
		run: 'made_up_run',
		severity: 'critical',
	});
});

test('a command that fails ends it with 1', async () => {
	const {code, out} = await tell('bad', 'notify: {command: /nowhere/tell}', {}, false);
	expect(code).toBe(1);
	expect(out).toBe(`bell     not told: standard output is no terminal
desktop  off (notify: {desktop: true} in the settings file turns it on)
command  cannot be started (ENOENT)
title    not told: standard output is no terminal
`);
});

test('tmux must let desktop notices through, which is said', async () => {
	const {out} = await tell('tmux', 'notify: {desktop: true}', {TMUX: 'x'});
	expect(out).toContain('; tmux lets it through after: set -g allow-passthrough on\n');
});

test('the Linux console has no title', async () => {
	const {out} = await tell('console', '', {TERM: 'linux'});
	expect(out).toContain('title    not told: a terminal of kind linux has none\n');
	expect(out).not.toContain('\x1b]2;');
});

test('without --test it says what it is for', async () => {
	const io = createIo({HOME: folder});
	expect(await start({input: ['notify'], flags: {}, version: '1'}, io)).toBe(3);
	expect(io.err()).toContain('try: watchexp notify --test');
});
