import type {Part} from './part.ts';

/** Files that one save wrote. */
export type Group = {
	/** How saves of this kind are put together: those of one family are compared with each other. */
	readonly family: 'file' | 'folder' | 'basicsr' | 'paddle' | 'pair';
	/** Absolute path of the save's folder; null where files lie loose. */
	readonly folder: string | null;
	readonly parts: readonly Part[];
};

type Key = {readonly key: string; readonly family: Group['family']};

/** Puts files together that one save wrote. */
export function groupParts(parts: readonly Part[]): readonly Group[] {
	const groups = new Map<string, {family: Group['family']; folder: string | null; parts: Part[]}>();
	const add = (key: string, family: Group['family'], part: Part) => {
		const group = groups.get(key) ?? {family, folder: part.within, parts: []};
		groups.set(key, group);
		group.parts.push(part);
	};
	for (const part of parts) {
		const {key, family} = keyOf(part);
		// Loose files of states belong to no save of their own.
		if (family === 'file' && part.role !== 'model') continue;
		add(key, family, part);
	}

	const cores = new Map([...groups.keys()].map(key => [coreOf(key), key]));
	for (const part of parts) {
		const {key, family} = keyOf(part);
		if (family !== 'file' || part.role !== 'optimizer') continue;
		const home = cores.get(coreOf(key.replace(companion, '')));
		if (home !== undefined) {
			add(home, 'pair', part);
			const group = groups.get(home);
			if (group) group.family = 'pair';
		} else add(key, 'pair', part);
	}

	const inOrder = (a: Part, b: Part) => (a.full < b.full ? -1 : 1);
	return [...groups.values()].map(group => ({...group, parts: group.parts.toSorted(inOrder)}));
}

const companion =
	/(?:[._-]?(?:optims?|optimizers?|opt)(?:[._-]states?)?(?=$|[._-]))|(?<=\/)(?:optims?|optimizers?|opt)[._-]/i;

/** What remains of a key without the words that say which half it is: `/c/model_10` → `/c/10`. */
function coreOf(key: string): string {
	const cut = key.lastIndexOf('/') + 1;
	const words = key
		.slice(cut)
		.split(/[._-]+/)
		.filter(word => !/^(?:model|net|network|weights?|ckpt|checkpoint|state|dict|)$/i.test(word));
	return key.slice(0, cut) + words.join('_').toLowerCase();
}

function keyOf({full, name, within}: Part): Key {
	if (within !== null) return {key: within, family: 'folder'};
	const folder = full.slice(0, full.lastIndexOf('/'));
	const [, basicsr] =
		/\/(?:models|training_states)\/(?:net_\w+?_)?(\d+|latest)\.(?:pth|state)$/.exec(full) ?? [];
	if (basicsr !== undefined) {
		return {key: `${folder.slice(0, folder.lastIndexOf('/'))}/#${basicsr}`, family: 'basicsr'};
	}

	const [, paddle] = /^(.+)\.(?:pd\w+|states)$/i.exec(name) ?? [];
	if (paddle !== undefined) return {key: `${folder}/${paddle}`, family: 'paddle'};
	const [, net] = /^(\d+|latest)_net_\w+\.pth$/.exec(name) ?? [];
	if (net !== undefined) return {key: `${folder}/${net}_net`, family: 'file'};
	const [, both] = /^[GD]_(\d+)\.pth$/.exec(name) ?? [];
	if (both !== undefined) return {key: `${folder}/G_D_${both}`, family: 'file'};
	const stem = name
		.replace(/\.(?:index|data-\d+-of-\d+)$/i, '#tf')
		.replace(/-\d{5}-of-\d{5}(?=\.)/, '')
		.replace(/[._-]?(?:mp_|zero_pp_|dp_|tp_)*(?:rank|shard)[_-]?\d+/gi, '');
	return {key: `${folder}/${stem}`, family: 'file'};
}
