import {setTimeout as pause} from 'node:timers/promises';
import {createExperiments, taggedLog, trainLine} from '../test/kit/experiments.ts';
import {paint, quantile, row} from './terminal.ts';

// From write() to the screen, while five other runs write a line a second. Wanted: 150 ms at p95.
const experiments = createExperiments();
for (let run = 0; run < 6; run++) {
	experiments.write(`workdirs/exp_20260105_14302${run}/log.txt`, taggedLog(5, 900));
}

const painted = paint([experiments.folder]);
await painted.until('6 runs');
await pause(1000);
const others = setInterval(() => {
	for (let run = 1; run < 6; run++) {
		const line = trainLine(6, 900, 10, 0.5 + Math.random() / 10);
		experiments.append(`workdirs/exp_20260105_14302${run}/log.txt`, line);
	}
}, 1000);

const delays: number[] = [];
const count = 100;
for (let index = 0; index < count; index++) {
	const loss = 0.20037 + ((index * 37) % count) / 1000;
	const shown = painted.until(loss.toFixed(4));
	const begin = performance.now();
	experiments.append('workdirs/exp_20260105_143020/log.txt', trainLine(6, 900, 10, loss));
	await shown;
	delays.push(performance.now() - begin);
	await pause(50 + ((index * 53) % 200));
}

clearInterval(others);
console.log(`latency: from an appended line to the screen, ${count} lines`);
row('', 'median', 'p95', 'most');
row(
	'line on the screen after',
	...[0.5, 0.95, 1].map(share => `${quantile(delays, share).toFixed(0)} ms`),
);
await painted.stop();
experiments.remove();
