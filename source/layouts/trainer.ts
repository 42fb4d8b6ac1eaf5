import type {Layout} from '../core/layout.ts';

/** Output folder of the Hugging Face Trainer and of what is built on it: `checkpoint-N/trainer_state.json`, `runs/<time>_<host>/`. */
export default {
	title: 'Hugging Face Trainer',
	marks: {
		holds: [/^checkpoint-\d+\/$/, /^trainer_(?:state\.json|log\.jsonl)$/, /^logging\.jsonl$/],
	},
	logs: [
		/^[^/]+\.(?:log|out)$/,
		/^(?:trainer_log|logging)\.jsonl$/,
		/^trainer_state\.json$/,
		/^checkpoint-\d+\/trainer_state\.json$/,
		/^runs\/(?:[^/]+\/)?events\.out\.tfevents\./,
		/^(?:[^/]+\.err)$/,
	],
	inside: [/^checkpoint-\d+\/$/, /^runs\/(?:[^/]+\/)?$/],
	newest: /^checkpoint-(\d+)\/trainer_state\.json$/,
	settings: [
		/^(?:training_args|args|train_config)\.(?:json|ya?ml)$/,
		/^checkpoint-\d+\/config\.json$/,
	],
	checkpoints: [''],
	samples: [
		{
			tree: [
				'/llm/out/checkpoint-60/trainer_state.json',
				'/llm/out/checkpoint-60/model.safetensors',
				'/llm/out/checkpoint-120/trainer_state.json',
				'/llm/out/checkpoint-120/config.json',
				'/llm/out/runs/Nov22_11-09-50_gpu/events.out.tfevents.1795345790.gpu.24862.0',
			],
			runs: {
				'llm/out': [
					'checkpoint-120/trainer_state.json',
					'runs/Nov22_11-09-50_gpu/events.out.tfevents.1795345790.gpu.24862.0',
				],
			},
		},
	],
} satisfies Layout;
