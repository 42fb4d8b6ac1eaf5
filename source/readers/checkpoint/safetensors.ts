import {type Peek, unknownContent} from '../../core/checkpoint.ts';
import {u64} from './bytes.ts';
import type {Sight} from './sight.ts';

const most = 600_000;
const decoder = new TextDecoder();

/** Whether a file may begin with a safetensors header: its length, then `{`. */
export function isSafetensors(head: Uint8Array): boolean {
	const length = u64(head, 0);
	return head.length > 8 && head[8] === 0x7b && length >= 2 && length <= 100_000_000;
}

/** The header names each tensor and where its bytes end: the file is whole when the last one is in it. */
export function* readSafetensors(sight: Sight): Peek {
	const length = u64(yield* sight.at(0, 8), 0);
	const held = {weights: true, optimizer: false} as const;
	if (8 + length > sight.size) {
		return unknownContent('safetensors', 'is cut short', {...held, whole: false});
	}

	// The tensors lie in the order of the header: of a huge one the end tells as much.
	const from = 8 + Math.max(0, length - most);
	const header = decoder.decode(yield* sight.at(from, 8 + length - from));
	const keys: string[] = [];
	let end = 0;
	for (const [, key, to] of header.matchAll(entries)) {
		if (keys.length < 64) keys.push(key!.slice(0, 300));
		end = Math.max(end, Number(to));
	}

	const expected = 8 + length + end;
	const whole = end === 0 ? null : expected === sight.size;
	const optimizer = keys.length > 0 && keys.every(key => /optim/i.test(key));
	return {
		kind: 'safetensors',
		...held,
		...(optimizer ? {weights: false, optimizer} : {}),
		whole,
		keys,
		numbers: {},
		why: whole === false ? `holds ${sight.size} of ${expected} bytes` : '',
	};
}

const entries =
	/"((?:[^"\\]|\\.)*)"\s*:\s*\{[^{}]*?"data_offsets"\s*:\s*\[\s*\d+\s*,\s*(\d+)\s*\]/g;
