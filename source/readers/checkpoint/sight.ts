import type {Span} from '../../core/checkpoint.ts';

/** A file seen through few reads: what was asked for once is not asked for again. */
export type Sight = {
	readonly size: number;
	/** The bytes of a stretch, short at the end of the file; `ahead` of them are asked for at once. */
	readonly at: (
		offset: number,
		length: number,
		ahead?: number,
	) => Generator<Span, Uint8Array, Uint8Array>;
};

const least = 4096;

/** A file of `size` bytes, of which none are known yet. */
export function createSight(size: number): Sight {
	const windows: {readonly offset: number; readonly bytes: Uint8Array}[] = [];
	return {
		size,
		*at(offset, length, ahead = least) {
			const wanted = Math.max(0, Math.min(length, size - offset));
			if (wanted === 0 || offset < 0) return new Uint8Array();
			const known = windows.find(
				one => one.offset <= offset && offset + wanted <= one.offset + one.bytes.length,
			);
			if (known) {
				return known.bytes.subarray(offset - known.offset, offset - known.offset + wanted);
			}

			const asked = Math.min(Math.max(wanted, ahead), size - offset);
			const bytes = yield {offset, length: asked};
			windows.push({offset, bytes});
			return bytes.subarray(0, wanted);
		},
	};
}

/** The last `length` bytes of a file. */
export function* tailOf(sight: Sight, length: number): Generator<Span, Uint8Array, Uint8Array> {
	return yield* sight.at(Math.max(0, sight.size - length), length);
}
