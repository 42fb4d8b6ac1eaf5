import {setTimeout as pause} from 'node:timers/promises';
import {createExperiments, taggedLog, trainLine} from '../test/kit/experiments.ts';
import {paint, row} from './terminal.ts';

// Twenty runs that write a line a second each, list and curves on a screen of 180x50. Wanted: at
// most 5 % of a core and 12 KB/s to the terminal.
const seconds = Number(process.argv[2] ?? 20);
const experiments = createExperiments();
const names = Array.from({length: 20}, (_, run) => `workdirs/exp_20260105_1430${10 + run}/log.txt`);
for (const name of names) experiments.write(name, taggedLog(20, 900));
const painted = paint([experiments.folder, ...process.argv.slice(3)], {columns: 180, rows: 50});
await painted.until('20 runs');
await pause(3000);

let turn = 0;
const writing = setInterval(() => {
	const round = Math.floor(turn / names.length);
	const loss = 0.15 + 0.02 * Math.sin(turn * 12.9898) + 0.1 / (1 + round / 50);
	const line = trainLine(21 + Math.floor(round / 6), 900, 10 * (1 + (round % 6)), loss);
	experiments.append(names[turn % names.length]!, line);
	turn++;
}, 1000 / names.length);
await pause(3000);
const before = {bytes: painted.bytes(), processor: painted.processor()};
await pause(seconds * 1000);
const share = (painted.processor() - before.processor) / seconds;
const bytes = (painted.bytes() - before.bytes) / seconds;
clearInterval(writing);
console.log(`live: 20 runs, a line a second each, 180x50, ${seconds} s`);
row('', 'core', 'drawn', 'memory');
row(
	'watchexp',
	`${(share * 100).toFixed(1)} %`,
	`${(bytes / 1024).toFixed(1)} KB/s`,
	`${painted.memory().toFixed(0)} MB`,
);
await painted.stop();
experiments.remove();
