import {expect, test} from 'vitest';
import {formats} from '../../source/formats/index.ts';
import {openReading} from '../../source/gather/reading.ts';
import {attend, createBook} from '../../source/judge/book.ts';
import {compose} from '../../source/judge/compose.ts';
import {createWitness, reduce} from '../../source/judge/witness.ts';
import {readers} from '../../source/readers/index.ts';
import {rules} from '../../source/rules/index.ts';
import {dawn, foundOf} from '../kit/patient.ts';

/** Rules above info that a log raises, with the line at which and the text of the line that proves it. */
function alarms(lines: readonly string[]): readonly string[] {
	const file = {id: 'log.txt', name: 'log.txt', modifiedAt: dawn};
	const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
	const reading = openReading(file, bytes, formats, readers);
	const witness = createWitness({file: 'log.txt', path: 'log.txt', format: 'text'});
	for (const event of [...reading.push(bytes, 0), ...(reading.rest?.() ?? [])]) {
		reduce(witness, event, null);
	}

	const now = dawn + 600_000;
	const run = compose(foundOf(['log.txt'], dawn), [witness], {
		now,
		host: 'local',
		writer: {kind: 'nobody'},
		read: 1,
		partial: false,
	});
	return attend(createBook(rules), run, [witness], now)
		.filter(({severity}) => severity !== 'info')
		.map(({rule, raised, evidence}) => {
			const [first] = evidence;
			const proof = first
				? new TextDecoder().decode(bytes.subarray(first.offset)).split('\n')[0]
				: '';
			return `${rule} ${raised?.line} ${first?.line} ${proof}`;
		});
}

const trained = (from: number, to: number) =>
	Array.from({length: to - from + 1}, (_, index) => {
		const epoch = from + index;
		return [
			`[TRAIN] Epoch ${epoch}/10, Iter 30/30, Loss: ${(2 / epoch).toFixed(4)}, LR: 0.001000`,
			`[VAL] Epoch ${epoch} finished. Loss: ${(1 / epoch).toFixed(4)}, accuracy: 0.${80 + epoch}`,
		];
	}).flat();

test('words of trouble in settings, banners and summaries are none', () => {
	expect(
		alarms([
			'[CONFIG] nan_check=True on_error=raise oom_retry=3 killed_workers=0 epochs=10 lr=0.001',
			'[INFO] sanity check: no nan, no inf in 1437 samples, some values may be nan later',
			'[INFO] 0 corrupted images, 0 errors in annotation check',
			'[INFO] Previous crash dumps: 0. Killed workers: 0. Failed samples: 0',
			'[INFO] CUDA out of memory is not expected with this batch size',
			'[INFO] val_loss improved (inf --> 0.43). Saving model ...',
			...trained(1, 10),
			'[INFO] Training finished. Errors: 0, nan batches: 0, OOM events: 0',
		]),
	).toEqual([]);
});

test('a best that was infinite before the first evaluation is no infinite loss', () => {
	expect(
		alarms([
			'epoch 1 step 10 loss 2.27 acc 0.18',
			'epoch 1 val_loss 1.84 val_acc 0.78',
			'Validation loss decreased (inf --> 1.840000).  Saving model ...',
			'epoch 2 step 20 loss 1.27 acc 0.58',
			'epoch 2 val_loss 0.84 val_acc 0.88',
			'Validation loss decreased (1.840000 --> 0.840000).  Saving model ...',
			'Training finished.',
		]),
	).toEqual([]);
});

test('what is meant is told with its line, its place and its words', () => {
	const [first = '', ...others] = trained(1, 10);
	const line = '[TRAIN] Epoch 2/10, Iter 30/30, Loss: nan, LR: 0.001000';
	const rest = others.map(other => other.replace(/(Epoch \d+\/10.*Loss: )[\d.]+/, '$1nan'));
	const told = alarms([first, ...rest, 'Training finished.']);
	expect(told).toEqual([`nan-loss 3 3 ${line}`]);
});

test('out of memory is told once, with the line that says so', () => {
	const line = 'RuntimeError: CUDA out of memory. Tried to allocate 20.00 MiB (GPU 0)';
	expect(
		alarms([
			...trained(1, 3),
			'Traceback (most recent call last):',
			'  File "train.py", line 214, in <module>',
			'    main()',
			line,
		]),
	).toEqual([`cuda-oom 10 10 ${line}`]);
});
