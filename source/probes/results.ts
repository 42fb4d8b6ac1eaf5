import type {Host} from '../core/host.ts';
import type {Probe} from '../core/probe.ts';
import {extremesOf, type ImageScore, type Results, type ScoreReader} from '../core/results.ts';
import {type Lying, listResults} from './results/lie.ts';

/** The folder of a run, how to read the metrics of an image, and of how many images at most. */
type Question = {
	readonly folder: string;
	readonly reader: ScoreReader;
	readonly most?: number;
};

const usual = 400;
const mostPictures = 20;
const mostFiles = 20;
/** Bytes of one file of metrics that are read. */
const longest = 4096;
const abreast = 8;
/** Names that are told apart before anything else has its turn. */
const stretch = 2000;
const pictures = /\.(?:png|jpe?g|svg|gif|webp|pdf|bmp|tiff?)$/i;
const telling = /confusion|matrix|curve|(?:^|_)(?:pr|roc|f1)(?:_|\b)|histogram|summary/i;
const data = /^(?:predictions?|preds|ground_?truths?|gts?|results?|metrics|summary)\.\w+$/i;

/** What did evaluations leave behind, and which images came out best and worst? Of many images a sample is read. */
export default {
	title: 'Evaluation results',
	every: 60,
	async ask(host, {folder, reader, most = usual}) {
		const told: Results[] = [];
		for (const lying of await listResults(host, folder)) {
			const results = await resultsIn(host, folder, lying, reader, most);
			if (results) told.push(results);
		}

		return told;
	},
} satisfies Probe<Question, readonly Results[]>;

async function resultsIn(
	host: Host,
	run: string,
	{folder, files, more, trouble}: Lying,
	reader: ScoreReader,
	most: number,
): Promise<Results | undefined> {
	const seen = (path: string) => path.slice(run.length + 1);
	const {images, shown, lists} = await sorted(files, reader);
	if (images.size + shown.length + lists.length + trouble.length === 0) return undefined;
	const {scores, failed} = await scoresOf(host, spread([...images], most), reader);
	return {
		folder: seen(folder),
		images: images.size,
		read: scores.length,
		more,
		recall: extremesOf(scores, 'recall'),
		precision: extremesOf(scores, 'precision'),
		files: await sizesOf(host, lists.slice(0, mostFiles), seen),
		pictures: firstOf(shown).map(seen),
		pictureCount: shown.length,
		trouble: failed === 0 ? trouble : [...trouble, `${failed} files of metrics cannot be read`],
	};
}

type Sorted = {
	/** The files of each image. */
	readonly images: Map<string, string[]>;
	readonly shown: string[];
	readonly lists: string[];
};

/** Tells pictures, lists and metrics apart, a few thousand at a stretch. */
async function sorted(files: readonly string[], reader: ScoreReader): Promise<Sorted> {
	const all: Sorted = {images: new Map(), shown: [], lists: []};
	for (const [index, path] of files.entries()) {
		if (index % stretch === stretch - 1) await new Promise<void>(done => setImmediate(done));
		const name = path.slice(path.lastIndexOf('/') + 1);
		if (pictures.test(name)) all.shown.push(path);
		else if (data.test(name)) all.lists.push(path);
		else addTo(all.images, reader.imageOf(name), path);
	}

	return all;
}

function addTo(images: Map<string, string[]>, image: string | undefined, path: string): void {
	if (image === undefined) return;
	const known = images.get(image);
	if (known) known.push(path);
	else images.set(image, [path]);
}

/** Of too many every so manieth. */
function spread<Item>(items: readonly Item[], most: number): readonly Item[] {
	if (items.length <= most) return items;
	return Array.from(
		{length: most},
		(_, index) => items[Math.floor((index * items.length) / most)]!,
	);
}

function firstOf(paths: readonly string[]): readonly string[] {
	const first = paths.filter(path => telling.test(path)).sort();
	const rest = paths.filter(path => !telling.test(path));
	return [...first, ...rest.slice(0, mostPictures).sort()].slice(0, mostPictures);
}

type Told = {readonly scores: readonly ImageScore[]; readonly failed: number};

/** Reads a few files at a time, so that nothing else waits. */
async function scoresOf(
	host: Host,
	images: ReadonlyArray<readonly [image: string, paths: readonly string[]]>,
	reader: ScoreReader,
): Promise<Told> {
	const scores: ImageScore[] = [];
	let failed = 0;
	const queue = images.values();
	const work = async () => {
		for (const [image, paths] of queue) {
			const score = {image, recall: null as number | null, precision: null as number | null};
			for (const path of paths.slice(0, 4)) {
				const text = await textIn(host, path);
				if (text === undefined) {
					failed++;
					continue;
				}

				const told = reader.read(path.slice(path.lastIndexOf('/') + 1), text);
				score.recall ??= told.recall;
				score.precision ??= told.precision;
			}

			if (score.recall !== null || score.precision !== null) scores.push(score);
		}
	};
	await Promise.all(Array.from({length: abreast}, work));
	return {scores, failed};
}

async function textIn(host: Host, path: string): Promise<string | undefined> {
	try {
		const file = await host.open(path);
		const bytes = new Uint8Array(longest);
		const length = await file.read(bytes, 0).finally(() => file.close());
		return new TextDecoder().decode(bytes.subarray(0, length));
	} catch {
		return undefined;
	}
}

async function sizesOf(
	host: Host,
	paths: readonly string[],
	seen: (path: string) => string,
): Promise<Results['files']> {
	const files: {path: string; bytes: number}[] = [];
	for (const path of paths.toSorted()) {
		const stat = await host.stat(path).catch(() => undefined);
		if (stat) files.push({path: seen(path), bytes: stat.bytes});
	}

	return files;
}
