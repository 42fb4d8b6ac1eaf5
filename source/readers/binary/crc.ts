/** A checksum of bytes, 32 bits, unsigned; `before` is the checksum of what comes before them. */
export type Checksum = (bytes: Uint8Array, before?: number) => number;

// Neither the language nor a package that may be used here has these sums, and a table makes both.
function checksum(polynomial: number): Checksum {
	const table = new Int32Array(256).map((_, byte) => {
		let sum = byte;
		for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ polynomial : sum >>> 1;
		return sum;
	});
	return (bytes, before = 0) => {
		let sum = ~before;
		for (let index = 0; index < bytes.length; index++) {
			sum = table[(sum ^ bytes[index]!) & 255]! ^ (sum >>> 8);
		}

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
