import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {startHook} from '../../../source/app/notify/hook.ts';

const folder = mkdtempSync(join(tmpdir(), 'watchexp-test-'));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const env = {PATH: process.env.PATH, HOME: folder};
const shell = (script: string) => ['/bin/sh', '-c', script];

test('a command gets the text on its standard input, in the home folder', async () => {
	expect(await startHook(shell('cat > heard; pwd >> heard'), '{"a":1}\n', env).done).toBe(null);
	expect(readFileSync(join(folder, 'heard'), 'utf8')).toBe(`{"a":1}\n${folder}\n`);
});

test('its arguments are not read by a shell', async () => {
	await startHook(['/bin/cp', '/dev/null', '$(touch evil); *'], '', env).done;
	expect(existsSync(join(folder, '$(touch evil); *'))).toBe(true);
	expect(existsSync(join(folder, 'evil'))).toBe(false);
});

test('one that does not listen is no trouble', async () => {
	expect(await startHook(['/bin/true'], 'x'.repeat(1_000_000), env).done).toBe(null);
});

test('one that fails tells why, without anything a terminal could obey', async () => {
	const said = await startHook(shell(`printf 'no \\033[2Jnetwork\\n' >&2; exit 7`), '', env).done;
	expect(said).toMatch(/^ended with 7: no .*network\s*$/);
	expect(said).not.toContain('\x1b');
});

test('one that is not there is told of', async () => {
	expect(await startHook(['/nowhere/tell'], '', env).done).toBe('cannot be started (ENOENT)');
});

test('one that hangs is ended with all that it started', async () => {
	const begun = performance.now();
	const hook = startHook(shell('sleep 60 & echo $! > child; wait'), '', env, {
		ends: 300,
		dies: 300,
	});
	expect(await hook.done).toBe('took longer than 0.3 s and was ended');
	expect(performance.now() - begun).toBeLessThan(5000);
	const child = Number(readFileSync(join(folder, 'child'), 'utf8'));
	const isGone = () => {
		try {
			return readFileSync(`/proc/${child}/stat`, 'utf8').split(' ')[2] === 'Z';
		} catch {
			return true;
		}
	};
	await expect.poll(isGone).toBe(true);
});

test('one that does not want to end is killed', async () => {
	const hook = startHook(shell(`trap '' TERM; while :; do sleep 1; done`), '', env, {
		ends: 200,
		dies: 200,
	});
	expect(await hook.done).toBe('took longer than 0.2 s and was ended');
});
