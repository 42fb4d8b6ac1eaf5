import type {Layout} from '../core/layout.ts';

/** Event files alone: in a folder, and in folders of its scalars below it (`train/`, `validation/`, `compare_val/`). */
export default {
	title: 'TensorBoard',
	marks: {
		holds: [/^events\.out\.tfevents\./, /^(?:train|training|val|valid|validation|eval|test)\/$/],
	},
	logs: [
		/^events\.out\.tfevents\./,
		/(?:^|[/_])(?:train|training|val|valid|validation|eval|test)\/events\.out\.tfevents\./,
		/^\d{9,}\.\d+\/events\.out\.tfevents\./,
	],
	inside: [/^[^/]+\/(?:[^/]+\/)?$/],
	weak: true,
	settings: [/^(?:hparams|config|args)\.ya?ml$/],
	samples: [
		{
			tree: [
				'/tf/logs/train/events.out.tfevents.1795346403.gpu.29661.0.v2',
				'/tf/logs/validation/events.out.tfevents.1795346404.gpu.29661.1.v2',
				'/pt/runs/exp1/events.out.tfevents.1795346276.gpu',
				'/pt/runs/exp1/1795346223.6828575/events.out.tfevents.1795346223.gpu.27368.1',
				'/pt/runs/exp1/compare/train/events.out.tfevents.1795346279.gpu',
				'/pt/runs/exp1/compare/val/events.out.tfevents.1795346279.gpu',
				'/pt/runs/exp2/events.out.tfevents.1795346279.gpu',
				'/data/train/cat/0001.png',
			],
			runs: {
				'pt/runs/exp1': [
					'events.out.tfevents.1795346276.gpu',
					'compare/train/events.out.tfevents.1795346279.gpu',
					'compare/val/events.out.tfevents.1795346279.gpu',
					'1795346223.6828575/events.out.tfevents.1795346223.gpu.27368.1',
				],
				'pt/runs/exp2': ['events.out.tfevents.1795346279.gpu'],
				'tf/logs': [
					'train/events.out.tfevents.1795346403.gpu.29661.0.v2',
					'validation/events.out.tfevents.1795346404.gpu.29661.1.v2',
				],
			},
		},
	],
} satisfies Layout;
