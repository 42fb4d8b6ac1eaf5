import {utimesSync} from 'node:fs';
import {setTimeout as pause} from 'node:timers/promises';
import {createExperiments, taggedLog} from '../test/kit/experiments.ts';
import {paint, row} from './terminal.ts';

// Fifty runs that have been silent for an hour. Wanted: no frames, under 0.3 % of a core.
const seconds = 30;
const experiments = createExperiments();
for (let run = 0; run < 50; run++) {
	const file = experiments.write(
		`workdirs/exp_20260105_1430${10 + run}/log.txt`,
		taggedLog(40, 300),
	);
	const then = Date.now() / 1000 - 3700;
	utimesSync(file, then, then);
}

const painted = paint([experiments.folder]);
await painted.until('50 runs');
await pause(5000);
console.log(`idle: 50 silent runs, ${seconds} s`);
row('', 'core', 'bytes drawn', 'memory');
await measure('soon after the start');
await measure('later, within a minute');
await painted.stop();
experiments.remove();

/** The clock in the header is drawn once a minute: the later window crosses none. */
async function measure(name: string): Promise<void> {
	if (name.startsWith('later')) await pause(61_000 - (Date.now() % 60_000));
	const before = {bytes: painted.bytes(), processor: painted.processor()};
	await pause(seconds * 1000);
	const share = (painted.processor() - before.processor) / seconds;
	const bytes = String(painted.bytes() - before.bytes);
	row(name, `${(share * 100).toFixed(2)} %`, bytes, `${painted.memory().toFixed(0)} MB`);
}
