import {type Content, type Peek, unknownContent} from '../../core/checkpoint.ts';
import {hasText} from './bytes.ts';
import {asNode, type Node} from './item.ts';
import {judgeKeys} from './keys.ts';
import {type Pickle, walkPickle} from './pickle.ts';
import type {Sight} from './sight.ts';
import {mostPickle} from './torch.ts';

/** How a file of torch before 1.6 begins: the pickled number 0x1950a86a20f9469cfc6c. */
const magic = [0x80, 0x02, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19];

/** Bytes of a number in each storage. */
const widths: Readonly<Record<string, number>> = {
	Double: 8,
	Long: 8,
	ComplexFloat: 8,
	Float: 4,
	Int: 4,
	Half: 2,
	BFloat16: 2,
	Short: 2,
	Char: 1,
	Byte: 1,
	Bool: 1,
};

/** Whether a file begins as torch wrote it before 1.6. */
export function isLegacy(head: Uint8Array): boolean {
	return magic.every((byte, index) => head[index] === byte);
}

/** Five pickles (magic, protocol, system, object, keys of storages), then the storages. */
export function* readLegacy(sight: Sight): Peek {
	let walked: readonly Pickle[] = [];
	for (const reach of [65_536, mostPickle]) {
		const bytes = yield* sight.at(0, reach);
		walked = walkFive(bytes);
		if (walked.length === 5 || bytes.length === sight.size) break;
	}

	return judgeLegacy(walked, sight.size);
}

function judgeLegacy(walked: readonly Pickle[], size: number): Content {
	const object = walked[3];
	const kind = 'torch-legacy';
	if (!object || object.end === 'broken') {
		return size < 1024
			? unknownContent(kind, 'is cut short', {whole: false})
			: unknownContent(kind, 'its object is no sound pickle');
	}

	const judged = judgeKeys(object);
	if (walked.length < 5) {
		const all = size <= mostPickle;
		const why = all ? 'is cut short' : `its object goes beyond ${mostPickle / 1000} kB`;
		return {kind, ...judged, whole: all ? false : null, why};
	}

	const expected = sizeOf(walked);
	const whole = expected === undefined ? null : size >= expected;
	return {kind, ...judged, whole, why: whole === false ? 'is cut short' : ''};
}

/** The pickles that end within the bytes, at most five; a fourth that does not end is told too. */
function walkFive(bytes: Uint8Array): readonly Pickle[] {
	const walked: Pickle[] = [];
	let from = 0;
	while (walked.length < 5) {
		const pickle = walkPickle(bytes, from);
		if (pickle.end !== 'whole') return walked.length === 3 ? [...walked, pickle] : walked;
		walked.push(pickle);
		from = pickle.next;
	}

	return walked;
}

/** How large the file must be: each storage is a count of 8 bytes and its numbers. */
function sizeOf(walked: readonly Pickle[]): number | undefined {
	const [, , , object, keys] = walked;
	if (!object || !keys) return undefined;
	let size = keys.next;
	const seen = new Set<string>();
	for (const storage of object.storages) {
		const told = measure(storage, object);
		if (!told) return undefined;
		if (seen.has(told.key)) continue;
		seen.add(told.key);
		size += 8 + told.bytes;
	}

	return size;
}

/** `('storage', FloatStorage, '0', 'cpu', 34848, None)`. */
function measure(storage: Node, {text}: Pickle): {key: string; bytes: number} | undefined {
	const [, type, key, , count] = asNode(storage.args)?.items ?? [];
	const width = widths[/(\w+)Storage$/.exec(asNode(type)?.name ?? '')?.[1] ?? ''];
	if (width === undefined || typeof count !== 'number') return undefined;
	return {key: text(key), bytes: width * count};
}

/** A bare pickle: Paddle's files, optimizers of old, arrays. */
export function* readPickle(sight: Sight, name: string): Peek {
	const role = roles[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''];
	const end = yield* sight.at(sight.size - 1, 1, 1);
	const whole = hasText(end, 0, '.');
	const why = whole ? '' : 'is cut short or still being written';
	const bytes = yield* sight.at(0, role ? 32_768 : mostPickle);
	const pickle = walkPickle(bytes);
	if (pickle.end === 'broken') return unknownContent('pickle', 'is no sound pickle', {whole: null});
	const judged = judgeKeys(pickle);
	if (role) return {kind: 'pickle', ...judged, ...role, whole, why};
	const unsure = whole && pickle.end === 'cut' && judged.optimizer !== true;
	return {
		kind: 'pickle',
		...judged,
		whole,
		why: unsure ? 'its keys lie beyond the part read' : why,
	};
}

const nothing = {weights: false, optimizer: false};
const weights = {weights: true, optimizer: false};
/** What Paddle's names promise. */
const roles: Readonly<Record<string, typeof nothing>> = {
	pdparams: weights,
	pdema: weights,
	pdopt: {weights: false, optimizer: true},
	pdstates: nothing,
	states: nothing,
	pdscaler: nothing,
};
