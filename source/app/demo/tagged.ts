import type {Deed, Stage} from './deed.ts';
import {compact} from './stamp.ts';
import {type Plan, type Tick, ticks} from './ticks.ts';

/** A hand-written detector with a tag per line: how it trains, and what becomes of it. */
export type Tagged = Plan & {
	readonly batch: number;
	readonly rate: number;
	readonly loss: (tick: Tick) => number;
	readonly score: (tick: Tick) => number;
	/** The last second in which it writes. */
	readonly until?: number;
	/** The last words, if it does not just stop. */
	readonly dying?: string;
};

/** `workdirs/exp_<time>/log.txt` with its settings and its best checkpoint. */
export function* tagged(run: Tagged, {moment}: Stage): Iterable<Deed> {
	const {epochs, iters, batch, rate, until = Number.POSITIVE_INFINITY} = run;
	const born = run.begin - 3;
	const name = `exp_${compact(moment(born))}`;
	const folder = `workdirs/${name}`;
	const file = `${folder}/log.txt`;
	const say = (at: number, text: string): Deed => ({kind: 'append', at, file, text: `${text}\n`});
	yield {kind: 'put', at: born, file: `${folder}/config.yaml`, text: settings(run)};
	yield say(
		born,
		`[INFO] Experiment ${name} started, ${epochs} epochs x ${iters} iters, device=cuda:0`,
	);
	yield say(born, `[CONFIG] batch_size: ${batch}, lr: ${rate}, optimizer: SGD`);
	yield say(born, '[DATA] Train samples: 3648, Val samples: 512');
	let best = 0;
	let last = born;
	for (const tick of ticks(run)) {
		if (tick.at > until) break;
		const {at, epoch, iter, done} = tick;
		last = at;
		const lr = rate * (1 - done) ** 0.9;
		yield say(
			at,
			`[TRAIN] Epoch ${epoch}/${epochs}, Iter ${iter}/${iters}, Loss: ${run.loss(tick).toFixed(3)}, LR: ${lr.toFixed(6)}`,
		);
		if (!tick.closes || at + run.pause > until) continue;
		const score = run.score(tick);
		const text = score.toFixed(3);
		last = at + run.pause;
		yield say(
			last,
			`[VAL] Epoch ${epoch} finished. F-score: ${text}, Precision: ${Math.min(1, score * 1.03).toFixed(3)}, Recall: ${(score * 0.97).toFixed(3)}`,
		);
		if (score <= best) continue;
		best = score;
		const path = `${folder}/checkpoints/best_model.pth`;
		yield {kind: 'put', at: last, file: path, text: 'simulated weights\n'};
		yield say(last, `[SAVE] Best model saved to ${path} (F-score: ${text})`);
	}

	if (run.dying !== undefined) yield say(last + 1, run.dying);
	else if (until === Number.POSITIVE_INFINITY) {
		yield say(last + 1, `[INFO] Training finished. Best F-score: ${best.toFixed(3)}`);
	}

	yield {kind: 'end', at: last + 2, file};
}

function settings({epochs, batch, rate}: Tagged): string {
	return `# simulated\ntrain:\n  epochs: ${epochs}\n  batch_size: ${batch}\n  optimizer: {type: SGD, lr: ${rate}, momentum: 0.9}\n  log_interval: 10\ndata:\n  root: ./data/pages\n`;
}
