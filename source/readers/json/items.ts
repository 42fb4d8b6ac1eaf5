/** One object of the list: its text and where it stands. */
export type Item = {readonly text: string; readonly line: number; readonly offset: number};

/** Cuts the objects out of a list in a growing JSON document, without ever holding the document. */
export type ItemCutter = {
	readonly cut: (bytes: Uint8Array, offset: number) => readonly Item[];
	/** The document with an empty list, once it is complete; undefined before. */
	readonly frame: () => string | undefined;
	/** How many lines there are, the one without an end included. */
	readonly lines: () => number;
	/** Whether the list has begun. */
	readonly began: () => boolean;
};

const longest = 1 << 20;
const open = {brace: 123, bracket: 91};
const close = {brace: 125, bracket: 93};
const quote = 34;
const backslash = 92;
const lineFeed = 10;

/** Bytes that are kept until they are a text: so many at most. */
type Kept = {
	readonly add: (bytes: Uint8Array) => void;
	/** More came than is kept. */
	readonly full: () => boolean;
	readonly text: () => string;
	readonly clear: () => void;
};

function keeper(): Kept {
	let room = new Uint8Array(4096);
	let length = 0;
	return {
		add(bytes) {
			const count = Math.min(bytes.length, longest - length);
			if (length + count > room.length) {
				const wider = new Uint8Array(Math.min(longest, 2 * (length + count)));
				wider.set(room.subarray(0, length));
				room = wider;
			}

			room.set(bytes.subarray(0, count), length);
			length += count;
		},
		full: () => length >= longest,
		text: () => decoder.decode(room.subarray(0, length)),
		clear: () => {
			length = 0;
		},
	};
}

const decoder = new TextDecoder();

/** Cuts the list called `name` at the top level of the document. */
export function itemCutter(
	name: string,
	trouble: (offset: number, what: string) => void,
): ItemCutter {
	let depth = 0;
	let inString = false;
	let escaped = false;
	let key = '';
	let inList = false;
	let began = false;
	/** Only the first document counts. */
	let ended = false;
	let lines = 0;
	let last = lineFeed;
	const item = keeper();
	const frame = keeper();
	/** Where the bytes of this push go, from `since` on. */
	let into: Kept | null = frame;
	let since = 0;
	let itemAt = {line: 0, offset: 0};
	let whole = true;

	/** What follows goes elsewhere. */
	const turn = (bytes: Uint8Array, index: number, next: Kept | null) => {
		into?.add(bytes.subarray(since, index));
		into = next;
		since = index;
	};

	const string = (byte: number) => {
		if (escaped) escaped = false;
		else if (byte === backslash) escaped = true;
		else if (byte === quote) inString = false;
		if (inString && depth === 1 && key.length < 200) key += String.fromCharCode(byte);
	};

	const opening = (bytes: Uint8Array, index: number, offset: number) => {
		const byte = bytes[index];
		if (byte === open.bracket && depth === 1 && key === name && !ended) {
			turn(bytes, index + 1, null);
			inList = true;
			began = true;
		}

		depth++;
		if (inList && depth === 3 && byte === open.brace) {
			turn(bytes, index, item);
			itemAt = {line: lines + 1, offset: offset + index};
		}
	};

	/** Tells the item that ends here. */
	const closing = (bytes: Uint8Array, index: number): Item | undefined => {
		depth--;
		if (inList && depth === 1) {
			inList = false;
			turn(bytes, index, frame);
		}

		if (depth === 0) ended = true;
		if (into !== item || depth !== 2) return undefined;
		turn(bytes, index + 1, null);
		const told = item.full() ? undefined : {text: item.text(), ...itemAt};
		if (!told) trouble(itemAt.offset, 'an entry too long to be a record');
		item.clear();
		return told;
	};

	const take = (bytes: Uint8Array, index: number, offset: number): Item | undefined => {
		const byte = bytes[index]!;
		if (byte === lineFeed) lines++;
		if (inString) string(byte);
		else if (byte === close.brace || byte === close.bracket) return closing(bytes, index);
		else if (byte === open.brace || byte === open.bracket) opening(bytes, index, offset);
		else if (byte === quote) {
			inString = true;
			if (depth === 1) key = '';
		}

		return undefined;
	};

	return {
		cut: (bytes, offset) => {
			const items: Item[] = [];
			since = 0;
			for (let index = 0; index < bytes.length; index++) {
				const told = take(bytes, index, offset);
				if (told) items.push(told);
			}

			turn(bytes, bytes.length, into);
			if (whole && frame.full()) {
				whole = false;
				trouble(offset, 'the document is too long around its list');
			}

			last = bytes.at(-1) ?? last;
			return items;
		},
		frame: () => (whole && began && ended ? frame.text() : undefined),
		lines: () => (last === lineFeed ? lines : lines + 1),
		began: () => began,
	};
}
