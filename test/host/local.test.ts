import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {
	appendFileSync,
	chmodSync,
	closeSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	renameSync,
	rmSync,
	symlinkSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {openTail} from '../../source/gather/tail.ts';
import {blocking} from '../../source/host/blocking.ts';
import {localHost} from '../../source/host/local.ts';

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'watchexp-host-'));
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

const local = localHost();
const machines = [
	{how: 'one by one', host: local},
	{how: 'at once', host: blocking(local)},
];

describe.each(machines)('files, answered $how', ({host}) => {
	test('lists names and kinds, links as links', async () => {
		writeFileSync(join(folder, 'log.txt'), 'x');
		mkdirSync(join(folder, 'sub'));
		symlinkSync('log.txt', join(folder, 'latest'));
		const entries = [...(await host.list(folder))].sort((a, b) => (a.name < b.name ? -1 : 1));
		expect(entries).toEqual([
			{name: 'latest', kind: 'link'},
			{name: 'log.txt', kind: 'file'},
			{name: 'sub', kind: 'folder'},
		]);
		expect(await host.link(join(folder, 'latest'))).toBe(join(folder, 'log.txt'));
		expect(await host.link(join(folder, 'log.txt'))).toBeUndefined();
	});

	test('glances at a folder as far as it is asked to', async () => {
		for (const name of ['a', 'b', 'c']) writeFileSync(join(folder, name), '');
		mkdirSync(join(folder, 'sub'));
		const {entries, more} = await host.glance!(folder, 10);
		expect([entries.map(({name}) => name).sort(), more]).toEqual([['a', 'b', 'c', 'sub'], false]);
		const first = await host.glance!(folder, 2);
		expect([first.entries.length, first.more]).toEqual([2, true]);
		await expect(host.glance!(join(folder, 'nothing'), 2)).rejects.toThrow('ENOENT');
	});

	test('stat follows links, and is undefined where nothing lies', async () => {
		const path = join(folder, 'log.txt');
		writeFileSync(path, 'four');
		symlinkSync('log.txt', join(folder, 'latest'));
		symlinkSync('nowhere', join(folder, 'broken'));
		const stat = await host.stat(path);
		expect([stat?.kind, stat?.bytes, stat?.links]).toEqual(['file', 4, 1]);
		expect((await host.stat(join(folder, 'latest')))?.identity).toBe(stat?.identity);
		expect(await host.stat(join(folder, 'broken'))).toBeUndefined();
		expect(await host.stat(join(path, 'below'))).toBeUndefined();
	});

	test('refuses to open what is no regular file, at once', async () => {
		await host.run('mkfifo', [join(folder, 'pipe.log')], {seconds: 5, bytes: 100});
		await expect(host.open(join(folder, 'pipe.log'))).rejects.toThrow('not a regular file');
		await expect(host.open(folder)).rejects.toThrow('not a regular file');
		await expect(host.open(join(folder, 'nothing'))).rejects.toThrow('ENOENT');
	});

	test.skipIf(process.getuid?.() === 0)(
		'says that it may not read (skipped for root)',
		async () => {
			writeFileSync(join(folder, 'log.txt'), 'x');
			chmodSync(join(folder, 'log.txt'), 0);
			await expect(host.open(join(folder, 'log.txt'))).rejects.toThrow('EACCES');
		},
	);

	test('a temporary folder is not shared with other machines, /proc is no network either', async () => {
		expect(await host.shared?.(folder)).toBe(false);
		expect(await host.shared?.('/proc')).toBe(false);
		expect(await host.shared?.('/nowhere')).toBe(true);
	});
});

