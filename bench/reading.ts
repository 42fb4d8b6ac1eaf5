// How fast a log is read, beside `wc -l` and `grep -aoE` of one number on the same file, in one run:
// by the clock, and by the CPU time of the user, which a busy machine disturbs less.
//   node bench/reading.ts [megabytes]
import {spawnSync} from 'node:child_process';
import {closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {formats} from '../source/formats/index.ts';
import {openText} from '../source/gather/text.ts';

type Style = {
	readonly name: string;
	readonly number: string;
	readonly line: (step: number) => string;
};

const styles: readonly Style[] = [
	{
		name: 'tagged',
		number: 'Loss: [0-9.]+',
		line: step => {
			const epoch = 1 + Math.floor(step / 1000);
			const loss = (0.3 + 2 / (1 + step / 5000) + (step % 97) / 1000).toFixed(3);
			if (step % 1000 === 999)
				return `[VAL] Epoch ${epoch} finished. F-score: ${(1 - 1 / epoch).toFixed(3)}\n`;
			return `[TRAIN] Epoch ${epoch}/4000, Iter ${step % 1000}/1000, Loss: ${loss}, LR: 0.007000\n`;
		},
	},
	{
		name: 'mmengine',
		number: 'loss: [0-9.]+',
		line: step => {
			const epoch = 1 + Math.floor(step / 7330);
			const loss = (seed: number) => (0.1 + ((step * seed) % 977) / 1000).toFixed(4);
			const two = (value: number) => String(value).padStart(2, '0');
			const clock = `${two(Math.floor(step / 3600) % 24)}:${two(Math.floor(step / 60) % 60)}:${two(step % 60)}`;
			const time = `2024/05/${two(1 + (Math.floor(step / 86_400) % 28))} ${clock}`;
			const minute = two(Math.floor(step / 60) % 60);
			if (step % 10 === 7)
				return `${time} - mmengine - INFO - Exp name: faster-rcnn_r50_fpn_1x_coco_20240501_100000\n`;
			return `${time} - mmengine - INFO - Epoch(train)  [${epoch}][${String((step % 7330) + 1).padStart(4)}/7330]  base_lr: 2.0000e-02 lr: 2.0000e-02  eta: 12:${minute}:10  time: 0.2${step % 1000}  data_time: 0.0112  memory: 3742  grad_norm: 11.${1000 + (step % 8999)}  loss: ${loss(7)}  loss_rpn_cls: ${loss(11)}  loss_rpn_bbox: ${loss(13)}  loss_cls: ${loss(17)}  acc: 95.${1000 + (step % 8999)}  loss_bbox: ${loss(19)}\n`;
		},
	},
	{
		name: 'tqdm',
		number: 'loss=[0-9.]+',
		line: step => {
			const count = step % 1001;
			const eighths = Math.floor(count * 0.08);
			const full = '█'.repeat(eighths >> 3) + (eighths & 7 ? '▏▎▍▌▋▊▉'[(eighths & 7) - 1] : '');
			const clock = (ticks: number) =>
				`${String(Math.floor(ticks / 600)).padStart(2, '0')}:${String(Math.floor(ticks / 10) % 60).padStart(2, '0')}`;
			const percent = String(Math.floor(count / 10)).padStart(3);
			const loss = (0.3 + 2 / (1 + step / 5000) + (step % 97) / 1000).toFixed(3);
			return `Epoch ${Math.floor(step / 1001)}: ${percent}%|${full.padEnd(10)}| ${count}/1000 [${clock(count)}<${clock(1000 - count)}, 9.${10 + (step % 89)}it/s, loss=${loss}, lr=0.0010]${count === 1000 ? '\n' : '\r'}`;
		},
	},
	{
		name: 'hf-trainer',
		number: "'loss': [0-9.]+",
		line: step => {
			const loss = (0.3 + 2 / (1 + step / 5000) + (step % 97) / 1000).toFixed(4);
			const norm = Math.fround(1 + ((step * 7919) % 1_000_003) / 1e6);
			const [digits, power] = (5e-5 * (1 - (step % 100_000) / 100_001)).toExponential().split('e-');
			return `{'loss': ${loss}, 'grad_norm': ${norm}, 'learning_rate': ${digits}e-${power!.padStart(2, '0')}, 'epoch': ${(step / 1000).toFixed(2)}}\n`;
		},
	},
];

const megabytes = Number(process.argv[2] ?? 200);
const folder = mkdtempSync(join(tmpdir(), 'watchexp-bench-'));
try {
	for (const style of styles) measure(style);
} finally {
	rmSync(folder, {recursive: true});
}

type Figure = {wall: number; user: number};

function measure({name, number, line}: Style): void {
	const path = join(folder, `${name}.log`);
	const size = write(path, line);
	const figures: Record<'wc' | 'grep' | 'ours', Figure> = {
		wc: {wall: Infinity, user: Infinity},
		grep: {wall: Infinity, user: Infinity},
		ours: {wall: Infinity, user: Infinity},
	};
	let told = {records: 0, understood: 0, lines: 0};
	const best = (of: keyof typeof figures, work: () => number) => {
		const start = performance.now();
		const user = work();
		figures[of].wall = Math.min(figures[of].wall, performance.now() - start);
		figures[of].user = Math.min(figures[of].user, user);
	};
	for (let round = 0; round < 3; round++) {
		best('wc', () => child('wc', ['-l', path]));
		best('grep', () => child('grep', ['-aoE', number, path]));
		best('ours', () => {
			const before = process.cpuUsage();
			told = read(path);
			return process.cpuUsage(before).user / 1000;
		});
	}

	const row = (title: string, {wall, user}: Figure) =>
		`  ${title.padEnd(13)} ${wall.toFixed(0)} ms (${(size / 1000 / wall).toFixed(0)} MB/s), CPU ${user.toFixed(0)} ms`;
	const {grep, ours} = figures;
	console.log(`${name}, ${(size / 1e6).toFixed(0)} MB, best of 3`);
	console.log(row('wc -l', figures.wc));
	console.log(row('grep -aoE', grep));
	console.log(
		`${row('watchexp', ours)}: ${(grep.wall / ours.wall).toFixed(2)} times grep, by CPU ${(grep.user / ours.user).toFixed(2)}`,
	);
	console.log(`  ${told.records} records, ${told.understood} of ${told.lines} lines understood`);
}

/** Runs a command, its output in a file; tells its user CPU time in milliseconds. */
function child(command: string, words: readonly string[]): number {
	const out = openSync(join(folder, 'out'), 'w');
	const timed = ['-c', 'TIMEFORMAT=%U; time "$@"', 'bash', command, ...words];
	const {stderr} = spawnSync('bash', timed, {
		env: {...process.env, LC_ALL: 'C'},
		stdio: ['ignore', out, 'pipe'],
		encoding: 'utf8',
	});
	closeSync(out);
	return Number(stderr.trim()) * 1000;
}

function write(path: string, line: (step: number) => string): number {
	const file = openSync(path, 'w');
	let size = 0;
	for (let step = 0; size < megabytes * 1e6; ) {
		let text = '';
		while (text.length < 1 << 20) text += line(step++);
		size += writeSync(file, text);
	}

	closeSync(file);
	return size;
}

function read(path: string): {records: number; understood: number; lines: number} {
	const reading = openText(formats, {file: path});
	const buffer = new Uint8Array(1 << 20);
	const file = openSync(path, 'r');
	let records = 0;
	let offset = 0;
	for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer)) {
		for (const event of reading.push(buffer.subarray(0, length), offset)) {
			records += event.kind === 'rows' ? event.rows.length : 1;
		}

		offset += length;
	}

	closeSync(file);
	const {understood, lines} = reading.report();
	return {records, understood, lines};
}
