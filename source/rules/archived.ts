import type {Rule} from '../core/rule.ts';
import {trained} from '../core/telling.ts';

/** Its folder was moved aside, as frameworks do when a run of the same name begins. */
export default {
	title: 'Archived',
	settings: {},
	begin: () => ({}),
	judge(_memory, run) {
		if (!run.archived) return null;
		return {
			severity: 'info',
			certain: true,
			message: 'it is archived: its folder was renamed so, or packed',
			advice: '',
			evidence: [],
		};
	},
	examples: [
		{title: 'an archived folder', archived: true, events: [trained(1, 1)], finds: 'info'},
		{title: 'a folder in its place', events: [trained(1, 1)], finds: null},
	],
} satisfies Rule;
