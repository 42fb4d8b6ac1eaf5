const never =
	/^(?:\..+|node_modules|__pycache__|site-packages|venv|virtualenv|(?:mini|ana)conda\d*|lost\+found)$/;

const heavy =
	/^(?:checkpoints?|ckpts?|weights|(?:saved_)?models?|snapshots?|training_states|visuali[sz]ations?|vis_images?|images?|imgs?|pictures|figures?|figs|plots|samples|previews|eval_results|metrics_per_image|predictions?|preds|data|datasets?|caches?|code|src|media|artifacts)$/i;

/** Folders that never hold runs: `.git`, `node_modules`, virtual environments. */
export function isNever(folder: string): boolean {
	return never.test(folder);
}

/** Folders that inside a run hold checkpoints, images or data: not looked into. */
export function isHeavy(folder: string): boolean {
	return heavy.test(folder);
}

const logs =
	/\.(?:log|out|err|stdout|stderr|jsonl|csv|wandb)$|\.(?:log|out|err)\.\d{1,3}$|\.[oe]\d{2,}$|\.log\.jsonl?$|^(?:metrics|trainer_state|scalars|log_history|(?:train(?:ing)?_)?history|evals_results?|catboost_training)\.jsonl?$|^(?:(?:learn|test)_error|metrics|log)\.tsv$|tfevents|^workerlog\.\d+$|\.rank_?\d+$|^typescript$/i;

const plain = /\.txt$/i;

const others =
	/^(?:requirements|readme|licen[cs]e|notice|authors|citation|vocab|merges|classes|labels?|names|environ|env|pip_?freeze|conda|model|config|args|opts?|hparams|hyperparameters|params|sources|top_level|dependency_links|entry_points|cmakelists|version|robots|manifest|index|files|list|train|val|valid|test|trainval|eval|answers?|questions?|prompts?|tokens?|characters?|dict|words?|corpus|meta(?:data)?|split|note|notes|todo|seed|done|last_checkpoint|latest_checkpointed_iteration)(?:[._-]?(?:list|names|ids|dev|lock|map|files?|split|set|\d+))?\.(?:txt|csv|jsonl)$|^(?:readme|licen[cs]e)|^(?:requirements|vocab|dict|labels?|classes|annotations?|coco)|^test_.+_\d{8}_\d{6}\.log$|^endpoints\.log$|gpu\.log$|^debug(?:-\w+)?\.log$|^(?:vdl|vdlrecords)\..*\.log$|(?:_list|_label|labels|_gt|_annotations?)\.(?:txt|csv)$/i;

/** Whether a name alone may be that of a log or of a file of metrics: content decides later. */
export function mayBeLog(name: string): boolean {
	return (logs.test(name) || plain.test(name)) && !others.test(name);
}

/** Whether a name says little (`.txt`, `.csv`, `.jsonl`): in a folder of many such files they are data. */
export function isVague(name: string): boolean {
	return /\.(?:txt|csv|jsonl)$/i.test(name);
}

/** Whether a folder of thousands of entries should be looked at all the same. */
export function isObviousLog(name: string): boolean {
	return /\.(?:log|out|err|wandb)$|tfevents|^(?:log|train_log|stdout)\.txt$/i.test(name);
}

/** A console's or a logger's text, as against files of metrics. */
export function isText(name: string): boolean {
	return !/\.(?:csv|jsonl?|wandb)$|tfevents/i.test(name);
}

/** What a shell or a scheduler redirected: `job.out`, `job.err`. */
export function isConsole(name: string): boolean {
	return /\.(?:out|err|stdout|stderr)$|\.[oe]\d{2,}$/i.test(name);
}

const ranks = [
	/^workerlog\.(\d+)$/,
	/(?:^|[._-])rank[_-]?(\d+)(?:\.\w+)?$/i,
	/^default\.[a-z]+\.(\d+)\.log$/,
];

/** `workerlog.3` → 3, `log.txt.rank1` → 1: the rank of a distributed job that wrote it. */
export function rankOf(name: string): number | undefined {
	for (const pattern of ranks) {
		const rank = pattern.exec(name)?.[1];
		if (rank !== undefined) return Number(rank);
	}

	return undefined;
}

/** What the files of one lone run have in common: `job-12.out`, `job-12.err` → `job-12`. */
export function stemOf(name: string): string {
	return name
		.replace(/[._-]rank[_-]?\d+(?=\.|$)/i, '')
		.replace(/^workerlog\.\d+$/, 'workerlog')
		.replace(/\.(?:log|out|err)\.\d{1,3}$/, '')
		.replace(/\.[oe](?=\d{2,}$)/, '.job')
		.replace(/\.log\.jsonl?$/, '')
		.replace(/\.(?:log|out|err|stdout|stderr)$/i, '');
}

const telling = [/\.(?:err|stderr)$|\.e\d+$/i, /\.(?:log|out|err)\.\d+$/i];

/** Orders the files of a run: rank 0 and standard output (0) before errors, older parts and other ranks. */
export function weightOf(name: string): number {
	return (rankOf(name) ?? 0) * 10 + telling.findIndex(pattern => pattern.test(name)) + 1;
}
