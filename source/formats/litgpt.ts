import type {Format} from '../core/format.ts';

/** LitGPT and lit-gpt, TinyLlama too: iterations are batches, steps are the optimiser's (litgpt/finetune/lora.py, litgpt/pretrain.py). */
export default {
	title: 'LitGPT',
	url: 'https://github.com/Lightning-AI/litgpt',
	hallmark: /^(?:Epoch \d+ \| iter \d+ step \d+ \| |iter \d+ step \d+: loss |iter \d+: val loss )/,
	lines: [
		{
			kind: 'metrics',
			has: '| loss train: ',
			match:
				/^Epoch (?<epoch>\d+) \| iter \d+ step (?<step>\d+) \| loss train: (?<loss>[-\d.]+|nan|inf)/,
		},
		{
			kind: 'metrics',
			has: ': loss ',
			match: /^iter \d+ step (?<step>\d+): loss (?<loss>[-\d.]+|nan|inf), iter time: /,
		},
		{
			kind: 'metrics',
			split: 'val',
			has: ': val loss ',
			match: /^(?:iter \d+|step (?<step>\d+)): val loss:? (?<loss>[\d.]+|nan|inf), val time: /,
		},
		{
			kind: 'checkpoint',
			match: /^Saving (?:checkpoint|LoRA weights|adapter weights) to '?(?<path>[^\s']+)/,
		},
		{kind: 'phase', phase: 'validating', match: /^Validating \.\.\.$/},
		{kind: 'phase', phase: 'finished', match: /^Training time: [\d.]+s/},
	],
	samples: [
		[
			'Epoch 1 | iter 4 step 1 | loss train: 1.625, val: n/a | iter time: 310.51 ms (step)',
			{kind: 'metrics', split: 'train', position: {epoch: 1, step: 1}, values: {loss: 1.625}},
		],
		[
			'iter 100 step 50: loss 7.125, iter time: 512.12ms (optimizer.step) remaining time: 100.12 hours',
			{kind: 'metrics', split: 'train', position: {step: 50}, values: {loss: 7.125}},
		],
		[
			'iter 8: val loss 1.5, val time: 123.67 ms',
			{kind: 'metrics', split: 'val', values: {loss: 1.5}},
		],
		[
			"Saving LoRA weights to 'out/lora/final/lit_model.pth.lora'",
			{kind: 'checkpoint', best: false, path: 'out/lora/final/lit_model.pth.lora'},
		],
		['Validating ...', {kind: 'phase', phase: 'validating'}],
		['Training time: 1234.56s', {kind: 'phase', phase: 'finished'}],
	],
} satisfies Format;