describe.each(machines)('a tail on real files, answered $how', ({host}) => {
	async function follow(path: string) {
		const stat = await host.stat(path);
		return openTail(host, {full: path, id: stat!.identity});
	}

	async function drain(tail: Awaited<ReturnType<typeof follow>>) {
		const heard: string[] = [];
		for (let news = await tail.next(); news; news = await tail.next()) {
			if (news.kind === 'bytes') heard.push(new TextDecoder().decode(news.bytes));
			else heard.push(news.kind === 'restarted' ? news.why : news.kind);
		}

		return heard;
	}

	test('follows a folder that is renamed, and its file in it', async () => {
		mkdirSync(join(folder, 'exp'));
		writeFileSync(join(folder, 'exp/log.txt'), 'one\n');
		const tail = await follow(join(folder, 'exp/log.txt'));
		expect(await drain(tail)).toEqual(['one\n']);
		renameSync(join(folder, 'exp'), join(folder, 'exp_archived_20260105_143022'));
		appendFileSync(join(folder, 'exp_archived_20260105_143022/log.txt'), 'two\n');
		expect(await drain(tail)).toEqual(['two\n']);
		await tail.close();
	});

	test('hears truncation, rewriting to a larger size, replacement and deletion', async () => {
		const path = join(folder, 'log.txt');
		writeFileSync(path, 'a first line\n');
		const tail = await follow(path);
		await drain(tail);
		truncateSync(path, 0);
		appendFileSync(path, 'b\n');
		expect(await drain(tail)).toEqual(['truncated', 'b\n']);
		writeFileSync(path, 'c, rewritten and longer\n');
		expect(await drain(tail)).toEqual(['rewritten', 'c, rewritten and longer\n']);
		writeFileSync(join(folder, 'log.tmp'), 'd\n');
		renameSync(join(folder, 'log.tmp'), path);
		expect(await drain(tail)).toEqual(['replaced', 'd\n']);
		rmSync(path);
		expect(await drain(tail)).toEqual(['gone']);
		await tail.close();
	});
});

describe('commands', () => {
	const host = local;

	const limits = {seconds: 10, bytes: 1000};

	test('runs without a shell: what looks like one is an argument', async () => {
		expect(await host.run('echo', ['a; echo $HOME'], limits)).toEqual({
			status: 0,
			out: 'a; echo $HOME\n',
			err: '',
		});
	});

	test('keeps the first bytes only, ends what takes too long, tells what cannot start', async () => {
		expect((await host.run('echo', ['abcdef'], {seconds: 10, bytes: 3})).out).toBe('abc');
		expect(await host.run('sleep', ['60'], {seconds: 0.05, bytes: 10})).toEqual({
			status: 124,
			out: '',
			err: 'took longer than 0.05 s',
		});
		expect((await host.run('no-such-command', [], limits)).status).toBe(127);
		expect((await host.run('false', [], limits)).status).toBe(1);
	});

	test('follows a command line by line until stopped', async () => {
		const lines: string[] = [];
		const over = Promise.withResolvers<boolean>();
		const stop = await new Promise<() => void>(done => {
			const end = host.follow(
				'sh',
				['-c', 'printf "one\\ntw"; sleep 0.05; printf "o\\n"; sleep 60'],
				line => {
					lines.push(line);
					if (lines.length === 2) done(end);
				},
				over.resolve,
			);
		});
		stop();
		await over.promise;
		expect(lines).toEqual(['one', 'two']);
	});

	test('tells when a command that it follows ends, or is not there', async () => {
		const isUnknown = (command: string) =>
			new Promise<boolean>(done => host.follow(command, [], () => {}, done));
		expect(await isUnknown('true')).toBe(false);
		expect(await isUnknown('no-such-command')).toBe(true);
	});
});

describe('who holds a file', () => {
	const host = local;
	const isRoot = process.getuid?.() === 0;

	test.skipIf(!isRoot)(
		isRoot
			? 'root sees who writes for others'
			: 'root sees who writes for others (skipped: not root)',
		async () => {
			const log = join(folder, 'of-another.log');
			writeFileSync(log, '');
			const handle = openSync(log, 'a');
			const child = spawn('sleep', ['60'], {
				uid: 65_534,
				stdio: ['ignore', handle, 'ignore'],
			});
			await once(child, 'spawn');
			closeSync(handle);
			const {identity} = (await host.stat(log))!;
			const {writers} = await host.holders!(new Set([identity]));
			child.kill();
			expect(writers.get(identity)).toMatchObject({pid: child.pid, command: 'sleep 60'});
		},
	);

	test('tells a writer from a reader', async () => {
		const written = join(folder, 'written.log');
		const read = join(folder, 'read.log');
		writeFileSync(written, '');
		writeFileSync(read, '');
		const child = spawn('sleep', ['60'], {
			stdio: ['ignore', openSync(written, 'a'), openSync(read, 'r')],
		});
		await once(child, 'spawn');
		const ids = await Promise.all(
			[written, read].map(async path => (await host.stat(path))!.identity),
		);
		const {user, complete, writers} = await host.holders!(new Set(ids));
		child.kill();
		expect(user).toBe(process.getuid?.());
		expect(complete).toBe(true);
		expect([...writers.keys()]).toEqual([ids[0]]);
	});
});
