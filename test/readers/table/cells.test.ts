import {existsSync, globSync, readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import csv from '../../../source/readers/csv.ts';
import {openTable} from '../../../source/readers/table/reading.ts';
import {bytesOf, readAll} from '../kit.ts';

const slow = {...csv, open: () => openTable('', {fast: false})};

/** What rows tell is what their text tells, whatever way they are read. */
function expectSame(bytes: Uint8Array, size?: number): number {
	const told = readAll(csv, bytes, size);
	expect(told).toEqual(readAll(slow, bytes, size));
	return told.events.length;
}

test.each([
	['gaps', 'epoch,step,loss,val_loss\n0,49,0.5,\n0,68,,0.25\n,,,\n1,99,0.25,0.125\n'],
	['line ends of Windows', 'epoch,loss,val_loss\r\n0,1.5,2\r\n1,,\r\n2,1.5,2.5\r\n'],
	['blanks around numbers', ' epoch, loss\n   0,  0.5  \n   1,\t0.25\n2 ,  \n'],
	[
		'long and odd numbers',
		'epoch,loss\n1,0.30000000000000004\n2,9007199254740993\n3,+1\n4,1e400\n',
	],
	['words for numbers', 'epoch,loss,lr\n1,nan,[0.5 0.25]\n2,-inf,50%\n3,word,tensor(0.5)\n'],
	['times', 'epoch,time,loss\n1,1700000000.5,2\n2,2026-01-05 10:00:00,1\n3,5.5,1\n4,,1\n'],
	['rows that begin with a word', 'model,epoch,loss\na,1,0.5\n,2,0.25\nb,word,word\n'],
	['another header on the way', 'epoch,loss\n0,1.5\nepoch,loss,val_loss\n0,1.5,2.5\n'],
	['a header that is a row of words', 'a,epoch,loss\nepoch,loss,lr\n1,2,3\n'],
	['NULs', 'epoch,loss\n0,1.5\n\0\0\x001,1.25\n2,1\0.5\n'],
	['a return amid a row', 'epoch,loss\n0,1\r,5\n1,1\r\r\n2,0.5\n'],
	['a byte order mark', '\ufeffepoch,loss\n\ufeff0,1.5\n1,\ufeff1.25\n'],
	['letters of other scripts', 'epoch,loss,备注\n0,1.5,好\n1,损失,1\n'],
	['semicolons', 'epoch;loss;val_loss\n0;1.5;2\n1;1.25;\n'],
	['decimal commas', 'epoch;loss;val_loss\n0;1,5;2\n1;1,25;"0,5"\n'],
	['episodes', '#{"t_start": 1700000000.5}\nr,l,t\n1.5,10,0.5\n2.5,20,1.5\n-1,5,2'],
	['tabs', 'Epoch\tLoss\tTestLoss\n0\t1.5\t 2\n1\t\t1\n'],
])('%s', (_what, text) => {
	for (const size of [1, 3, 1000]) expectSame(bytesOf(text), size);
});

test('rows without quotes are told though those with quotes have to wait for their end', () => {
	const {events} = readAll(
		csv,
		bytesOf('epoch,loss\n0,1.5\n1,"1.25"\n2,1\n3,"[0.5,\n9]"\n4,0.25\n'),
	);
	expect(events).toMatchObject([
		{position: {epoch: 0}, values: {loss: 1.5}, source: {line: 2, offset: 11}},
		{position: {epoch: 1}, values: {loss: 1.25}, source: {line: 3, offset: 17}},
		{position: {epoch: 2}, values: {loss: 1}, source: {line: 4, offset: 26}},
		{position: {epoch: 3}, values: {loss: 0.5}, source: {line: 5, offset: 30}},
		{position: {epoch: 4}, values: {loss: 0.25}, source: {line: 7, offset: 43}},
	]);
});

describe('tables of chance', () => {
	let seed = 7;
	const random = (below: number) => {
		seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
		return (seed >>> 8) % below;
	};

	const pick = <T>(list: readonly T[]): T => list[random(list.length)]!;
	const names = ['epoch', 'step', 'loss', 'lr', 'val_loss', 'val_acc', 'time', 'note', 'test_f1'];
	const odd = ['nan', 'NaN', '-inf', '"[1, 2]"', '"a""b"', '[0.5, 1]', 'x', '1_000', '0x1f', '1,5'];
	const odder = ['\0', '1\r', '"', ' ', '\t', '12%', '2026-01-05 10:00:00', '损', '1700000000'];
	const cell = () => {
		const kind = random(24);
		if (kind === 0) return pick(odd);
		if (kind === 1) return pick(odder);
		if (kind < 6) return '';
		const blanks = ' '.repeat(random(4) === 0 ? random(3) : 0);
		const number = random(2) ? random(2000) : (random(1e6) - 5e5) / 10 ** random(9);
		return `${blanks}${random(9) === 0 ? number.toExponential() : number}${random(20) === 0 ? ' ' : ''}`;
	};

	const table = () => {
		const mark = pick([',', ',', ',', '\t', ';', ';']);
		const end = pick(['\n', '\n', '\r\n']);
		const header = names.filter(name => name === 'epoch' || random(2) === 0);
		const lines = [header.join(mark)];
		for (let row = random(60); row >= 0; row--) {
			const ragged = random(30) === 0 ? random(3) - 1 : 0;
			const cells = Array.from({length: Math.max(1, header.length + ragged)}, cell);
			lines.push(random(50) === 0 ? lines[0]! : cells.join(mark));
		}

		return lines.join(end) + (random(3) ? end : '');
	};

	test('mean the same, in whichever pieces they come', () => {
		let events = 0;
		for (let round = 0; round < 120; round++) {
			const bytes = bytesOf(table());
			events += expectSame(bytes, pick([7, 64, 4096]));
		}

		expect(events).toBeGreaterThan(3000);
	});
});

const corpus = new URL('../../../../shared/corpus/', import.meta.url).pathname;
describe.skipIf(!existsSync(corpus))('tables of the corpus', () => {
	const files = globSync('**/*.csv', {cwd: corpus});

	test('there are some', () => {
		expect(files.length).toBeGreaterThan(5);
	});

	test.each(files)('%s', name => {
		expectSame(new Uint8Array(readFileSync(`${corpus}${name}`)), 32_768);
	});
});
