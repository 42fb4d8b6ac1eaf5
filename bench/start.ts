import {spawnSync} from 'node:child_process';
import {createExperiments, taggedLog} from '../test/kit/experiments.ts';
import {program} from '../test/kit/program.ts';
import {paint, quantile, row} from './terminal.ts';

// How long until there is something to see, beside the Node that it runs on. Wanted: a first
// screen of 20 runs of 100 KB within 8 times `node -e 0`, and `check` of them within 4 times.
const rounds = 9;
const [folder] = process.argv.slice(2);
const experiments = createExperiments();
for (let run = 0; run < 20; run++) {
	experiments.write(`workdirs/exp_20260105_1430${10 + run}/log.txt`, taggedLog(240, 300));
}

const watched = folder ?? experiments.folder;
const wanted = folder ? ' runs' : '20 runs';
const timed = (...args: readonly string[]) => {
	const begin = performance.now();
	const {status, stderr} = spawnSync(process.execPath, args, {encoding: 'utf8'});
	if (status === null || status > 2) throw new Error(`${args.join(' ')}: ${stderr}`);
	return performance.now() - begin;
};

const tasks: Readonly<Record<string, () => number | Promise<number>>> = {
	'node -e 0': () => timed('-e', '0'),
	'watchexp --version': () => timed(program, '--version'),
	'watchexp check': () => timed(program, 'check', watched),
	'watchexp: first screen': async () => {
		const painted = paint([watched]);
		const first = await painted.until(wanted);
		await painted.stop();
		return first;
	},
};
const times = new Map(Object.keys(tasks).map(name => [name, [] as number[]]));
for (let round = 0; round < rounds; round++) {
	for (const [name, task] of Object.entries(tasks)) times.get(name)!.push(await task());
}

console.log(`start: ${folder ?? '20 runs of 100 KB'}, ${rounds} rounds`);
row('', 'least', 'median', 'times node');
const base = quantile(times.get('node -e 0')!, 0.5);
for (const [name, numbers] of times) {
	const median = quantile(numbers, 0.5);
	row(
		name,
		`${Math.min(...numbers).toFixed(0)} ms`,
		`${median.toFixed(0)} ms`,
		`${(median / base).toFixed(1)} x`,
	);
}

experiments.remove();
