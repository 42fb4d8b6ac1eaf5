import type {Fact, Facts} from '../../core/event.ts';

/** A setting and the number it holds. */
export type Count = {readonly name: string; readonly value: number};

/** What settings ask of saving; null where they do not say. */
export type Asked = {
	/** How many are to be kept. */
	readonly keep: Count | null;
	/** How often is saved; the unit is null where the name does not tell it. */
	readonly every: (Count & {readonly unit: 'epoch' | 'step' | null}) | null;
	/** Folders, and files in them; `firm`: nothing but checkpoints is meant. */
	readonly folders: ReadonlyArray<{
		readonly name: string;
		readonly value: string;
		readonly firm: boolean;
	}>;
};

const keeps =
	/^(?:max_keep_ckpts|save_total_limit|save_top_k|keep_checkpoint_max|max_to_keep|keep_last_(?:n|epochs|checkpoints)|checkpoint_hist|max_checkpoints)$/i;
const epochs =
	/^(?:save_epoch_(?:freq|step|interval)|snapshot_epoch|every_n_epochs|save_period|save_every_(?:n_)?epochs?|checkpoint_every_epochs)$/i;
const steps =
	/^(?:save_checkpoint_freq|save_steps|every_n_train_steps|save_iters?_step|save_interval_updates|checkpoint_period|save_every_(?:n_)?steps|save_interval_steps)$/i;
const either = /^(?:save_interval|checkpoint_interval|save_freq|save_every)$/i;
const ofHook = /(?:^|\.)(?:checkpoint(?:_config|_hook)?)\.interval$/i;
const firm =
	/^(?:checkpoint_save_dir|best_model_save_path|checkpoint_(?:dir|path)|ckpt_(?:dir|path)|save_ckpt_dir|save_checkpoint_dir|dirpath)$/i;
const loose = /^(?:save_model_dir|save_inference_dir|save_dir|output_dir|work_dir|save_folder)$/i;

const known = new WeakMap<Facts, Asked>();

/** What settings ask of saving; worked out once. */
export function askedOf(settings: Facts): Asked {
	const before = known.get(settings);
	if (before) return before;
	const asked = {
		keep: numberOf(settings, keeps),
		every: intervalOf(settings),
		folders: foldersOf(settings),
	};
	known.set(settings, asked);
	return asked;
}

/** Numbers below 1 say: all, or none. */
function numberOf(settings: Facts, pattern: RegExp): Count | null {
	for (const [name, value] of Object.entries(settings)) {
		if (pattern.test(lastOf(name)) && isCount(value)) return {name, value};
	}

	return null;
}

function isCount(value: Fact): value is number {
	return typeof value === 'number' && Number.isInteger(value) && value > 0;
}

function intervalOf(settings: Facts): Asked['every'] {
	for (const [name, value] of Object.entries(settings)) {
		const unit = isCount(value) ? unitIn(settings, name) : undefined;
		if (unit !== undefined) return {name, value: value as number, unit};
	}

	return null;
}

/** What a setting of this name counts; null: it does not tell, undefined: no saves. */
function unitIn(settings: Facts, name: string): 'epoch' | 'step' | null | undefined {
	const last = lastOf(name);
	if (epochs.test(last)) return 'epoch';
	if (steps.test(last)) {
		// The HF Trainer names its steps even where it saves by epoch, or never.
		const strategy = settings[name.replace(/save_steps$/, 'save_strategy')] ?? 'steps';
		return last === 'save_steps' && !/steps/i.test(String(strategy)) ? undefined : 'step';
	}

	if (either.test(last)) return null;
	if (!ofHook.test(name)) return undefined;
	const byEpoch = settings[name.replace(/interval$/, 'by_epoch')];
	return byEpoch === undefined ? null : byEpoch ? 'epoch' : 'step';
}

function foldersOf(settings: Facts): Asked['folders'] {
	return Object.entries(settings).flatMap(([name, value]) => {
		const last = lastOf(name);
		const isFirm = firm.test(last);
		if (typeof value !== 'string' || value === '' || value === 'None') return [];
		if (!isFirm && !loose.test(last)) return [];
		return value.includes('://') || /[${}*]/.test(value) ? [] : [{name, value, firm: isFirm}];
	});
}

function lastOf(name: string): string {
	return name.slice(name.lastIndexOf('.') + 1);
}
