import {type CheckpointReader, type Peek, unknownContent} from '../core/checkpoint.ts';
import {hasText} from './checkpoint/bytes.ts';
import {isH5, readH5} from './checkpoint/hdf5.ts';
import {isLegacy, readLegacy, readPickle} from './checkpoint/legacy.ts';
import {isSafetensors, readSafetensors} from './checkpoint/safetensors.ts';
import {createSight, type Sight, tailOf} from './checkpoint/sight.ts';
import {readArchive} from './checkpoint/torch.ts';

/** A file of a checkpoint, by its first bytes, whatever its name says. */
export default {
	title: 'Checkpoint',
	read,
} satisfies CheckpointReader;

function* read(name: string, bytes: number): Peek {
	if (bytes === 0) return unknownContent('empty', 'is empty', {whole: false});
	const sight = createSight(bytes);
	// Small files are read at once, and of torch's the beginning holds its pickle.
	const head = yield* sight.at(0, 4096, 16_384);
	if (hasText(head, 0, 'version https://git-lfs')) {
		return unknownContent('lfs-pointer', 'is a Git LFS pointer, not the file itself', {
			whole: false,
		});
	}

	if (hasText(head, 0, 'PK\x03\x04') || hasText(head, 0, 'PK\x05\x06')) {
		return yield* readArchive(sight);
	}

	if (isH5(head)) return yield* readH5(sight, 0, bytes);
	if (isLegacy(head)) return yield* readLegacy(sight);
	if (head[0] === 0x80 && (head[1] as number) <= 5) return yield* readPickle(sight, name);
	if (isSafetensors(head)) return yield* readSafetensors(sight);
	if (name === 'trainer_state.json') return yield* readState(sight, head);
	return otherwise(name, head);
}

/** HF's state says how far its folder has come; its keys are sorted, so its counters stand first. */
function* readState(sight: Sight, head: Uint8Array): Peek {
	const text = new TextDecoder().decode(head);
	const end = new TextDecoder().decode(yield* tailOf(sight, 16)).trimEnd();
	const numbers: Record<string, number> = {};
	for (const [, key, value] of text.matchAll(/"(epoch|global_step)":\s*([\d.e+-]+)/g)) {
		numbers[key as string] ??= Number(value);
	}

	const whole = end.endsWith('}');
	const held = {whole, weights: false, optimizer: false, numbers};
	return unknownContent('json', whole ? '' : 'is cut short', held);
}

function otherwise(name: string, head: Uint8Array): ReturnType<typeof unknownContent> {
	if (head.every(byte => byte === 0)) {
		return unknownContent('unknown', 'holds nothing but zeros', {whole: false});
	}

	if (/\.safetensors$/i.test(name)) return unknownContent('unknown', 'is damaged', {whole: false});
	const text = head.every(byte => byte >= 32 || (byte >= 9 && byte <= 13));
	return text
		? unknownContent('text', 'is text, not a checkpoint')
		: unknownContent('unknown', 'is of a kind not known');
}
