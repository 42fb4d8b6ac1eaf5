/** What is known of each name, found by the bytes that it is written in: a name is made a text once. */
export type Lexicon<T> = {
	/** What is known of the name in [from, to); undefined where it is too long or there are too many. */
	readonly find: (bytes: Uint8Array, from: number, to: number) => T | undefined;
};

type Entry<T> = {
	readonly bytes: Uint8Array;
	readonly known: T;
	/** Another name with the same sum. */
	readonly other: Entry<T> | undefined;
	/** The name that followed it last. */
	follower: Entry<T> | undefined;
};

/** Names of metrics are shorter, and there are fewer of them in a file. */
const longest = 1024;
const most = 10_000;

/** A lexicon without a name; `make` tells what is to be known of one. */
export function createLexicon<T>(make: (name: string) => T): Lexicon<T> {
	const decoder = new TextDecoder('utf-8', {ignoreBOM: true});
	const bySum = new Map<number, Entry<T>>();
	let count = 0;
	let last: Entry<T> | undefined;

	const meet = (bytes: Uint8Array, from: number, to: number): Entry<T> | undefined => {
		const sum = sumOf(bytes, from, to);
		const first = bySum.get(sum);
		for (let entry = first; entry; entry = entry.other) {
			if (isSame(entry.bytes, bytes, from, to)) return entry;
		}

		if (count === most || to - from > longest) return undefined;
		count++;
		const own = bytes.slice(from, to);
		const known = make(decoder.decode(own));
		const entry = {bytes: own, known, other: first, follower: undefined};
		bySum.set(sum, entry);
		return entry;
	};

	return {
		find: (bytes, from, to) => {
			// Most files tell the same names in the same order again and again.
			const expected = last?.follower;
			if (expected && isSame(expected.bytes, bytes, from, to)) last = expected;
			else {
				const entry = meet(bytes, from, to);
				if (!entry) return undefined;
				if (last) last.follower = entry;
				last = entry;
			}

			return last.known;
		},
	};
}

function isSame(own: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
	if (own.length !== to - from) return false;
	for (let index = 0; index < own.length; index++) {
		if (own[index] !== bytes[from + index]) return false;
	}

	return true;
}

/** FNV-1a. */
function sumOf(bytes: Uint8Array, from: number, to: number): number {
	let sum = 0x811c9dc5 | 0;
	for (let index = from; index < to; index++) sum = Math.imul(sum ^ bytes[index]!, 0x01000193);
	return sum & 0x3fffffff;
}
