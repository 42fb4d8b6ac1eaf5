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

/** Cuts the list called `name` at the top level of the document. */
export function itemCutter(
	name: string,
	trouble: (offset: number, what: string) => void,
): ItemCutter {
	const decoder = new TextDecoder();
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
	/** Bytes kept of the item or key that is open, or of the frame. */
	let item: number[] | null = null;
	let itemAt = {line: 0, offset: 0};
	const frame: number[] = [];
	let whole = true;

	const keep = (byte: number, offset: number) => {
		if (item) {
			if (item.length < longest) item.push(byte);
			return;
		}

		if (inList) return;
		if (frame.length < longest) frame.push(byte);
		else if (whole) {
			whole = false;
			trouble(offset, 'the document is too long around its list');
		}
	};

	const string = (byte: number) => {
		if (escaped) escaped = false;
		else if (byte === backslash) escaped = true;
		else if (byte === quote) inString = false;
		if (inString && depth === 1 && key.length < 200) key += String.fromCharCode(byte);
	};

	const opening = (byte: number, offset: number) => {
		if (byte === open.bracket && depth === 1 && key === name && !ended) {
			keep(byte, offset);
			inList = true;
			began = true;
		}

		depth++;
		if (inList && depth === 3 && byte === open.brace) {
			item = [];
			itemAt = {line: lines + 1, offset};
		}
	};

	/** Tells the item that ends here. */
	const closing = (byte: number, offset: number): Item | undefined => {
		depth--;
		if (inList && depth === 1) inList = false;
		if (depth === 0) ended = true;
		keep(byte, offset);
		if (!item || depth !== 2) return undefined;
		const bytes = Uint8Array.from(item);
		item = null;
		if (bytes.length < longest) return {text: decoder.decode(bytes), ...itemAt};
		trouble(itemAt.offset, 'an entry too long to be a record');
		return undefined;
	};

	const take = (byte: number, offset: number): Item | undefined => {
		if (byte === lineFeed) lines++;
		if (inString) string(byte);
		else if (byte === close.brace || byte === close.bracket) return closing(byte, offset);
		else if (byte === open.brace || byte === open.bracket) opening(byte, offset);
		else if (byte === quote) {
			inString = true;
			if (depth === 1) key = '';
		}

		keep(byte, offset);
		return undefined;
	};

	return {
		cut: (bytes, offset) => {
			const items: Item[] = [];
			for (let index = 0; index < bytes.length; index++) {
				const item = take(bytes[index]!, offset + index);
				if (item) items.push(item);
			}

			last = bytes.at(-1) ?? last;
			return items;
		},
		frame: () => (whole && began && ended ? decoder.decode(Uint8Array.from(frame)) : undefined),
		lines: () => (last === lineFeed ? lines : lines + 1),
		began: () => began,
	};
}
