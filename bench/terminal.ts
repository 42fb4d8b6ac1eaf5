import {spawn} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import xterm from '@xterm/headless';
import {program} from '../test/kit/program.ts';

/** A program in a terminal whose screen can be asked, byte by byte. */
export type Painted = {
	/** Milliseconds from the start until the screen holds a text, or holds it no longer. */
	readonly until: (text: string, there?: boolean) => Promise<number>;
	/** Presses keys. */
	readonly press: (keys: string) => void;
	/** Bytes written to the terminal so far. */
	readonly bytes: () => number;
	/** Processor seconds that the program has used. */
	readonly processor: () => number;
	/** Largest resident memory so far, in MB. */
	readonly memory: () => number;
	readonly stop: () => Promise<void>;
};

/** Starts `watchexp` with arguments in a terminal. */
export function paint(
	args: readonly string[],
	{columns = 120, rows = 40}: {readonly columns?: number; readonly rows?: number} = {},
): Painted {
	const quoted = [process.execPath, program, ...args].map(text => `'${text}'`).join(' ');
	const {CI: _, ...env} = process.env;
	const begin = performance.now();
	const child = spawn(
		'script',
		['-qefc', `stty cols ${columns} rows ${rows}; exec ${quoted}`, '/dev/null'],
		{
			env: {...env, TERM: 'xterm-256color'},
			stdio: ['pipe', 'pipe', 'ignore'],
		},
	);
	const screen = new xterm.Terminal({cols: columns, rows, allowProposedApi: true});
	const waiting = new Set<() => void>();
	let bytes = 0;
	child.stdout.on('data', (chunk: Uint8Array) => {
		bytes += chunk.length;
		screen.write(chunk, () => {
			for (const look of waiting) look();
		});
	});

	const holds = (text: string) => {
		const {active} = screen.buffer;
		for (let row = 0; row < rows; row++) {
			if (
				active
					.getLine(active.baseY + row)
					?.translateToString(true)
					.includes(text)
			)
				return true;
		}

		return false;
	};

	const pid = () => {
		const children = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8');
		return children.trim().split(' ')[0]!;
	};

	return {
		bytes: () => bytes,
		press: keys => void child.stdin.write(keys),
		until(text, there = true) {
			const {promise, resolve, reject} = Promise.withResolvers<number>();
			const late = setTimeout(
				() => reject(new Error(`'${text}' is not ${there ? 'there' : 'gone'} within 20 s`)),
				20_000,
			);
			const look = () => {
				if (holds(text) !== there) return;
				clearTimeout(late);
				waiting.delete(look);
				resolve(performance.now() - begin);
			};

			waiting.add(look);
			look();
			return promise;
		},
		processor() {
			const threads = readdirSync(`/proc/${pid()}/task`);
			return threads.reduce((sum, thread) => {
				const [nanoseconds] = readFileSync(`/proc/${pid()}/task/${thread}/schedstat`, 'utf8').split(
					' ',
				);
				return sum + Number(nanoseconds) / 1e9;
			}, 0);
		},
		memory() {
			const status = readFileSync(`/proc/${pid()}/status`, 'utf8');
			return Number(/VmHWM:\s+(\d+)/.exec(status)![1]) / 1024;
		},
		async stop() {
			const {promise, resolve} = Promise.withResolvers<void>();
			child.once('close', () => resolve());
			child.stdin.write('q');
			const late = setTimeout(() => child.kill('SIGKILL'), 3000);
			await promise;
			clearTimeout(late);
			screen.dispose();
		},
	};
}

/** The value below which this share of the numbers lies. */
export function quantile(numbers: readonly number[], share: number): number {
	const sorted = numbers.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

/** A row of a table: a name, then numbers with their units. */
export function row(name: string, ...cells: readonly string[]): void {
	console.log(name.padEnd(34) + cells.map(cell => cell.padStart(12)).join(''));
}
