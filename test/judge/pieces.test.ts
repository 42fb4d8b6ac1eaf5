import {expect, test} from 'vitest';
import {formats} from '../../source/formats/index.ts';
import {openReading} from '../../source/gather/reading.ts';
import {attend, createBook} from '../../source/judge/book.ts';
import {compose} from '../../source/judge/compose.ts';
import {createWitness, reduce} from '../../source/judge/witness.ts';
import {readers} from '../../source/readers/index.ts';
import {rules} from '../../source/rules/index.ts';
import {dawn, foundOf} from '../kit/patient.ts';

/** A log read in pieces of so many bytes, judged after each: its alerts, whatever was open or past. */
function alertsOf(log: string, size: number): readonly string[] {
	const bytes = new TextEncoder().encode(log);
	const file = {id: 'log.txt', name: 'log.txt', modifiedAt: dawn};
	const reading = openReading(file, bytes.subarray(0, Math.max(size, 4096)), formats, readers);
	const witness = createWitness({file: 'log.txt', path: 'log.txt', format: 'text'});
	const book = createBook(rules);
	const look = (now: number) => {
		const run = compose(foundOf(['log.txt'], dawn), [witness], {
			now,
			host: 'local',
			writer: {kind: 'nobody'},
			read: 1,
			partial: false,
		});
		return attend(book, run, [witness], now);
	};
	for (let at = 0; at < bytes.length; at += size) {
		for (const event of reading.push(bytes.subarray(at, at + size), at))
			reduce(witness, event, null);
		look(dawn);
	}

	for (const event of reading.rest?.() ?? []) reduce(witness, event, null);
	return look(dawn + 3_600_000).map(
		({rule, severity, open, certain, raised, since, until, message}) =>
			`${open ? 'open' : 'past'} ${severity} ${rule} ${certain} ${raised?.line} ${since} ${until} ${message}`,
	);
}

/** Ten epochs of ten records: `loss` and `score` tell what is logged. */
function logOf(
	loss: (epoch: number, index: number) => number | string,
	score: (epoch: number) => number,
	end: readonly string[] = [],
): string {
	const lines = Array.from({length: 10}, (_, place) => {
		const epoch = place + 1;
		const records = Array.from({length: 10}, (_unused, index) => {
			const value = loss(epoch, index);
			const text = typeof value === 'number' ? value.toFixed(4) : value;
			return `[TRAIN] Epoch ${epoch}/10, Iter ${index + 1}/10, Loss: ${text}, LR: 0.001000`;
		});
		return [...records, `[VAL] Epoch ${epoch} finished. F-score: ${score(epoch).toFixed(3)}`];
	}).flat();
	return `${[...lines, ...end].join('\n')}\n`;
}

const stories: Readonly<Record<string, string>> = {
	'stuck, then it falls': logOf(
		(epoch, index) => (epoch < 6 ? 2.3 + 0.01 * (index % 3) : 2.3 / (epoch - 4)),
		epoch => (epoch < 6 ? 0.1 : 0.1 * epoch),
	),
	'a spike, then NaN, then out of memory': logOf(
		(epoch, index) =>
			epoch === 5 && index < 4 ? 30 : epoch > 7 ? 'nan' : 2 / epoch + 0.01 * (index % 3),
		epoch => 0.08 * epoch,
		[
			'Traceback (most recent call last):',
			'  File "train.py", line 1, in <module>',
			'RuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB',
		],
	),
	'diverged, with a score of nothing': logOf(
		(epoch, index) => 1 + 0.2 * (10 * epoch + index),
		() => 0,
	),
};

test.each(Object.entries(stories))('live and afterwards agree: %s', (_, log) => {
	const whole = alertsOf(log, log.length);
	expect(whole.length).toBeGreaterThan(1);
	for (const size of [37, 200, 1500]) expect(alertsOf(log, size)).toEqual(whole);
});
