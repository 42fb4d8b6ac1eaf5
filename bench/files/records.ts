import {BinaryWriter} from '@bufbuild/protobuf/wire';
import {crc32} from '../../source/readers/binary/crc.ts';
import {framed, inner} from '../../test/readers/kit.ts';

/** A binary file, record by record behind its head, and what `grep` is to look for in it. */
export type Binary = {
	readonly name: string;
	readonly number: string;
	readonly head: Uint8Array;
	readonly record: (step: number, place: number) => Uint8Array;
};

/** An event of one value: loss and learning rate in turn. */
function event(step: number): Uint8Array {
	const writer = new BinaryWriter()
		.tag(1, 1)
		.double(1.7e9 + step)
		.tag(2, 0)
		.int64(step >> 1);
	const [tag, value] = step % 2 ? ['train/lr', 0.007] : ['train/loss', 2 / (1 + step / 5000)];
	inner(writer, 5, summary =>
		inner(summary, 1, told =>
			told
				.tag(1, 2)
				.string(tag as string)
				.tag(2, 5)
				.float(value as number),
		),
	);
	return framed(writer.finish());
}

const block = 32_768;

/** A row of the history, in chunks that end with the blocks. */
function row(step: number, place: number): Uint8Array {
	const loss = 2 / (1 + step / 5000);
	const items = {loss, lr: 0.007, epoch: Math.floor(step / 1000), _step: step, _runtime: step / 9};
	let rest: Uint8Array = inner(new BinaryWriter(), 2, history => {
		for (const [name, value] of Object.entries(items)) {
			inner(history, 1, item => item.tag(1, 2).string(name).tag(16, 2).string(String(value)));
		}

		return history;
	}).finish();
	const pieces: Uint8Array[] = [];
	let at = place;
	let first = true;
	do {
		const left = block - (at % block);
		const piece = left < 7 ? new Uint8Array(left) : chunk(rest, left - 7, first);
		if (left >= 7) {
			rest = rest.subarray(piece.length - 7);
			first = false;
		}

		pieces.push(piece);
		at += piece.length;
	} while (rest.length > 0);
	const whole = new Uint8Array(at - place);
	let into = 0;
	for (const piece of pieces) {
		whole.set(piece, into);
		into += piece.length;
	}

	return whole;
}

/** As much of the data as there is room for, behind its checksum, length and kind. */
function chunk(data: Uint8Array, room: number, first: boolean): Uint8Array {
	const part = data.subarray(0, room);
	const [only, more] = first ? [1, 2] : [4, 3];
	const kind = part.length === data.length ? only : more;
	const bytes = new Uint8Array(7 + part.length);
	const view = new DataView(bytes.buffer);
	view.setUint16(4, part.length, true);
	view.setUint8(6, kind);
	bytes.set(part, 7);
	view.setUint32(0, crc32(bytes, 6), true);
	return bytes;
}

/** Files whose records only their libraries read. */
export const binaries: readonly Binary[] = [
	{
		name: 'tfevents',
		number: 'train/loss',
		head: framed(
			new BinaryWriter().tag(1, 1).double(1.5e9).tag(3, 2).string('brain.Event:2').finish(),
		),
		record: event,
	},
	{
		name: 'wandb',
		number: '[0-9]+\\.[0-9]+',
		head: Uint8Array.of(...new TextEncoder().encode(':W&B'), 0xe1, 0xbe, 0),
		record: row,
	},
];
