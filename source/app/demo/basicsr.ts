import type {Deed, Stage} from './deed.ts';
import {compact, delta, python} from './stamp.ts';
import {type Plan, type Tick, ticks} from './ticks.ts';

/** A BasicSR training: an epoch here is the way from one validation to the next. */
export type BasicSr = Plan & {
	readonly name: string;
	readonly rate: number;
	readonly loss: (tick: Tick) => number;
	readonly psnr: (tick: Tick) => number;
	readonly until?: number;
};

/** `experiments/<name>/train_<name>_<time>.log` as BasicSR 1.4 writes it. */
export function* basicsr(run: BasicSr, {moment}: Stage): Iterable<Deed> {
	const {name, iters, epochs, interval, every, rate, until = Number.POSITIVE_INFINITY} = run;
	const born = run.begin - 3;
	const folder = `experiments/${name}`;
	const file = `${folder}/train_${name}_${compact(moment(born))}.log`;
	const say = (at: number, text: string): Deed => ({
		kind: 'append',
		at,
		file,
		text: `${python(moment(at))} INFO: ${text}\n`,
	});
	const total = epochs * iters;
	yield {
		kind: 'put',
		at: born,
		file: `${folder}/train_${name}.yml`,
		text: options(name, rate, total),
	};
	yield say(
		born,
		`Training statistics:\n\tNumber of train images: 3450\n\tBatch size per gpu: 16\n\tWorld size (gpu number): 1\n\tRequire iter number per epoch: 216\n\tTotal epochs: ${Math.ceil(total / 216)}; iters: ${total}.`,
	);
	yield say(born, 'Start training from epoch: 0, iter: 0');
	let best = {psnr: 0, step: 0};
	let last = born;
	for (const tick of ticks(run)) {
		if (tick.at > until) break;
		const {at, step} = tick;
		last = at + run.pause;
		const epoch = String(Math.floor(step / 216)).padStart(3);
		const iter = step.toLocaleString('en-US').padStart(8);
		const lr = (rate * (1 + Math.cos(Math.PI * tick.done))) / 2;
		const eta = delta(((total - step) / every) * interval);
		yield say(
			at,
			`[${name.slice(0, 5)}..][epoch:${epoch}, iter:${iter}, lr:(${exponential(lr, 3)},)] [eta: ${eta}, time (data): ${(interval / every).toFixed(3)} (0.002)] l_pix: ${exponential(run.loss(tick), 4)} `,
		);
		if (!tick.closes) continue;
		const psnr = run.psnr(tick);
		if (psnr > best.psnr) best = {psnr, step};
		yield say(at, 'Saving models and training states.');
		yield {
			kind: 'put',
			at,
			file: `${folder}/models/net_g_${step}.pth`,
			text: 'simulated weights\n',
		};
		yield say(
			at + run.pause,
			`Validation Set5\n\t # psnr: ${psnr.toFixed(4)}\tBest: ${best.psnr.toFixed(4)} @ ${best.step} iter\n`,
		);
	}

	yield {kind: 'end', at: last, file};
}

/** `0.0317` → `3.1700e-02`, NaN → `nan`: as Python prints it. */
function exponential(value: number, digits: number): string {
	if (Number.isNaN(value)) return 'nan';
	return value.toExponential(digits).replace(/e([+-])(\d)$/, 'e$10$2');
}

function options(name: string, rate: number, total: number): string {
	return `# simulated\nname: ${name}\nmodel_type: SRModel\nscale: 4\ntrain:\n  total_iter: ${total}\n  optim_g:\n    type: Adam\n    lr: ${rate}\nval:\n  val_freq: 2000\n`;
}
