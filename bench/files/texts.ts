/** A text log, line by line, and the expression of the number that stands in most of its lines. */
export type Text = {
	readonly name: string;
	/** What it is called, where that is not a log. */
	readonly file?: string;
	readonly head?: string;
	readonly number: string;
	readonly line: (step: number) => string;
};

/** Logs that are read much, each as its framework prints it. */
export const texts: readonly Text[] = [
	{
		name: 'tagged',
		number: 'Loss: [0-9.]+',
		line: step => {
			const epoch = 1 + Math.floor(step / 1000);
			const loss = (0.3 + 2 / (1 + step / 5000) + (step % 97) / 1000).toFixed(3);
			if (step % 1000 === 999)
				return `[VAL] Epoch ${epoch} finished. F-score: ${(1 - 1 / epoch).toFixed(3)}\n`;
			return `[TRAIN] Epoch ${epoch}/4000, Iter ${step % 1000}/1000, Loss: ${loss}, LR: 0.007000\n`;
		},
	},
	{
		name: 'mmengine',
		number: 'loss: [0-9.]+',
		line: step => {
			const epoch = 1 + Math.floor(step / 7330);
			const loss = (seed: number) => (0.1 + ((step * seed) % 977) / 1000).toFixed(4);
			const two = (value: number) => String(value).padStart(2, '0');
			const clock = `${two(Math.floor(step / 3600) % 24)}:${two(Math.floor(step / 60) % 60)}:${two(step % 60)}`;
			const time = `2024/05/${two(1 + (Math.floor(step / 86_400) % 28))} ${clock}`;
			const minute = two(Math.floor(step / 60) % 60);
			if (step % 10 === 7)
				return `${time} - mmengine - INFO - Exp name: faster-rcnn_r50_fpn_1x_coco_20240501_100000\n`;
			return `${time} - mmengine - INFO - Epoch(train)  [${epoch}][${String((step % 7330) + 1).padStart(4)}/7330]  base_lr: 2.0000e-02 lr: 2.0000e-02  eta: 12:${minute}:10  time: 0.2${step % 1000}  data_time: 0.0112  memory: 3742  grad_norm: 11.${1000 + (step % 8999)}  loss: ${loss(7)}  loss_rpn_cls: ${loss(11)}  loss_rpn_bbox: ${loss(13)}  loss_cls: ${loss(17)}  acc: 95.${1000 + (step % 8999)}  loss_bbox: ${loss(19)}\n`;
		},
	},
	{
		name: 'tqdm',
		number: 'loss=[0-9.]+',
		line: step => {
			const count = step % 1001;
			const eighths = Math.floor(count * 0.08);
			const full = '█'.repeat(eighths >> 3) + (eighths & 7 ? '▏▎▍▌▋▊▉'[(eighths & 7) - 1] : '');
			const clock = (ticks: number) =>
				`${String(Math.floor(ticks / 600)).padStart(2, '0')}:${String(Math.floor(ticks / 10) % 60).padStart(2, '0')}`;
			const percent = String(Math.floor(count / 10)).padStart(3);
			const loss = (0.3 + 2 / (1 + step / 5000) + (step % 97) / 1000).toFixed(3);
			return `Epoch ${Math.floor(step / 1001)}: ${percent}%|${full.padEnd(10)}| ${count}/1000 [${clock(count)}<${clock(1000 - count)}, 9.${10 + (step % 89)}it/s, loss=${loss}, lr=0.0010]${count === 1000 ? '\n' : '\r'}`;
		},
	},
	{
		name: 'hf-trainer',
		number: "'loss': [0-9.]+",
		line: step => {
			const loss = (0.3 + 2 / (1 + step / 5000) + (step % 97) / 1000).toFixed(4);
			const norm = Math.fround(1 + ((step * 7919) % 1_000_003) / 1e6);
			const [digits, power] = (5e-5 * (1 - (step % 100_000) / 100_001)).toExponential().split('e-');
			return `{'loss': ${loss}, 'grad_norm': ${norm}, 'learning_rate': ${digits}e-${power!.padStart(2, '0')}, 'epoch': ${(step / 1000).toFixed(2)}}\n`;
		},
	},
	{
		name: 'csv',
		file: 'metrics.csv',
		head: 'epoch,lr,step,train_acc,train_loss,val_acc,val_loss\n',
		number: ',[0-9.]+,,$',
		line: step => {
			const epoch = Math.floor(step / 1000);
			const accuracy = Math.fround(((step * 7) % 977) / 977);
			const loss = Math.fround(0.3 + 2 / (1 + step / 5000) + (step % 97) / 1000);
			return step % 51 === 50
				? `${epoch},,${step},,,${accuracy},${loss}\n`
				: `${epoch},0.001,${step},${accuracy},${loss},,\n`;
		},
	},
	{
		name: 'json-lines',
		file: 'log.jsonl',
		number: '"loss": [0-9.]+',
		line: step => {
			const loss = 0.3 + 2 / (1 + step / 5000) + (step % 97) / 1000;
			const norm = 1 + ((step * 7919) % 1_000_003) / 1e6;
			return `{"step": ${step}, "epoch": ${step / 1000}, "loss": ${loss}, "lr": 0.0001, "grad_norm": ${norm}}\n`;
		},
	},
];
