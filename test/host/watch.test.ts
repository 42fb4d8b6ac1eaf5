import {EventEmitter} from 'node:events';
import {appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {FSWatcher} from 'chokidar';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import type {FileNews} from '../../source/core/host.ts';
import {isHeavy, watch} from '../../source/host/watch.ts';

/** Keeps all news, and lets a test wait for one. */
function listener() {
	const heard: FileNews[] = [];
	const bell = new EventEmitter();
	return {
		heard,
		hear: (news: FileNews) => {
			heard.push(news);
			bell.emit('news');
		},
		async until(what: FileNews['what'], path: string): Promise<void> {
			while (!heard.some(news => news.what === what && news.path === path)) {
				await new Promise(done => bell.once('news', done));
			}
		},
	};
}

/** chokidar, telling when so many watchers in all have become ready. */
function counted() {
	let count = 0;
	const bell = new EventEmitter();
	class Counted extends FSWatcher {
		override add(paths: string | string[]): this {
			this.once('ready', () => {
				count++;
				bell.emit('ready');
			});
			super.add(paths);
			return this;
		}
	}
	return {
		load: async () => ({FSWatcher: Counted}),
		async ready(wanted: number): Promise<void> {
			while (count < wanted) await new Promise(done => bell.once('ready', done));
		},
	};
}

describe('on real folders', () => {
	let folder = '';
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'watchexp-watch-'));
	});
	afterEach(() => rmSync(folder, {recursive: true, force: true}));

	test('tells of logs that grow and of folders that come, not of weights', async () => {
		writeFileSync(join(folder, 'log.txt'), 'x');
		const {hear, heard, until} = listener();
		const {load, ready} = counted();
		const watching = watch(hear, load);
		watching.folders([folder]);
		await ready(1);
		expect(heard).toEqual([]);
		writeFileSync(join(folder, 'best.pth'), 'x');
		appendFileSync(join(folder, 'log.txt'), 'y');
		await until('changed', join(folder, 'log.txt'));
		mkdirSync(join(folder, 'exp2'));
		await until('came', join(folder, 'exp2'));
		await watching.stop();
		expect(heard.map(({path}) => path)).not.toContain(join(folder, 'best.pth'));
	});

	test('of a log that goes on growing every change is told, and that its name goes and comes', async () => {
		const log = join(folder, 'log.txt');
		writeFileSync(log, 'x');
		const {hear, heard, until} = listener();
		const {load, ready} = counted();
		const watching = watch(hear, load);
		watching.folders([folder]);
		await ready(1);
		for (let line = 0; line < 4; line++) {
			heard.length = 0;
			appendFileSync(log, 'y');
			await until('changed', log);
		}

		heard.length = 0;
		writeFileSync(join(folder, 'other.txt'), 'x');
		await until('came', join(folder, 'other.txt'));
		appendFileSync(log, 'y');
		await until('changed', log);
		expect(heard.filter(({what}) => what === 'gone')).toEqual([]);
		rmSync(log);
		await until('gone', log);
		writeFileSync(log, 'x');
		await until('came', log);
		await watching.stop();
	});

	// The kernel may tell of the move after the new folder was made: the safety poll is for that.
	const patience = {timeout: 10_000, retry: 2};
	test('a folder that was moved away and made again is watched again', patience, async () => {
		const exp = join(folder, 'exp');
		mkdirSync(exp);
		const {hear, until} = listener();
		const {load, ready} = counted();
		const watching = watch(hear, load);
		watching.folders([folder, exp]);
		await ready(2);
		renameSync(exp, join(folder, 'exp_archived_20260105_143022'));
		await until('gone', exp);
		mkdirSync(exp);
		writeFileSync(join(exp, 'log.txt'), 'x');
		watching.folders([folder, exp]);
		await ready(3);
		appendFileSync(join(exp, 'log.txt'), 'y');
		await until('changed', join(exp, 'log.txt'));
		await watching.stop();
	});
});

test('a folder that was exchanged for another of the same name is watched anew', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'watchexp-watch-'));
	const exp = join(folder, 'exp');
	mkdirSync(exp);
	const {hear, until} = listener();
	const {load, ready} = counted();
	const watching = watch(hear, load);
	watching.folders([exp]);
	await ready(1);
	renameSync(exp, join(folder, 'old'));
	mkdirSync(exp);
	watching.folders([exp]);
	await ready(2);
	writeFileSync(join(exp, 'log.txt'), 'x');
	await until('came', join(exp, 'log.txt'));
	await watching.stop();
	rmSync(folder, {recursive: true, force: true});
});

describe('where watching is refused', () => {
	/** A chokidar that says the same error again and again. */
	function failing(code: string) {
		class Failing extends EventEmitter {
			add() {
				for (let time = 0; time < 3; time++) {
					this.emit('error', Object.assign(new Error(code), {code}));
				}

				return this;
			}

			async close() {}
		}
		return async () => ({FSWatcher: Failing as unknown as typeof FSWatcher});
	}

	test.each(['ENOSPC', 'EMFILE'])('%s: every folder is blind, told once', async code => {
		const {hear, heard, until} = listener();
		const watching = watch(hear, failing(code));
		watching.folders(['/a', '/b']);
		await until('blind', '/b');
		expect(heard).toEqual([
			{what: 'blind', path: '/a', why: code},
			{what: 'blind', path: '/b', why: code},
		]);
		await watching.stop();
	});

	test('chokidar that cannot be loaded makes all blind', async () => {
		const {hear, heard, until} = listener();
		const watching = watch(hear, () => Promise.reject(new Error('no such package')));
		watching.folders(['/a']);
		await until('blind', '/a');
		expect(heard).toEqual([{what: 'blind', path: '/a', why: 'no such package'}]);
		await watching.stop();
	});
});

test('weights, images and archives are heavy; logs, tables and event files are not', () => {
	expect(['a.pth', 'x.safetensors', 'p.PNG', 'a.tar.gz'].map(isHeavy)).toEqual([
		true,
		true,
		true,
		true,
	]);
	expect(['log.txt', 'm.csv', 'events.out.tfevents.1.h', 'exp.v2'].map(isHeavy)).toEqual([
		false,
		false,
		false,
		false,
	]);
});
