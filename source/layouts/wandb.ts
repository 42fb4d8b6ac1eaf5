import type {Layout} from '../core/layout.ts';

/** `wandb/run-<time>-<id>/{run-<id>.wandb, files/output.log, files/config.yaml}`, also `offline-run-…`. */
export default {
	title: 'Weights & Biases',
	marks: {holds: [/^run-\w+\.wandb$/]},
	logs: [/^run-\w+\.wandb$/, /^files\/output\.log$/],
	inside: [/^files\/$/],
	loose: true,
	settings: [/^files\/config\.yaml$/],
	samples: [
		{
			tree: [
				'/exp/nohup.out',
				'/exp/wandb/debug.log',
				'/exp/wandb/offline-run-20261122_111817-66ho4mlx/run-66ho4mlx.wandb',
				'/exp/wandb/offline-run-20261122_111817-66ho4mlx/files/output.log',
				'/exp/wandb/offline-run-20261122_111817-66ho4mlx/files/requirements.txt',
				'/exp/wandb/offline-run-20261122_111817-66ho4mlx/logs/debug.log',
			],
			runs: {
				exp: [
					'nohup.out',
					'wandb/offline-run-20261122_111817-66ho4mlx/run-66ho4mlx.wandb',
					'wandb/offline-run-20261122_111817-66ho4mlx/files/output.log',
				],
			},
		},
		{
			tree: [
				'/all/wandb/run-20261122_111817-a1/run-a1.wandb',
				'/all/wandb/run-20261122_121817-b2/run-b2.wandb',
				'/all/wandb/run-20261122_121817-b2/files/config.yaml',
				'/all/wandb/run-20261122_131817-c3/run-c3.wandb',
				'/all/nohup.out',
			],
			runs: {
				'all/nohup.out': ['nohup.out'],
				'all/wandb/run-20261122_111817-a1': ['run-a1.wandb'],
				'all/wandb/run-20261122_121817-b2': ['run-b2.wandb'],
				'all/wandb/run-20261122_131817-c3': ['run-c3.wandb'],
			},
		},
	],
} satisfies Layout;
