import type {Deed, Stage} from './deed.ts';
import {compact, delta, slashed} from './stamp.ts';
import {type Plan, type Tick, ticks} from './ticks.ts';

/** One launch of an MMEngine training; its folder is named after the time. */
export type MmEngine = Plan & {
	readonly config: string;
	readonly loss: (tick: Tick) => number;
	readonly map: (tick: Tick) => number;
	readonly until?: number;
};

/** `work_dirs/<config>/<time>/<time>.log` and its `vis_data/scalars.json`. */
export function* mmengine(run: MmEngine, {moment}: Stage): Iterable<Deed> {
	const {config, epochs, iters, from = 1, until = Number.POSITIVE_INFINITY} = run;
	const born = run.begin - 4;
	const launch = compact(moment(born));
	const folder = `work_dirs/${config}`;
	const file = `${folder}/${launch}/${launch}.log`;
	const scalars = `${folder}/${launch}/vis_data/scalars.json`;
	const say = (at: number, text: string): Deed => ({
		kind: 'append',
		at,
		file,
		text: `${slashed(moment(at))} - mmengine - INFO - ${text}\n`,
	});
	yield {kind: 'put', at: born, file: `${folder}/${config}.py`, text: settings(epochs)};
	yield say(born, `Config:\ntrain_cfg = dict(max_epochs=${epochs}, val_interval=1)\n`);
	if (from > 1) {
		yield say(born, `Load checkpoint from ${folder}/epoch_${from - 1}.pth`);
		yield say(born, `resumed epoch: ${from - 1}, iter: ${(from - 1) * iters}`);
	}

	yield say(born, `Checkpoints will be saved to ${folder}.`);
	let best = 0;
	let last = born;
	for (const tick of ticks(run)) {
		if (tick.at > until) break;
		yield* train(run, tick, {say, scalars});
		last = tick.at + run.pause;
		if (!tick.closes) continue;
		const {epoch, at} = tick;
		yield say(at, `Saving checkpoint at ${epoch} epochs`);
		yield {kind: 'put', at, file: `${folder}/epoch_${epoch}.pth`, text: 'simulated weights\n'};
		yield {
			kind: 'put',
			at,
			file: `${folder}/last_checkpoint`,
			text: `${folder}/epoch_${epoch}.pth`,
		};
		const map = run.map(tick);
		const told = {'coco/bbox_mAP': round(map), 'coco/bbox_mAP_50': round(map * 1.5), step: epoch};
		const done = at + run.pause;
		yield say(
			done,
			`Epoch(val) [${epoch}][50/50]    coco/bbox_mAP: ${map.toFixed(4)}  coco/bbox_mAP_50: ${(map * 1.5).toFixed(4)}  data_time: 0.0210  time: 0.0730`,
		);
		yield {kind: 'append', at: done, file: scalars, text: `${JSON.stringify(told)}\n`};
		if (map <= best) continue;
		best = map;
		const name = `best_coco_bbox_mAP_epoch_${epoch}.pth`;
		yield say(
			done,
			`The best checkpoint with ${map.toFixed(4)} coco/bbox_mAP at ${epoch} epoch is saved to ${name}.`,
		);
		yield {kind: 'put', at: done, file: `${folder}/${name}`, text: 'simulated weights\n'};
	}

	yield {kind: 'end', at: last, file};
	yield {kind: 'end', at: last, file: scalars};
}

type Pens = {readonly say: (at: number, text: string) => Deed; readonly scalars: string};

function* train(run: MmEngine, tick: Tick, {say, scalars}: Pens): Iterable<Deed> {
	const {at, epoch, iter, step, done} = tick;
	const loss = run.loss(tick);
	const lr = 0.004 * (1 - done);
	const time = run.interval / run.every;
	const eta = delta(time * run.epochs * run.iters * (1 - done));
	yield say(
		at,
		`Epoch(train) [${String(epoch).padStart(3)}][${String(iter).padStart(3)}/${run.iters}]  lr: ${lr.toExponential(4)}  eta: ${eta}  time: ${time.toFixed(4)}  data_time: 0.0112  memory: 8725  loss: ${loss.toFixed(4)}  loss_cls: ${(loss * 0.6).toFixed(4)}  loss_bbox: ${(loss * 0.4).toFixed(4)}`,
	);
	const told = {
		lr,
		loss,
		loss_cls: loss * 0.6,
		loss_bbox: loss * 0.4,
		time,
		epoch,
		iter: step,
		memory: 8725,
		step,
	};
	yield {kind: 'append', at, file: scalars, text: `${JSON.stringify(told)}\n`};
}

function round(value: number): number {
	return Math.round(value * 1000) / 1000;
}

function settings(epochs: number): string {
	return `# simulated\ntrain_cfg = dict(type='EpochBasedTrainLoop', max_epochs=${epochs}, val_interval=1)\noptim_wrapper = dict(optimizer=dict(type='AdamW', lr=0.004))\n`;
}
