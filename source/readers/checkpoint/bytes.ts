/** Little-endian 16 bits at `at`; what lies beyond the end counts as zero. */
export function u16(bytes: Uint8Array, at: number): number {
	return (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 0x100;
}

/** Little-endian 32 bits at `at`. */
export function u32(bytes: Uint8Array, at: number): number {
	return u16(bytes, at) + u16(bytes, at + 2) * 0x1_0000;
}

/** Little-endian 64 bits at `at`; beyond 2^53 the nearest number. */
export function u64(bytes: Uint8Array, at: number): number {
	return u32(bytes, at) + u32(bytes, at + 4) * 0x1_0000_0000;
}

const decoder = new TextDecoder();

/** UTF-8 text of bytes `from` to `to`; at most 300 bytes of it. */
export function textOf(bytes: Uint8Array, from: number, to: number): string {
	return decoder.decode(bytes.subarray(from, Math.min(to, from + 300)));
}

/** Whether `bytes` hold `text` (ASCII) at `at`. */
export function hasText(bytes: Uint8Array, at: number, text: string): boolean {
	for (let index = 0; index < text.length; index++) {
		if (bytes[at + index] !== text.charCodeAt(index)) return false;
	}

	return true;
}
