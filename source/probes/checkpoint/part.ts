import type {Content} from '../../core/checkpoint.ts';

/** What a file is to the save it belongs to, by its name. */
export type Role = 'model' | 'optimizer' | 'states' | 'tracker';

/** One file that belongs to a checkpoint. */
export type Part = {
	/** Absolute. */
	readonly full: string;
	readonly name: string;
	/** Absolute path of the folder that is one save; null for a file that lies loose. */
	readonly within: string | null;
	readonly role: Role;
	readonly identity: string;
	readonly bytes: number;
	readonly modifiedAt: number;
	/** Undefined: not looked into. */
	readonly content?: Content;
};

const certain =
	/\.(?:pth|pt|ckpt|safetensors|keras|pdparams|pdema|pdopt|pdstates|distcp|(?:pth|pt)\.tar|data-\d+-of-\d+)$/i;
const likely = /\.(?:bin|tar|pkl|zip|npz|h5|hdf5|msgpack|states?|index|optim)$/i;
const speaking =
	/model|weight|ckpt|checkpoint|epoch|iter|step|best|last|latest|final|(?:^|_)net|adapter|optim|random_state|scheduler|^\d+[._-]/i;
const never = /^events\.out\.|\.(?:index\.json|lock|tmp)$/i;
const states =
	/^(?:rng_state|random_states?|scheduler|lr_scheduler|scaler|sampler|dl_state_dict|custom_checkpoint|training_args|trainer_state|meta|common)(?:[._-].*)?$|\.(?:pdstates|states)$/i;
const optimizers =
	/(?:^|[._-])(?:optims?|optimizers?|opt)(?:$|[._-])|optim_states|distrib_optim|\.(?:pdopt|state|optim)$/i;

/** Whether a file's name is that of a checkpoint or of a part of one. */
export function mayBePart(name: string): boolean {
	return !never.test(name) && (certain.test(name) || (likely.test(name) && speaking.test(name)));
}

/** What a file is, by its name: `optimizer.pt`, `400.state`, `rng_state.pth`. */
export function roleOf(name: string): Role {
	if (states.test(name)) return 'states';
	// Megatron keeps model and optimizer in one file: model_optim_rng.pt.
	return optimizers.test(name) && !/model_optim/.test(name) ? 'optimizer' : 'model';
}

const saveFolders = [
	/^(?:tmp-)?(?:checkpoint|ckpt|global_?step|iter|epoch|ep|step|state|backup|save)[-_=]?\d+/i,
	/^(?:best|last|latest|final)(?:[-_].+)?$/i,
	/^(?:model|checkpoint|ckpt)[-_](?:best|last|latest|final|\d+)/i,
	/\.(?:ckpt|pt|pth|safetensors)$/i,
	/^epoch=\d+/,
];

/** Whether a folder's name is that of one save: `checkpoint-60`, `global_step1000`, `best_model`. */
export function isSaveFolder(name: string): boolean {
	return saveFolders.some(pattern => pattern.test(name));
}

/** Folders that hold saves, wherever they lie in a run. */
export function holdsSaves(name: string): boolean {
	return /^(?:checkpoints?|ckpts?|weights|(?:saved_)?models?|snapshots?|training_states)$/i.test(
		name,
	);
}
