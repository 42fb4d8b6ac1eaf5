import type {Format} from '../core/format.ts';

/** torchtune: a bar described as `epoch|step|Loss: 1.2`, and DiskLogger's `Step 250 | loss:1.2 …` (torchtune/training/metric_logging.py). */
export default {
	title: 'torchtune',
	url: 'https://github.com/pytorch/torchtune',
	hallmark: /^\d+\|\d+\|Loss: /,
	lines: [
		{
			kind: 'metrics',
			bar: 'each',
			has: '|Loss: ',
			match: /^(?<epoch>\d+)\|(?<step>\d+)\|Loss: (?<loss>[\d.]+(?:e[-+]?\d+)?|nan|inf)/,
		},
		{
			kind: 'metrics',
			has: ' | ',
			match: /^Step (?<step>\d+) \| (?=\S+:[-\d.nai])/,
			rest: 'pairs',
			prefixes: {val_: 'val', eval_: 'val'},
		},
		{
			kind: 'checkpoint',
			match:
				/^(?:INFO:torchtune[\w.]*:)?(?:Model checkpoint of size .* saved to|Adapter checkpoint of size .* saved to|Checkpoint saved (?:to|in)) (?<path>\S+)/,
		},
		{kind: 'noise', match: /^INFO:torchtune[\w.]*:/},
	],
	samples: [
		[
			'1|250|Loss: 1.2345:  25%|██▌       | 250/1000 [00:10<00:30, 25.00it/s]',
			{kind: 'metrics', split: 'train', position: {epoch: 1, step: 250}, values: {loss: 1.2345}},
		],
		[
			'Step 250 | loss:1.25 lr:2e-05 tokens_per_second_per_gpu:1500.5 ',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 250},
				values: {loss: 1.25, lr: 2e-5, tokens_per_second_per_gpu: 1500.5},
			},
		],
		[
			'INFO:torchtune.utils._logging:Model checkpoint of size 2.48 GB saved to /tmp/out/hf_model_0001_0.pt',
			{kind: 'checkpoint', best: false, path: '/tmp/out/hf_model_0001_0.pt'},
		],
		['INFO:torchtune.utils._logging:Learning rate scheduler is initialized.', []],
		['Step 3 | read the guide', null],
	],
} satisfies Format;
