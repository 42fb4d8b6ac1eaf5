/** Two pieces of a file as one. */
export function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
	if (first.length === 0) return second;
	const all = new Uint8Array(first.length + second.length);
	all.set(first);
	all.set(second, first.length);
	return all;
}

let desk = new Uint8Array(0);

/** As `joined`, in memory that is good until the next call: a piece of a file is read through at once. */
export function joinedForNow(first: Uint8Array, second: Uint8Array): Uint8Array {
	if (first.length === 0) return second;
	const length = first.length + second.length;
	if (desk.length < length) desk = new Uint8Array(length);
	desk.set(first);
	desk.set(second, first.length);
	return desk.subarray(0, length);
}

/** Whether the bytes begin with this text of ASCII characters. */
export function beginsWith(bytes: Uint8Array, text: string): boolean {
	for (let index = 0; index < text.length; index++) {
		if (bytes[index] !== text.charCodeAt(index)) return false;
	}

	return true;
}

/** Whether a large file was left out and only says where it lies. */
export function isPointer(bytes: Uint8Array): boolean {
	return beginsWith(bytes, 'version https://git-lfs');
}

/** `; the last 120 bytes are …`: nothing where the file ends with a whole record. */
export function unfinished(bytes: number): string {
	return bytes === 0
		? ''
		: `; the last ${bytes} bytes are a record without its end: it is still being written, or the file was cut`;
}
