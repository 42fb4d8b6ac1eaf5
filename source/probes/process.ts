import type {Holders, Host} from '../core/host.ts';
import type {Probe, Writer} from '../core/probe.ts';

/** A file that may be written to: its identity and where it lies. */
type Asked = {readonly id: string; readonly full: string};

/**
Who writes these logs? One look at this user's processes answers for all. `nobody` only where nothing
could hide a writer: all of them were listed, the file is this user's, and no other machine can write it.
*/
export default {
	title: 'Writing process',
	every: 10,
	async ask(host, files) {
		const answers = new Map<string, Writer>();
		if (!host.holders) {
			for (const {id} of files) answers.set(id, unknown('this host cannot tell'));
			return answers;
		}

		const holders = await host.holders(new Set(files.map(file => file.id)));
		for (const file of files) answers.set(file.id, await judge(host, holders, file));
		return answers;
	},
} satisfies Probe<readonly Asked[], ReadonlyMap<string, Writer>>;

async function judge(host: Host, holders: Holders, {id, full}: Asked): Promise<Writer> {
	const process = holders.writers.get(id);
	if (process) return {kind: 'writing', process};
	if (!holders.complete) return unknown('not every process could be listed');
	const stat = await host.stat(full).catch(() => undefined);
	if (stat?.identity !== id) return unknown('the file is no longer there');
	if (stat.owner !== holders.user) return unknown('the file is another user’s');
	if (await (host.shared?.(full) ?? true)) return unknown('other machines may write to it');
	return {kind: 'nobody'};
}

function unknown(why: string): Writer {
	return {kind: 'unknown', why};
}
