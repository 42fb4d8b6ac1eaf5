import {setTimeout as pause} from 'node:timers/promises';
import {createExperiments, taggedLog} from '../test/kit/experiments.ts';
import {paint, quantile, row} from './terminal.ts';

// From a key to the screen while logs are being read: 1 GB in ten runs, or a folder that is named.
// Wanted: 50 ms at p99.
const [folder] = process.argv.slice(2);
const experiments = createExperiments();
if (folder === undefined) {
	const megabytes = taggedLog(20_000, 90_000).repeat(10);
	for (let run = 0; run < 10; run++) {
		experiments.write(`workdirs/exp_20260105_14302${run}/log.txt`, megabytes);
	}
}

const painted = paint([folder ?? experiments.folder], {columns: 180, rows: 50});
await painted.until('runs');
const delays: number[] = [];
for (let turn = 0; turn < 200; turn++) {
	const begin = performance.now();
	// Into the palette with a letter of its own, and out again; what stands in the footer may be a notice.
	const opens = turn % 2 === 0;
	painted.press(opens ? ':' : '\x7f');
	await painted.until(' palette', opens);
	delays.push(performance.now() - begin);
	await pause(20 + ((turn * 37) % 40));
}

console.log(`keys: ${folder ?? '1 GB in ten runs, being read'}, ${delays.length} keys`);
row('', 'median', 'p99', 'most', 'memory');
row(
	'on the screen after',
	...[0.5, 0.99, 1].map(share => `${quantile(delays, share).toFixed(0)} ms`),
	`${painted.memory().toFixed(0)} MB`,
);
await painted.stop();
experiments.remove();
