/** A checksum of the bytes [from, to), 32 bits, unsigned. */
export type Checksum = (bytes: Uint8Array, from?: number, to?: number) => number;

// Neither the language nor a package that may be used here has these sums, and tables make both: the one at
// 256 * n tells what a byte does to the sum n bytes later, so that eight are taken at once.
function checksum(polynomial: number): Checksum {
	const table = new Int32Array(8 * 256);
	for (let byte = 0; byte < 256; byte++) {
		let sum = byte;
		for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ polynomial : sum >>> 1;
		table[byte] = sum;
	}

	for (let place = 256; place < table.length; place++) {
		const sum = table[place - 256]!;
		table[place] = table[sum & 255]! ^ (sum >>> 8);
	}

	return (bytes, from = 0, to = bytes.length) => {
		let sum = -1;
		let at = from;
		for (; at + 8 <= to; at += 8) {
			sum ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
			sum =
				table[1792 + (sum & 255)]! ^
				table[1536 + ((sum >>> 8) & 255)]! ^
				table[1280 + ((sum >>> 16) & 255)]! ^
				table[1024 + (sum >>> 24)]! ^
				table[768 + bytes[at + 4]!]! ^
				table[512 + bytes[at + 5]!]! ^
				table[256 + bytes[at + 6]!]! ^
				table[bytes[at + 7]!]!;
		}

		for (; at < to; at++) sum = table[(sum ^ bytes[at]!) & 255]! ^ (sum >>> 8);
		return ~sum >>> 0;
	};
}

/** CRC-32C (Castagnoli), as in TFRecord. */
export const crc32c = checksum(0x82f63b78);
/** CRC-32 as in zlib. */
export const crc32 = checksum(0xedb88320);

/** The checksum as TFRecord stores it, so that sums of sums do not cancel. */
export function masked(sum: number): number {
	return (((sum >>> 15) | (sum << 17)) + 0xa282ead8) >>> 0;
}
