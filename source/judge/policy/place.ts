import type {PolicyNote} from '../../core/policy.ts';
import type {Asked} from './asked.ts';
import type {Saving} from './saving.ts';

/** A folder that the settings save to and in which no checkpoint of the run lies. */
export function elsewhere(saving: Saving, {folders}: Asked): PolicyNote | null {
	const {checkpoints, settings} = saving;
	const meant = folders.filter(({firm}) => firm || checkpoints.length === 0);
	const holding = new Set(checkpoints.map(({path}) => folderOf(path, saving.folder)));
	for (const {name, value, firm} of meant) {
		const folder = tidied(
			/\.(?:pth?|ckpt|pdparams|h5|keras|safetensors)$/.test(value) ? parentOf(value) : value,
		);
		if (fits(folder, [...holding], saving.folder, firm)) continue;
		const missing = settings?.missing?.includes(name);
		if (!firm && !missing) continue;
		return {
			kind: 'elsewhere',
			severity: missing ? 'warn' : 'info',
			text: missing
				? `${name} is ${value}, a folder that does not exist`
				: `${name} is ${value}: it lies outside of the run’s folder and is not looked into`,
			setting: name,
			paths: [],
			bytes: null,
		};
	}

	return null;
}

/** A run that was renamed or moved keeps the last names of its folders. */
function fits(folder: string, holding: readonly string[], run: string, firm: boolean): boolean {
	if (folder === '' || folder === '.') return true;
	const within = (path: string) => `${path}/`.includes(`/${folder}/`) || path === folder;
	if (holding.some(within) || within(run)) return true;
	if (folder.startsWith(`${run}/`)) return holding.length > 0 || !firm;
	return holding.some(path => nameOf(path) === nameOf(folder));
}

function folderOf(path: string, run: string): string {
	return parentOf(path.startsWith('/') ? path : `${run}/${path}`);
}

function tidied(path: string): string {
	return path.replace(/^\.\/+/, '').replace(/\/+$/, '');
}

function parentOf(path: string): string {
	return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function nameOf(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}
