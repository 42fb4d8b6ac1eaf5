/** How well one image came out. */
export type ImageScore = {
	readonly image: string;
	/** 0 to 1, or in percent, as written. */
	readonly recall: number | null;
	readonly precision: number | null;
};

/** The images of one folder by one metric: the worst first, the best first. */
export type Extremes = {
	readonly mean: number;
	readonly worst: readonly ImageScore[];
	readonly best: readonly ImageScore[];
};

/** What an evaluation left in a folder of the run: `eval_results`, `visualization`. */
export type Results = {
	/** As seen from the run's folder. */
	readonly folder: string;
	/** Images that have metrics of their own, as far as the folder was listed. */
	readonly images: number;
	/** How many of them were read: of many a sample, evenly spread. */
	readonly read: number;
	/** The folder holds more than was listed. */
	readonly more: boolean;
	readonly recall: Extremes | null;
	readonly precision: Extremes | null;
	/** Predictions and ground truth. */
	readonly files: ReadonlyArray<{readonly path: string; readonly bytes: number}>;
	/** The first ones by name, matrices and curves before the rest. */
	readonly pictures: readonly string[];
	readonly pictureCount: number;
	/** What could not be read. */
	readonly trouble: readonly string[];
};

/** Tells an image's recall and precision from its file of metrics; null: it tells none. Pure. */
export type ScoreReader = {
	readonly title: string;
	/** The image that a file of this name tells of; undefined where it is no file of metrics. */
	readonly imageOf: (name: string) => string | undefined;
	readonly read: (name: string, text: string) => Pick<ImageScore, 'recall' | 'precision'>;
};

/** The images with the smallest and the largest values of a metric, and the mean of all; null where none has one. */
export function extremesOf(
	scores: readonly ImageScore[],
	metric: 'recall' | 'precision',
	most = 5,
): Extremes | null {
	const told = scores.filter(score => score[metric] !== null);
	if (told.length === 0) return null;
	const value = (score: ImageScore) => score[metric] as number;
	const byName = (a: ImageScore, b: ImageScore) => (a.image < b.image ? -1 : 1);
	const rising = told.toSorted((a, b) => value(a) - value(b) || byName(a, b));
	const falling = told.toSorted((a, b) => value(b) - value(a) || byName(a, b));
	return {
		mean: told.reduce((sum, score) => sum + value(score), 0) / told.length,
		worst: rising.slice(0, most),
		best: falling.slice(0, most),
	};
}
