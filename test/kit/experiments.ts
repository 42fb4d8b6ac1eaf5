import {appendFileSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';

/** A folder of experiments on this machine's disk, removed by `remove`. */
export type Experiments = {
	readonly folder: string;
	/** Writes a file anew; returns its full path. */
	readonly write: (file: string, text: string | Uint8Array) => string;
	readonly append: (file: string, text: string) => void;
	readonly path: (file: string) => string;
	readonly remove: () => void;
};

/** A fresh, empty folder of experiments. */
export function createExperiments(): Experiments {
	const folder = mkdtempSync(join(tmpdir(), 'watchexp-test-'));
	const path = (file: string) => join(folder, file);
	return {
		folder,
		path,
		write(file, text) {
			mkdirSync(dirname(path(file)), {recursive: true});
			writeFileSync(path(file), text);
			return path(file);
		},
		append: (file, text) => appendFileSync(path(file), text),
		remove: () => rmSync(folder, {recursive: true, force: true}),
	};
}

/** A hand-written log of `epochs` finished epochs out of `planned`, six lines each. */
export function taggedLog(epochs: number, planned: number): string {
	let text = `[INFO] Experiment started, ${planned} epochs x 60 iters, device=cuda:0\n`;
	for (let epoch = 1; epoch <= epochs; epoch++) {
		for (let iter = 10; iter <= 60; iter += 10) {
			const loss = 1.8 / Math.sqrt((epoch - 1) * 6 + iter / 10);
			text += trainLine(epoch, planned, iter, loss);
		}

		const score = (0.9 * epoch) / (epoch + 1);
		text += `[VAL] Epoch ${epoch} finished. F-score: ${score.toFixed(3)}, Precision: 0.900, Recall: 0.800\n`;
		text += `[SAVE] Best model saved to checkpoints/best_model.pth (F-score: ${score.toFixed(3)})\n`;
	}

	return text;
}

/** One line of training. */
export function trainLine(epoch: number, planned: number, iter: number, loss: number): string {
	return `[TRAIN] Epoch ${epoch}/${planned}, Iter ${iter}/60, Loss: ${loss.toFixed(4)}, LR: 0.001000\n`;
}

/** How a run ends that runs out of memory. */
export const oomText = `Traceback (most recent call last):
  File "train.py", line 214, in <module>
    main()
  File "train.py", line 171, in main
    loss = model(images, targets)
torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 1.46 GiB. GPU 0 has a total capacity of 23.69 GiB of which 871.94 MiB is free.
`;

/** How a run ends well. */
export const finishedText = '[INFO] Training finished. Best F-score: 0.750\n';

/** Three runs: one trains, one ran out of memory a minute ago, one is finished since. */
export function threeRuns(): Experiments {
	const experiments = createExperiments();
	const minuteAgo = Date.now() / 1000 - 60;
	const over = {
		'workdirs/exp_20260105_143022/log.txt': taggedLog(4, 10) + oomText,
		'workdirs/exp_20260107_080000/log.txt': taggedLog(5, 5) + finishedText,
	};
	for (const [file, text] of Object.entries(over)) {
		utimesSync(experiments.write(file, text), minuteAgo, minuteAgo);
	}

	experiments.write('workdirs/exp_20260106_091233/log.txt', taggedLog(3, 10));
	return experiments;
}
