/**
The first byte from `from` on that is not NUL; the length where there is none. Logs that were emptied
under their writer begin with a hole of any size, so this goes 16 bytes at a time.
*/
export function afterHole(bytes: Uint8Array, from: number): number {
	const {length} = bytes;
	if (bytes[from] !== 0) return from;
	const view = new DataView(bytes.buffer, bytes.byteOffset, length);
	let at = from;
	for (; at + 16 <= length; at += 16) {
		const some =
			view.getInt32(at) | view.getInt32(at + 4) | view.getInt32(at + 8) | view.getInt32(at + 12);
		if (some !== 0) break;
	}

	while (at < length && bytes[at] === 0) at++;
	return at;
}

/** Whether there is nothing but NULs. */
export function isHollow(bytes: Uint8Array): boolean {
	return bytes.length > 0 && afterHole(bytes, 0) === bytes.length;
}
