import {attend, type Book, createBook} from '../source/judge/book.ts';
import {compose} from '../source/judge/compose.ts';
import {createWitness, reduce, type Witness} from '../source/judge/witness.ts';
import {rules} from '../source/rules/index.ts';
import {dawn, foundOf} from '../test/kit/patient.ts';
import {row} from './terminal.ts';

// A thousand runs judged in a round. Wanted: under 50 ms where nothing changed, and a new line costs
// the same however long its run is.
type Patient = {readonly witness: Witness; readonly book: Book; told: number};

const minute = 60_000;
const found = foundOf(['log.txt'], dawn);

function patientOf(records: number): Patient {
	const patient = {
		witness: createWitness({file: 'log.txt', path: 'log.txt', format: 'tagged'}),
		book: createBook(rules),
		told: 0,
	};
	while (patient.told < records) tell(patient);
	return patient;
}

/** One more line: a training record, every hundredth an evaluation. */
function tell(patient: Patient): void {
	const step = ++patient.told;
	const source = {file: 'log.txt', line: step, offset: step * 60};
	const at = dawn + step * 1000;
	const position = {step, steps: 1_000_000};
	const loss = 0.2 + 2 * Math.exp(-step / 500) + 0.01 * Math.sin(step * 7);
	const split = step % 100 === 0 ? 'val' : 'train';
	const values = split === 'val' ? {loss, acc: 1 - loss / 3} : {loss, lr: 0.001};
	reduce(patient.witness, {kind: 'metrics', split, position, values, at, source}, at);
}

function judge({witness, book}: Patient, now: number): void {
	const run = compose(found, [witness], {now, host: 'local', read: 1, partial: false});
	attend(book, run, [witness], now);
}

/** The middle of several rounds once the code is warm, in milliseconds of a core. */
function timed(round: (turn: number) => void): number {
	for (let turn = 0; turn < 30; turn++) round(turn);
	const times = Array.from({length: 15}, (_, turn) => {
		const before = process.cpuUsage();
		round(turn);
		const {user, system} = process.cpuUsage(before);
		return (user + system) / 1000;
	});
	return times.sort((a, b) => a - b)[7] as number;
}

const patients = Array.from({length: 1000}, () => patientOf(300));
let now = dawn + 310_000;
for (const patient of patients) judge(patient, now);
row('', 'of a core');
const still = timed(() => {
	now += minute;
	for (const patient of patients) judge(patient, now);
});
row('1,000 runs, nothing new', `${still.toFixed(1)} ms`);
const told = timed(() => {
	for (const patient of patients) tell(patient);
	for (const patient of patients) judge(patient, now);
});
row('1,000 runs, a line each', `${told.toFixed(1)} ms`);
for (const records of [1000, 10_000, 100_000]) {
	const patient = patientOf(records);
	judge(patient, now);
	const line = timed(() => {
		for (let times = 0; times < 200; times++) {
			tell(patient);
			judge(patient, now);
		}
	});
	row(`a line in a run of ${records}`, `${(line * 5).toFixed(1)} µs`);
}
