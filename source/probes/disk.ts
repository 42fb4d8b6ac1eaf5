import type {Space} from '../core/disk.ts';
import type {Probe} from '../core/probe.ts';

/** How much room is left where these folders lie; one that cannot be asked is left out. */
export default {
	title: 'Disk space',
	every: 60,
	async ask(host, folders) {
		const answers = new Map<string, Space>();
		for (const folder of new Set(folders)) {
			const space = await host.space?.(folder).catch(() => undefined);
			if (space) answers.set(folder, space);
		}

		return answers;
	},
} satisfies Probe<readonly string[], ReadonlyMap<string, Space>>;
