import {type Content, type Peek, type Span, unknownContent} from '../../core/checkpoint.ts';
import {readH5} from './hdf5.ts';
import {judgeKeys} from './keys.ts';
import {walkPickle} from './pickle.ts';
import type {Sight} from './sight.ts';
import {eachEntry, findDirectory, startOf, type ZipEntry} from './zip.ts';

/** Most bytes of a pickle that are read. */
export const mostPickle = 600_000;
/** What is asked for together with a local header: most pickles lie within. */
const ahead = 65_536;

/** What a look through the names of an archive's entries found. */
type Found = {
	pickle: ZipEntry | undefined;
	weights: ZipEntry | undefined;
	script: boolean;
	keras: boolean;
	optimizer: boolean;
	tensors: boolean;
};

/** A zip archive: torch's `data.pkl` with its tensors, TorchScript, Keras, arrays by name. */
export function* readArchive(sight: Sight): Peek {
	const directory = yield* findDirectory(sight);
	if (!directory) {
		return unknownContent('archive', 'is cut short or still being written', {whole: false});
	}

	const found: Found = {
		pickle: undefined,
		weights: undefined,
		script: false,
		keras: false,
		optimizer: false,
		tensors: false,
	};
	const all = yield* eachEntry(sight, directory, entry => look(found, entry));
	if (found.keras && found.weights) return yield* readKeras(sight, found.weights);
	if (found.script) return {...nothingMissing, kind: 'torchscript', weights: true};
	if (found.pickle) return yield* readTorch(sight, found.pickle);
	return byNames(found, all);
}

const nothingMissing = {
	whole: true,
	weights: false,
	optimizer: false,
	keys: [],
	numbers: {},
	why: '',
} as const;

/** Notes what an entry tells; true when no other can tell more. */
function look(found: Found, entry: ZipEntry): boolean {
	const {name} = entry;
	if (/(?:^|\/)data\.pkl$/.test(name)) found.pickle ??= entry;
	if (/(?:^|\/)(?:constants\.pkl|code\/.*)$/.test(name)) found.script = true;
	if (name === 'model.weights.h5') found.weights = entry;
	if (name === 'config.json' || name === 'metadata.json') found.keras = true;
	if (/optim|opt_state/i.test(name)) found.optimizer = true;
	if (/\.(?:pth|pt|npy|bin|safetensors)$/i.test(name)) found.tensors = true;
	// torch.save writes data.pkl first; TorchScript tells itself by entries around it.
	return found.script || (found.pickle !== undefined && /\/data\/\d+$/.test(name));
}

function* readTorch(sight: Sight, entry: ZipEntry): Generator<Span, Content, Uint8Array> {
	if (entry.method !== 0)
		return unknownContent('torch', 'has a data.pkl that is compressed', {whole: true});
	const size = Math.min(entry.size, mostPickle);
	const start = yield* startOf(sight, entry, Math.min(size + 1024, ahead));
	if (start === undefined) {
		return unknownContent('torch', 'has a data.pkl that lies outside the file', {whole: false});
	}

	const bytes = yield* sight.at(start, size);
	const pickle = walkPickle(bytes);
	if (pickle.end === 'broken')
		return unknownContent('torch', 'has a data.pkl that is no sound pickle');
	const judged = judgeKeys(pickle);
	const short = pickle.end === 'cut' && judged.optimizer !== true;
	return {
		kind: 'torch',
		whole: true,
		...judged,
		why: short ? `has a data.pkl that goes beyond ${mostPickle / 1000} kB` : '',
	};
}

/** Keras 3 stores its HDF5 file in the archive as it is. */
function* readKeras(sight: Sight, entry: ZipEntry): Generator<Span, Content, Uint8Array> {
	const start = entry.method === 0 ? yield* startOf(sight, entry, 8192) : undefined;
	if (start === undefined) {
		return unknownContent('keras', 'its weights are compressed', {whole: true, weights: true});
	}

	return {...(yield* readH5(sight, start, entry.size)), kind: 'keras'};
}

/** Archives of arrays, and those of stable-baselines3 (`policy.pth`, `policy.optimizer.pth`). */
function byNames({optimizer, tensors}: Found, all: boolean): Content {
	if (!tensors) return unknownContent('archive', 'holds nothing known', {whole: true});
	return {
		...nothingMissing,
		kind: 'archive',
		weights: true,
		optimizer: optimizer || (all ? false : null),
	};
}
