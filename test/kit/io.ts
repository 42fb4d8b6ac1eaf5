import {PassThrough} from 'node:stream';
import type {Io} from '../../source/app/options.ts';

/** Streams that are no terminal; what is written is kept. */
export function createIo(env: Io['env'] = {}, cwd = '/'): Io & {out(): string; err(): string} {
	const kept = {stdout: '', stderr: ''};
	const sink = (name: keyof typeof kept) =>
		new PassThrough().on('data', chunk => {
			kept[name] += chunk;
		});
	return {
		stdin: new PassThrough() as unknown as NodeJS.ReadStream,
		stdout: sink('stdout') as unknown as NodeJS.WriteStream,
		stderr: sink('stderr') as unknown as NodeJS.WriteStream,
		env,
		cwd,
		out: () => kept.stdout,
		err: () => kept.stderr,
	};
}
