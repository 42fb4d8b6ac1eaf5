import {type ChildProcess, spawn} from 'node:child_process';
import {StringDecoder} from 'node:string_decoder';
import type {Host} from '../core/host.ts';

const longestLine = 65_536;

/** Runs a command to its end without a shell: status 124 when it took too long, 127 when it could not start. */
export const run: Host['run'] = (command, args, {seconds, bytes}) =>
	new Promise(done => {
		const child = start(command, args);
		const out = collect(child, 'stdout', bytes);
		const err = collect(child, 'stderr', bytes);
		const end = (status: number, why?: string) => {
			clearTimeout(timer);
			// A grandchild may keep the pipes open for ever.
			child.stdout?.destroy();
			child.stderr?.destroy();
			done({status, out: out(), err: why ?? err()});
		};
		const timer = setTimeout(() => {
			child.kill('SIGKILL');
			end(124, `took longer than ${seconds} s`);
		}, seconds * 1000);
		child.once('error', error => end(127, error.message));
		child.once('close', (code, signal) => end(code ?? (signal ? 128 : 1)));
	});

/** Starts a command and hands over its lines until stopped; tells when it has ended, or could not start. */
export const follow: Host['follow'] = (command, args, line, ended) => {
	const child = start(command, args);
	const decoder = new StringDecoder('utf8');
	let rest = '';
	let stopped = false;
	child.once('error', ({code}: NodeJS.ErrnoException) => ended(code === 'ENOENT'));
	child.once('exit', () => ended(false));
	child.stderr?.resume();
	child.stdout?.on('data', (chunk: Buffer) => {
		const lines = (rest + decoder.write(chunk)).split(/\r?\n/);
		rest = (lines.pop() ?? '').slice(-longestLine);
		for (const text of lines) if (!stopped) line(text);
	});
	return () => {
		stopped = true;
		// One that is itself stopped hears nothing else.
		child.kill('SIGKILL');
		child.stdout?.destroy();
		child.unref();
	};
};

function start(command: string, args: readonly string[]): ChildProcess {
	return spawn(command, args, {
		stdio: ['ignore', 'pipe', 'pipe'],
		shell: false,
		env: {...process.env, LC_ALL: 'C'},
	});
}

/** Keeps the first `limit` bytes and drops the rest. */
function collect(child: ChildProcess, from: 'stdout' | 'stderr', limit: number): () => string {
	const chunks: Buffer[] = [];
	let room = limit;
	child[from]?.on('data', (chunk: Buffer) => {
		if (room > 0) chunks.push(chunk.subarray(0, room));
		room -= chunk.length;
	});
	return () => Buffer.concat(chunks).toString('utf8');
}
