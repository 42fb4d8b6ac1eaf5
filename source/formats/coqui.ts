import type {Format} from '../core/format.ts';

/** Coqui TTS: a heading, and a line for each value below it (coqui-ai/Trainer, trainer/logging/console_logger.py). */
export default {
	title: 'Coqui TTS',
	url: 'https://github.com/coqui-ai/TTS',
	hallmark: /--> (?:.*)STEP: \d+\/\d+ -- GLOBAL_STEP: \d|--> EVAL PERFORMANCE/,
	losses: ['loss', 'loss_mel', 'loss_1', 'loss_gen', 'G_loss', 'G_gen_loss', 'loss_0', 'avg_loss'],
	primary: ['avg_loss', 'avg_loss_mel', 'avg_loss_1', 'avg_G_loss', 'avg_loss_0'],
	lines: [
		{
			kind: 'phase',
			phase: 'training',
			has: '> EPOCH: ',
			match: /^ *> EPOCH: (?<epoch>\d+)\/(?<epochs>\d+)/,
		},
		{
			kind: 'facts',
			opens: true,
			has: 'GLOBAL_STEP: ',
			match:
				/^ *--> (?:TIME: (?<time>[\d-]+ [\d:]+) -- )?STEP: (?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+) -- GLOBAL_STEP: (?<step>\d+)/,
		},
		{
			kind: 'facts',
			opens: true,
			has: 'GLOBAL_STEP: ',
			match: /^ *--> TRAIN PERFORMA\w+ -- EPOCH TIME: .* -- GLOBAL_STEP: (?<step>\d+)/,
		},
		// While it tries, every batch may be told: no result of its own.
		{
			kind: 'facts',
			opens: true,
			split: 'test',
			has: '--> STEP: ',
			match: /^ *--> STEP: \d+\s*$/,
		},
		{
			kind: 'facts',
			opens: true,
			split: 'val',
			has: '--> EVAL PERFORMANCE',
			match: /^ *--> EVAL PERFORMANCE/,
		},
		{
			kind: 'metrics',
			joins: true,
			has: '| > ',
			match:
				/^ *\| > (?!(?:avg_)?(?:loader|step)_time)(?<key>[A-Za-z]\w*): *(?:tensor\()?(?<value>[-+]?[\d.]+(?:e[-+]?\d+)?|nan|-?inf)(?=$|[ ,)])/,
		},
		{
			kind: 'checkpoint',
			best: true,
			has: '> BEST MODEL',
			match: /^ *> BEST MODEL(?: \([^)]*\))? ?: (?<path>\S.*)$/,
		},
		{
			kind: 'checkpoint',
			has: '> CHECKPOINT',
			match: /^ *> CHECKPOINT ?: (?<path>\S.*)$/,
		},
		{kind: 'phase', phase: 'validating', match: /^ *> EVALUATION\s*$/},
		{
			kind: 'noise',
			match:
				/^ *(?:> TRAINING \(|\| > (?:avg_)?(?:loader|step)_time: |> (?:Filtering invalid|Total) eval samples|\| > Synthesizing test)/,
		},
	],
	samples: [
		[' > EPOCH: 0/1000', {kind: 'phase', phase: 'training', position: {epoch: 0, epochs: 1000}}],
		[
			'   --> TIME: 2025-08-19 14:22:56 -- STEP: 25/3984 -- GLOBAL_STEP: 4025',
			{
				kind: 'facts',
				facts: {},
				position: {stepInEpoch: 25, stepsPerEpoch: 3984, step: 4025},
			},
		],
		[
			'   --> TRAIN PERFORMACE -- EPOCH TIME: 8.43 sec -- GLOBAL_STEP: 29144',
			{kind: 'facts', facts: {}, position: {step: 29144}},
		],
		['   --> STEP: 27', {kind: 'facts', facts: {}}],
		['  --> EVAL PERFORMANCE', {kind: 'facts', facts: {}}],
		['     | > loss: 0.125  (0.25)', {kind: 'metrics', split: 'train', values: {loss: 0.125}}],
		[
			"     | > grad_norm_0: tensor(8.5, device='cuda:0')  (tensor(9.25, device='cuda:0'))",
			{kind: 'metrics', split: 'train', values: {grad_norm_0: 8.5}},
		],
		['     | > avg_loss: 4.5 (+0.125)', {kind: 'metrics', split: 'train', values: {avg_loss: 4.5}}],
		[
			' > BEST MODEL : out/GPT_XTTS_FT/best_model_3984.pth',
			{kind: 'checkpoint', best: true, path: 'out/GPT_XTTS_FT/best_model_3984.pth'},
		],
		[
			' > CHECKPOINT : out/checkpoint_10000.pth',
			{kind: 'checkpoint', best: false, path: 'out/checkpoint_10000.pth'},
		],
		[' > EVALUATION ', {kind: 'phase', phase: 'validating'}],
		['     | > avg_loader_time: 0.5 (-0.25)', []],
		['     | > Epochs: the number of epochs', null],
	],
} satisfies Format;
