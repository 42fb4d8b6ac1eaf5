import type {Deed, Stage} from './deed.ts';
import {delta, slashed} from './stamp.ts';
import {type Plan, type Tick, ticks} from './ticks.ts';

/** A PaddleOCR training. */
export type PaddleOcr = Plan & {
	readonly name: string;
	readonly metric: 'hmean' | 'acc';
	readonly loss: (tick: Tick) => number;
	readonly score: (tick: Tick) => number;
};

/** `output/<name>/train.log` with its settings and checkpoints. */
export function* paddleocr(run: PaddleOcr, {moment}: Stage): Iterable<Deed> {
	const {name, metric, epochs, iters, interval, every} = run;
	const born = run.begin - 5;
	const folder = `output/${name}`;
	const file = `${folder}/train.log`;
	const say = (at: number, text: string): Deed => ({
		kind: 'append',
		at,
		file,
		text: `[${slashed(moment(at))}] ppocr INFO: ${text}\n`,
	});
	yield {kind: 'put', at: born, file: `${folder}/config.yml`, text: settings(run)};
	yield say(born, 'train with paddle 2.6.1 and device Place(gpu:0)');
	yield say(born, `train dataloader has ${iters} iters`);
	yield say(born, 'train from scratch');
	let best = {score: 0, epoch: 0};
	let end = born;
	for (const tick of ticks(run)) {
		const {at, epoch, step, done} = tick;
		const cost = interval / every;
		const eta = delta(cost * epochs * iters * (1 - done));
		yield say(
			at,
			`epoch: [${epoch}/${epochs}], global_step: ${step}, lr: ${(0.001 * (1 - done)).toFixed(6)}, loss: ${run.loss(tick).toFixed(6)}, avg_reader_cost: 0.01204 s, avg_batch_cost: ${cost.toFixed(5)} s, avg_samples: 16.0, ips: ${(16 / cost).toFixed(5)} samples/s, eta: ${eta}, max_mem_reserved: 1844 MB, max_mem_allocated: 1741 MB`,
		);
		if (!tick.closes) continue;
		const score = run.score(tick);
		end = at + run.pause;
		yield say(end, `cur metric, ${metrics(metric, score)}, fps: 41.8`);
		if (score > best.score) {
			best = {score, epoch};
			yield {
				kind: 'put',
				at: end,
				file: `${folder}/best_accuracy.pdparams`,
				text: 'simulated weights\n',
			};
			yield say(end, `save best model is to ./${folder}/best_accuracy`);
		}

		yield say(
			end,
			`best metric, ${metrics(metric, best.score)}, is_float16: False, fps: 41.8, best_epoch: ${best.epoch}`,
		);
		yield {kind: 'put', at: end, file: `${folder}/latest.pdparams`, text: 'simulated weights\n'};
		yield say(end, `save model in ./${folder}/latest`);
	}

	yield say(
		end + 1,
		`best metric, ${metrics(metric, best.score)}, is_float16: False, fps: 41.8, best_epoch: ${best.epoch}`,
	);
	yield {kind: 'end', at: end + 1, file};
}

function metrics(metric: PaddleOcr['metric'], score: number): string {
	const text = String(Number(score.toFixed(4)));
	if (metric === 'acc') return `acc: ${text}, norm_edit_dis: ${(score * 0.4 + 0.6).toFixed(4)}`;
	return `precision: ${(score * 1.02).toFixed(4)}, recall: ${(score * 0.98).toFixed(4)}, hmean: ${text}`;
}

function settings({name, epochs}: PaddleOcr): string {
	return `# simulated\nGlobal:\n  epoch_num: ${epochs}\n  save_model_dir: ./output/${name}\n  print_batch_step: 10\nOptimizer:\n  name: Adam\n  lr:\n    learning_rate: 0.001\nTrain:\n  loader:\n    batch_size_per_card: 16\n`;
}
