import type {Format} from '../core/format.ts';

/** DeepSpeed: its own step and speed lines, and the loss lines that scripts print between them (deepspeed/runtime/engine.py). */
export default {
	title: 'DeepSpeed',
	url: 'https://github.com/deepspeedai/DeepSpeed',
	head: /^\[(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[,.]\d+)\] \[(?<level>[A-Z]+)\] \[[\w./]+:\d+:\w+\] /,
	hallmark: /\[(?:logging|timer|stage\w+)\.py:\d+:\w+\]|\[deepspeed\]/,
	goals: {skipped: null},
	lines: [
		{
			kind: 'metrics',
			has: 'oss',
			match:
				/^\[(?:Step|step|Iter|iter) (?<step>\d+)(?:\/(?<steps>\d+))?\][,: ]+(?=(?:\w+[ :=]{1,3}[\d.e-]+[,| ]{1,3}){0,3}[Ll]oss\b)/,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			has: 'loss',
			match: /^Epoch: (?<epoch>\d+), Step: (?<stepInEpoch>\d+), (?:Rank: \d+, )?(?=.*\bloss\b)/,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			split: 'val',
			match: /^(?:ppl|perplexity): (?<ppl>[\d.]+|nan|inf)(?:, loss: (?<loss>[\d.]+|nan|inf))?\s*$/,
		},
		{kind: 'phase', phase: 'validating', match: /^\*{5} Evaluating [^*]*\*{5}/},
		{
			kind: 'checkpoint',
			match:
				/^\[Torch\] Saved (?<path>\S+(?:model_states|optim_states)\.pt)\.?|^Saving model checkpoint: (?<step>\d+)/,
		},
		{
			kind: 'noise',
			match:
				/^(?:\[Rank \d+\] step=\d+, |epoch=\d+\/micro_step=\d+\/global_step=\d+, |\[deepspeed\] (?:fp16 dynamic loss scale )?OVERFLOW!|(?:\[deepspeed\] )?OVERFLOW! |\d+ pytorch allocator cache flushes|\[Torch\] Sav(?:ing|ed) |\[\w+\] (?:DeepSpeed info|Using|Creating)|DeepSpeed )/,
		},
	],
	samples: [
		[
			'[Step 55/100] Loss: 4.6996 | Global Tokens/s: 2622.86 | GPU Mem (GB): 12.80 | Peak Mem: 27.45',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 55, steps: 100},
				values: {Loss: 4.6996, 'Tokens/s': 2622.86, Mem: 12.8},
			},
		],
		[
			'Epoch: 1, Step: 10, Rank: 0, loss = 2.5',
			{kind: 'metrics', split: 'train', position: {epoch: 1, stepInEpoch: 10}, values: {loss: 2.5}},
		],
		['ppl: 9.5, loss: 2.25', {kind: 'metrics', split: 'val', values: {ppl: 9.5, loss: 2.25}}],
		['***** Evaluating perplexity, Epoch 1/4 *****', {kind: 'phase', phase: 'validating'}],
		[
			'[2025-10-28 20:51:32,092] [INFO] [timer.py:264:stop] epoch=0/micro_step=55/global_step=55, RunningAvgSamplesPerSec=7.24, CurrSamplesPerSec=7.52',
			[],
		],
		[
			'[2025-10-28 20:51:32,092] [INFO] [torch_checkpoint_engine.py:23:save] [Torch] Saved out/global_step100/mp_rank_00_model_states.pt.',
			{kind: 'checkpoint', best: false, path: 'out/global_step100/mp_rank_00_model_states.pt'},
		],
		[
			'[2025-10-28 20:51:32,092] [INFO] [logging.py:107:log_dist] [Rank 0] step=55, skipped=2, lr=[1e-05], mom=[[0.8, 0.999]]',
			[],
		],
		[
			'[2025-10-28 20:51:32,092] [INFO] [loss_scaler.py:190:update_scale] [deepspeed] OVERFLOW! Rank 0 Skipping step. Attempted loss scale: 65536, reducing to 32768',
			[],
		],
		['steps are 3', null],
	],
} satisfies Format;
