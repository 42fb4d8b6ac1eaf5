// How fast `explain` reads a file, start included, beside `wc -l` and `grep -aoE` of one number on the same
// file, in one run: by the clock, and by CPU time, which a busy machine disturbs less. Wanted: text at least
// as fast as that grep.
//   node bench/reading.ts [megabytes]
import {spawnSync} from 'node:child_process';
import {closeSync, mkdtempSync, openSync, rmSync, writeSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {program} from '../test/kit/program.ts';
import {binaries} from './files/records.ts';
import {texts} from './files/texts.ts';
import {row} from './terminal.ts';

const rounds = 3;
const megabytes = Number(process.argv[2] ?? 200);
const folder = mkdtempSync(join(tmpdir(), 'watchexp-bench-'));
const encoder = new TextEncoder();
try {
	for (const {name, file = `${name}.log`, number, head = '', line} of texts) {
		measure(file, number, megabytes, [encoder.encode(head)], step => encoder.encode(line(step)));
	}

	for (const {name, number, head, record} of binaries) {
		measure(
			name === 'wandb' ? 'run.wandb' : 'events.out.tfevents.1',
			number,
			megabytes / 4,
			[head],
			record,
		);
	}
} finally {
	rmSync(folder, {recursive: true});
}

/** Seconds by the clock and of the processor. */
type Figure = {wall: number; cpu: number};

function measure(
	name: string,
	number: string,
	size: number,
	head: readonly Uint8Array[],
	piece: (step: number, place: number) => Uint8Array,
): void {
	const path = join(folder, name);
	const bytes = write(path, size * 1e6, head, piece);
	const tasks: Readonly<Record<string, readonly string[]>> = {
		'wc -l': ['wc', '-l', path],
		[`grep -aoE '${number}'`]: ['grep', '-aoE', number, path],
		'watchexp explain': [process.execPath, program, 'explain', path, '--json'],
	};
	const figures = new Map<string, Figure>();
	for (let round = 0; round < rounds; round++) {
		for (const [title, words] of Object.entries(tasks)) {
			const {wall, cpu} = timed(words);
			const best = figures.get(title) ?? {wall, cpu};
			figures.set(title, {wall: Math.min(wall, best.wall), cpu: Math.min(cpu, best.cpu)});
		}
	}

	const [, grep] = [...figures.values()];
	console.log(`${name}: ${(bytes / 1e6).toFixed(0)} MB, best of ${rounds}`);
	row('', 'seconds', 'CPU', 'MB/s', 'of grep', 'by CPU');
	for (const [title, {wall, cpu}] of figures) {
		row(
			`  ${title}`,
			wall.toFixed(2),
			cpu.toFixed(2),
			(bytes / 1e6 / wall).toFixed(0),
			`${(wall / grep!.wall).toFixed(2)} x`,
			`${(cpu / grep!.cpu).toFixed(2)} x`,
		);
	}
}

/** Runs a command to its end, its output in a file: to nowhere, grep would stop at the first match. */
function timed(words: readonly string[]): Figure {
	const out = openSync(join(folder, 'out'), 'w');
	const {stderr} = spawnSync('bash', ['-c', 'TIMEFORMAT="%R %U %S"; time "$@"', 'bash', ...words], {
		env: {...process.env, LC_ALL: 'C'},
		stdio: ['ignore', out, 'pipe'],
		encoding: 'utf8',
	});
	closeSync(out);
	const [wall = 0, user = 0, system = 0] = stderr.trim().split(/\s+/).slice(-3).map(Number);
	return {wall, cpu: user + system};
}

/** Writes pieces up to a size; tells how many bytes they are. */
function write(
	path: string,
	least: number,
	head: readonly Uint8Array[],
	piece: (step: number, place: number) => Uint8Array,
): number {
	const file = openSync(path, 'w');
	const buffer = new Uint8Array((1 << 20) + 65_536);
	let size = 0;
	let used = 0;
	const put = (bytes: Uint8Array) => {
		buffer.set(bytes, used);
		used += bytes.length;
		size += bytes.length;
	};

	for (const bytes of head) put(bytes);
	for (let step = 0; size < least; step++) {
		put(piece(step, size));
		if (used < 1 << 20) continue;
		writeSync(file, buffer, 0, used);
		used = 0;
	}

	writeSync(file, buffer, 0, used);
	closeSync(file);
	return size;
}
