import type {Content, Span} from '../../../source/core/checkpoint.ts';
import {checkpointReaders} from '../../../source/readers/index.ts';

/** What the reader tells of a file, and how many bytes it asked for. */
export function peek(name: string, bytes: Uint8Array): Content & {readonly asked: number} {
	return peekAt(name, bytes.length, ({offset, length}) => bytes.subarray(offset, offset + length));
}

/** The same for a file that is not held in memory. */
export function peekAt(
	name: string,
	size: number,
	read: (span: Span) => Uint8Array,
): Content & {readonly asked: number} {
	const peeking = checkpointReaders.checkpoint.read(name, size);
	let asked = 0;
	let step = peeking.next();
	while (!step.done) {
		const {offset, length} = step.value;
		if (length <= 0 || offset < 0 || offset + length > size)
			throw new Error('asks beyond the file');
		asked += length;
		step = peeking.next(read(step.value));
	}

	return {...step.value, asked};
}
