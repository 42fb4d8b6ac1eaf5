import {basename} from 'node:path';
import type {BranchResult} from '../core/branch.ts';
import type {Time} from '../core/event.ts';
import type {Trouble} from '../core/news.ts';
import type {Run} from '../core/run.ts';
import {compose} from '../judge/compose.ts';
import {createWitness, reduce} from '../judge/witness.ts';
import {probes} from '../probes/index.ts';
import type {Means} from './means.ts';

/** The results that lie on the branches around these folders, each as a run of its branch. */
export async function branchResults(
	means: Means,
	folders: readonly string[],
	now: Time,
): Promise<{readonly runs: readonly Run[]; readonly trouble: readonly Trouble[]}> {
	const {results, trouble} = await probes.branches.ask(means.host, folders);
	return {runs: results.flatMap(result => runOf(means, result, now)), trouble};
}

function runOf({readers, config}: Means, result: BranchResult, now: Time): readonly Run[] {
	const {branch, commit, at, path, folder, text} = result;
	const bytes = new TextEncoder().encode(text);
	const reader = readers['results-json'];
	const events = reader?.open().push(bytes, 0) ?? [];
	if (!events.some(({kind}) => kind === 'metrics' || kind === 'rows')) return [];
	const id = `${commit}:${path}`;
	const witness = createWitness({file: id, path, format: 'results-json'});
	for (const event of events) reduce(witness, {...event, at}, null);
	const found = {
		id,
		name: basename(path).replace(/\.json$/i, ''),
		folder,
		path: `${branch}:${path}`,
		aliases: [],
		layout: 'file',
		archived: false,
		files: [{id, full: path, path, bytes: bytes.length, modifiedAt: at}],
		settings: null,
		checkpoints: [],
	};
	const facts = Object.fromEntries(witness.facts);
	return [
		compose(found, [witness], {
			now,
			host: 'git',
			read: 1,
			partial: false,
			goals: config.goals,
			git: {branch, commit, dirty: false},
			settings: witness.facts.size > 0 ? {file: path, values: facts} : null,
		}),
	];
}
