import type {Opened} from '../core/host.ts';

/** A member of a tar: what its header says, and where its bytes begin. */
export type Member = {
	readonly name: string;
	readonly bytes: number;
	readonly kind: 'file' | 'folder' | 'other';
	readonly modifiedAt: number;
	readonly offset: number;
};

/** What stands before a member and changes what its header says. */
type Extra = {name?: string; bytes?: number};

const block = 512;
/** Longest path or record that stands before a member. */
const longest = 1 << 16;
const mostHeaders = 100_000;
const ascii = new TextDecoder('latin1');
const utf8 = new TextDecoder();

/**
The members of a tar that is not packed, from header to header: what lies between is not read. Throws
where something else than a header stands. See POSIX ustar, pax, and GNU's long names.
*/
export async function* membersOf(opened: Pick<Opened, 'read'>): AsyncGenerator<Member> {
	let extra: Extra = {};
	let at = 0;
	for (let headers = 0; headers < mostHeaders; headers++) {
		const header = await headerAt(opened, at);
		if (!header) return;
		const type = String.fromCharCode(header[156] as number);
		const bytes = extra.bytes ?? numberAt(header, 124, 12);
		const offset = at + block;
		at = offset + Math.ceil(bytes / block) * block;
		if (!Number.isSafeInteger(at)) throw new Error('damaged: a size in it is none');
		if (type === 'L' || type === 'x') {
			extra = {
				...extra,
				...readExtra(type, await bytesAt(opened, offset, Math.min(bytes, longest))),
			};
		} else if (type !== 'K' && type !== 'g') {
			const name = extra.name ?? nameIn(header);
			const modifiedAt = 1000 * numberAt(header, 136, 12);
			yield {name, bytes, kind: kindOf(type, name), modifiedAt, offset};
			extra = {};
		}
	}
}

/** The header that stands at a place; undefined at the end. */
async function headerAt(opened: Pick<Opened, 'read'>, at: number): Promise<Uint8Array | undefined> {
	const header = await bytesAt(opened, at, block);
	if (header.length < block || header.every(byte => byte === 0)) return undefined;
	if (!isHeader(header)) throw new Error('damaged: holds what is no tar');
	return header;
}

async function bytesAt(
	opened: Pick<Opened, 'read'>,
	offset: number,
	length: number,
): Promise<Uint8Array> {
	const into = new Uint8Array(length);
	return into.subarray(0, await opened.read(into, offset));
}

/** The sum of all bytes, those of the sum itself counted as blanks. */
function isHeader(header: Uint8Array): boolean {
	let sum = 8 * 32;
	for (const [index, byte] of header.entries()) if (index < 148 || index >= 156) sum += byte;
	return sum === numberAt(header, 148, 8);
}

function textAt(header: Uint8Array, from: number, length: number): string {
	const part = header.subarray(from, from + length);
	const end = part.indexOf(0);
	return utf8.decode(end < 0 ? part : part.subarray(0, end));
}

/** Octal digits, or GNU's number of bytes where the first bit is set. */
function numberAt(header: Uint8Array, from: number, length: number): number {
	const part = header.subarray(from, from + length);
	if ((part[0] as number) < 0x80) {
		return Number.parseInt(ascii.decode(part).replaceAll('\0', ' ').trim() || '0', 8);
	}

	return part.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0);
}

function nameIn(header: Uint8Array): string {
	const isPosix = header[262] === 0 && textAt(header, 257, 5) === 'ustar';
	const prefix = isPosix ? textAt(header, 345, 155) : '';
	const name = textAt(header, 0, 100);
	return prefix === '' ? name : `${prefix}/${name}`;
}

/** A long name, or pax records: `27 path=exp/log.txt\n`. */
function readExtra(type: string, bytes: Uint8Array): Extra {
	const text = utf8.decode(bytes);
	if (type === 'L') return {name: text.replace(/\0.*$/s, '')};
	const name = /^\d+ path=(.*)$/m.exec(text)?.[1];
	const size = /^\d+ size=(\d{1,15})$/m.exec(text)?.[1];
	return {...(name !== undefined && {name}), ...(size !== undefined && {bytes: Number(size)})};
}

function kindOf(type: string, name: string): Member['kind'] {
	if (type === '5') return 'folder';
	if (type !== '0' && type !== '\0' && type !== '7') return 'other';
	return name.endsWith('/') ? 'folder' : 'file';
}
