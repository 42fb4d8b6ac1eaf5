import type {Layout} from '../core/layout.ts';

/** Any folder that holds a log under one of the usual names. */
export default {
	title: 'Folder',
	marks: {
		holds: [
			/^(?:log|train|training|train_log|stdout|train_stdout|output|console|run|job|metrics|results|progress|summary|history)\.(?:txt|log|out|csv|jsonl?)$/i,
			/^nohup\.out$|^typescript$/,
			/^(?:log|train|training)[._-]?rank[_-]?0\.(?:txt|log)$/,
		],
	},
	logs: [
		/^(?:log|train|training|train_log|run|job)\.(?:txt|log|out)$/i,
		/^(?:stdout|train_stdout|output|console)\.(?:txt|log|out)$/i,
		/^(?:metrics|results|progress|summary|history|logs?|train(?:ing)?_log)\.(?:csv|jsonl?)$/i,
		/^(?:(?:tensorboard|tb|tb_logs?|logs?|tf_logs|events|summar(?:y|ies)|runs)\/(?:[^/]+\/)?)?events\.out\.tfevents\./,
		/^run-\w+\.wandb$/,
		/^log\.txt\.rank\d+$|^workerlog\.\d+$/,
		/^(?:log|train|training)[._-]?rank[_-]?\d+\.(?:txt|log)$/,
		/^nohup\.out$|^typescript(?:\.log)?$/,
		/^(?:val|valid|validation|eval|test)\.(?:log|csv|txt)$/,
		/^(?:log|train|training|train_log|run|job)\.(?:txt|log|out)\.\d{1,3}$/i,
		/^(?:stderr|errors?|train|training|run|job|output|console|log)\.(?:err|txt|log)$/,
	],
	inside: [/^(?:tensorboard|tb|tb_logs?|logs?|tf_logs|events|summar(?:y|ies)|runs)\/(?:[^/]+\/)?$/],
	weak: true,
	settings: [
		/^(?:config|args|opts?|hparams|params|settings|train)\.(?:ya?ml|json|toml)$/,
		/^[^/]+\.ya?ml$/,
		/^\.hydra\/config\.yaml$/,
	],
	checkpoints: ['checkpoints', 'checkpoint', 'ckpt', 'ckpts', 'weights', 'models', ''],
	samples: [
		{
			tree: [
				'/exp/a/train.log',
				'/exp/a/history.csv',
				'/exp/a/nohup.out',
				'/exp/a/config.yaml',
				'/exp/a/tb/events.out.tfevents.1795346279.gpu',
				'/exp/b/metrics.jsonl',
				'/exp/d/train_rank0.log',
				'/exp/d/train_rank1.log',
				'/exp/slurm-123.out',
				'/exp/slurm-123.err',
				'/exp/slurm-124.out',
				'/exp/README.md',
				'/exp/requirements.txt',
				'/exp/node_modules/x/train.log',
				'/exp/.git/train.log',
				'/exp/venv2/pyvenv.cfg',
				'/exp/venv2/lib/train.log',
			],
			runs: {
				'exp/a': ['train.log', 'history.csv', 'tb/events.out.tfevents.1795346279.gpu', 'nohup.out'],
				'exp/b': ['metrics.jsonl'],
				'exp/d': ['train_rank0.log', 'train_rank1.log'],
				'exp/slurm-123.out': ['slurm-123.out', 'slurm-123.err'],
				'exp/slurm-124.out': ['slurm-124.out'],
			},
		},
		{
			tree: ['/exp/c/train.log', '/exp/c/train.log.1', '/exp/c/slurm-9.out', '/exp/c/slurm-9.err'],
			runs: {'exp/c': ['train.log', 'train.log.1', 'slurm-9.out', 'slurm-9.err']},
		},
		{
			tree: ['/logs/train.log', '/logs/1.out', '/logs/2.out', '/logs/3.out'],
			runs: {
				logs: ['train.log'],
				'logs/1.out': ['1.out'],
				'logs/2.out': ['2.out'],
				'logs/3.out': ['3.out'],
			},
		},
		{
			tree: [
				'/experiments/x/train_net.yml',
				'/experiments/x/log.txt',
				'/experiments/x/metrics.csv',
			],
			runs: {'experiments/x': ['log.txt', 'metrics.csv']},
		},
		{
			tree: [
				'/project/nohup.out',
				'/project/train.py',
				'/project/experiments/x4/train_x4_20241018_192730.log',
			],
			runs: {
				'project/nohup.out': ['nohup.out'],
				'project/experiments/x4': ['train_x4_20241018_192730.log'],
			},
		},
	],
} satisfies Layout;
