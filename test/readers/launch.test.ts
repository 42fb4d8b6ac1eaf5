import {describe, expect, test} from 'vitest';
import {settingsReaders} from '../../source/readers/index.ts';

const {read} = settingsReaders.launch;
const told = (text: string) => {
	const {values, lines} = read('train.log', text);
	return Object.entries(values).map(([key, value]) => `${key}: ${value} (${lines[key]})`);
};

describe('settings in one line', () => {
	test.each([
		[
			"2026-11-22 11:17:20,307 - train - INFO - Namespace(lr=0.05, name='a, b', amp=False, device=device(type='cuda'), resume=None)",
			['lr: 0.05 (1)', 'name: a, b (1)', 'amp: false (1)', 'device.type: cuda (1)'],
		],
		[
			'2026-11-22 11:17:30.278 | INFO     | __main__:<module>:26 - args: Namespace(epochs=8, seed=5)',
			['epochs: 8 (1)', 'seed: 5 (1)'],
		],
		["Config: {'lr': 0.1, 'model': {'depth': 3}}", ['lr: 0.1 (1)', 'model.depth: 3 (1)']],
		[
			'\u001b[34m\u001b[1mhyperparameters: \u001b[0mlr0=0.01, lrf=0.1, freeze=[0], box=0.05',
			['lr0: 0.01 (1)', 'lrf: 0.1 (1)', 'freeze: [0] (1)', 'box: 0.05 (1)'],
		],
		[
			'engine/trainer: task=detect, model=yolov8n.pt, data=coco.yaml, epochs=100, time=None',
			['task: detect (1)', 'model: yolov8n.pt (1)', 'data: coco.yaml (1)', 'epochs: 100 (1)'],
		],
		[
			"TrainConfig(run='x', model=ModelConfig(d_model=256, act=<Act.GELU: 'gelu'>))",
			['run: x (1)', 'model.d_model: 256 (1)', 'model.act: gelu (1)'],
		],
	])('%s', (line, expected) => {
		expect(told(line)).toEqual(expected);
	});

	test.each([
		"{'loss': 0.5, 'learning_rate': 0.1, 'epoch': 1}",
		'Epoch: 1, loss=0.5, acc=0.1, lr=0.1, time=3',
		"init_cfg={'type': 'Pretrained', 'checkpoint': 'x'}",
		'step 1 (lr=0.1, wd=2)',
		'Optimizer: SGD (momentum=0.9)',
	])('no settings: %s', line => {
		expect(told(line)).toEqual([]);
	});
});

describe('the command', () => {
	test.each([
		[
			'python train.py --lr 0.1 --wd=1e-4 --amp --no-bar -b 8 --name "a b" --scale -1 --flag',
			'lr 0.1, wd 0.0001, amp true, no_bar true, b 8, name a b, scale -1, flag true',
		],
		[
			'+ CUDA_VISIBLE_DEVICES=0 torchrun --nproc_per_node=4 train.py --epochs 3 | tee log',
			'nproc_per_node 4, epochs 3',
		],
		['accelerate launch --mixed_precision fp16 run.py --bs 4', 'mixed_precision fp16, bs 4'],
		['$ srun -n 2 python -m pkg.train model.depth=3 +seed=1', 'model.depth 3, seed 1'],
		["sys.argv: ['train.py', '--lr', '0.1']", 'lr 0.1'],
	])('%s', (line, expected) => {
		const {values} = read('', line);
		const names = Object.entries(values).map(([name, value]) => `${name} ${value}`);
		expect(names.join(', ')).toBe(expected);
	});

	test.each([
		'  File "train.py", line 3, in python train.py --lr 1',
		'slurm_script: line 22: 443552 Killed   python main.py --lr 1',
		'python is not installed; see train.md --lr 1',
	])('none: %s', line => {
		expect(told(line)).toEqual([]);
	});
});

describe('dumps over several lines', () => {
	test('MMEngine: Python below a heading, until the logger speaks again', () => {
		const text = `2023/06/04 16:46:58 - mmengine - INFO - Config:
max_epochs = 200
default_hooks = dict(
    checkpoint=dict(interval=10, max_keep_ckpts=2))
resume = False

2023/06/04 16:47:03 - mmengine - INFO - Hooks will be executed in the following order:
lr = 9
`;
		expect(told(text)).toEqual([
			'max_epochs: 200 (2)',
			'default_hooks.checkpoint.interval: 10 (4)',
			'default_hooks.checkpoint.max_keep_ckpts: 2 (4)',
			'resume: false (5)',
		]);
	});

	test('detectron2: YAML below a heading; another launch in the same log does not count', () => {
		const launch = (rate: number) => `[11/18 14:20:11] detectron2 INFO: Running with full config:
SOLVER:
  BASE_LR: ${rate}
  STEPS: [1, 2]
OUTPUT_DIR: ./out
`;
		expect(told(`${launch(0.02)}${launch(0.5)}`)).toEqual([
			'SOLVER.BASE_LR: 0.02 (3)',
			'SOLVER.STEPS: [1,2] (4)',
			'OUTPUT_DIR: ./out (5)',
		]);
	});

	test('of several launches in one log the last one counts, with all that it tells and no more', () => {
		const launch = (rate: number, more = '') =>
			`+ python train.py --lr ${rate}${more}\nNamespace(lr=${rate}, seed=${rate * 10})\nINFO: Config:\nlr: ${rate}\ndepth: 3\nseed: 0\n` +
			'INFO: epoch 1 loss: 0.5\nINFO: epoch 2 loss: 0.4\n';
		expect(told(`${launch(0.1, ' --amp')}${launch(0.2)}${launch(0.3, ' --resume x')}`)).toEqual([
			'lr: 0.3 (17)',
			'resume: x (17)',
			'seed: 3 (18)',
			'depth: 3 (21)',
		]);
	});

	test('what an evaluation prints between records is no other launch', () => {
		expect(
			told(
				'Namespace(lr=0.1, seed=1)\nepoch 1 loss: 0.5\nepoch 2 loss: 0.4\nEvaluation args: Namespace(split="val", size=3)\n',
			),
		).toEqual(['lr: 0.1 (1)', 'seed: 1 (1)', 'split: val (4)', 'size: 3 (4)']);
	});

	test('Paddle: indented names, the logger before each', () => {
		const lines = [
			'Global : ',
			'    epoch_num : 222',
			'    debug : None',
			'Train : ',
			'    loader : ',
			'        batch_size_per_card : 128',
			'        shuffle : False',
		];
		const text = lines.map(line => `[2024/08/08 05:25:19] ppocr INFO: ${line}\n`).join('');
		expect(told(text)).toEqual([
			'Global.epoch_num: 222 (2)',
			'Train.loader.batch_size_per_card: 128 (6)',
			'Train.loader.shuffle: false (7)',
		]);
	});

	test('BasicSR: brackets below an empty line of the logger', () => {
		const text = `2024-10-18 19:27:30,612 INFO: 
  name: x4
  datasets:[
    train:[
      gt_size: 256
      prob: [0.2, 0.7]
    ]
  ]
  scale: 4

2024-10-18 19:27:31,612 INFO: Model
`;
		expect(told(text)).toEqual([
			'name: x4 (2)',
			'datasets.train.gt_size: 256 (5)',
			'datasets.train.prob: [0.2, 0.7] (6)',
			'scale: 4 (9)',
		]);
	});

	test('Megatron: dots, whatever other ranks print between', () => {
		const text = `0: [default0]:------------------------ arguments ------------------------
0: [default0]:  adam_beta1 ...................................... 0.9
7: [default2]:something else
0: [default0]:  bf16 ............................................ True
0: [default0]:  lr .............................................. 6e-06
`;
		expect(told(text)).toEqual(['adam_beta1: 0.9 (2)', 'bf16: true (4)', 'lr: 0.000006 (5)']);
	});

	test('tables and plain lists below a heading', () => {
		expect(
			told(
				'exp value:\n╒═══╤═══╕\n│ keys │ values │\n│ lr │ 0.1 │\n├───┼───┤\n│ seed │ None │\n│ bs │ 8 │\n',
			),
		).toEqual(['keys: values (3)', 'lr: 0.1 (4)', 'bs: 8 (7)']);
		expect(told('----- Options -----\n  batch_size: 1\n  lr: 0.1\n  beta1 = 0.5\n-----\n')).toEqual(
			['batch_size: 1 (2)', 'lr: 0.1 (3)', 'beta1: 0.5 (4)'],
		);
	});

	test.each([
		'epoch 1 loss: 0.5\nepoch 2 loss: 0.4\n',
		'epoch: 1, loss: 0.5\nepoch: 2, loss: 0.4\n',
		'Epoch 1/10\n 1/57 [=>....] - loss: 0.5\n',
		'step 100: train loss 1.5, val loss 1.6\n',
		'[1, 100] loss: 2.1\n',
		'loss: 0.5 acc: 0.9\nloss: 0.4 acc: 0.91\n',
		'Start training\nlr: 9\n',
	])('records below a dump are no settings: %j', records => {
		const dump =
			'Settings:\nmodel:\n  depth: 18\nsteps: [8, 11]\nepochs: 100\nloss: focal\nseed: 42\n';
		expect(told(`${dump}${records}`)).toEqual([
			'model.depth: 18 (3)',
			'steps: [8,11] (4)',
			'epochs: 100 (5)',
			'loss: focal (6)',
			'seed: 42 (7)',
		]);
	});

	test('records below a plain list are no settings', () => {
		const list = 'Options:\n--lr: 0.1\nbatch_size: 4\nseed: 1\n';
		expect(told(`${list}epoch: 1, loss: 0.5\n`)).toEqual([
			'lr: 0.1 (2)',
			'batch_size: 4 (3)',
			'seed: 1 (4)',
		]);
	});

	test('the arguments of the HF Trainer', () => {
		const text = 'TrainingArguments(\n_n_gpu=1,\nlearning_rate=2e-05,\noutput_dir=out,\n)\n';
		expect(told(text)).toEqual([
			'_n_gpu: 1 (2)',
			'learning_rate: 0.00002 (3)',
			'output_dir: out (4)',
		]);
	});
});

test.each([
	['a line without end', 'args: Namespace('.repeat(10_000)],
	['many headings', 'config:\n'.repeat(20_000)],
	['pairs', `train: ${'a=1, '.repeat(40_000)}`],
	['bars', '\r 12%|███   | 3/5, loss=0.1'.repeat(8000)],
	['blanks', `${' '.repeat(60_000)}\n`.repeat(3)],
])('%s cost nothing', (_what, text) => {
	const begun = process.cpuUsage();
	read('', text.slice(0, 1 << 17));
	expect(process.cpuUsage(begun).user).toBeLessThan(1_500_000);
});
