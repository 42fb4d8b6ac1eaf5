import type {Checkpoint, CheckpointReader, KnownContents, Saves} from '../core/checkpoint.ts';
import {type NameFacts, placeOf, readName} from '../core/checkpoint-name.ts';
import type {Probe} from '../core/probe.ts';
import {type Group, groupParts} from './checkpoint/group.ts';
import {type Habit, type Judged, judgeGroup} from './checkpoint/judge.ts';
import {type Lying, listAll} from './checkpoint/lie.ts';
import {lookInto} from './checkpoint/look.ts';
import type {Part} from './checkpoint/part.ts';

/** The folders of a run, and how to tell what a file in them holds. */
type Question = {
	/** Absolute path of the run's folder. */
	readonly folder: string;
	readonly folders: readonly string[];
	readonly reader: CheckpointReader;
	readonly known: KnownContents;
	/** How many saves are looked into at most: the newest, and those that are more than one of a row. */
	readonly looks?: number;
};

const mostSaves = 200;
const mostLooks = 60;

/** Which saves lie in a run's folders, and can training go on from them? Old ones of many are not looked into. */
export default {
	title: 'Checkpoints',
	every: 10,
	async ask(host, question) {
		const lying = await listAll(host, [...new Set(question.folders)]);
		const groups = groupParts(lying.parts)
			.map(group => ({group, name: nameOf(group), savedAt: savedAtOf(group)}))
			.sort((a, b) => a.savedAt - b.savedAt || countOf(a.name) - countOf(b.name));
		const kept = newestOf(groups, mostSaves);
		const saves: Checkpoint[] = [];
		const looked = new Map<Group, Group>();
		for (const {group} of newestOf(kept, question.looks ?? mostLooks)) {
			const parts = await lookInto(host, question.reader, group.parts, question.known);
			looked.set(group, {...group, parts});
		}

		for (const {group, name} of kept) {
			const seen = looked.get(group);
			if (seen && isNone(seen)) continue;
			const judged = seen
				? judgeSave(seen, name, looked, lying)
				: ({resume: 'unknown', why: 'one of many old ones: not looked into'} as const);
			saves.push(toSave(question.folder, seen ?? group, name, judged, lying));
		}

		return {
			saves,
			more: groups.length - kept.length + lying.passed,
			bytes: bytesOf(lying.parts),
			trouble: lying.trouble,
		};
	},
} satisfies Probe<Question, Saves>;

type Named = {readonly name: NameFacts};

/** Of too many the newest, after those that are more than one of a row; in their order. */
function newestOf<Some extends Named>(groups: readonly Some[], most: number): readonly Some[] {
	if (groups.length <= most) return groups;
	const isSpecial = ({name}: Some) => name.kind !== 'periodic' && name.kind !== 'other';
	const special = groups.filter(isSpecial).slice(-most);
	const rest = groups.filter(group => !isSpecial(group)).slice(special.length - most);
	const kept = new Set([...special, ...(special.length < most ? rest : [])]);
	return groups.filter(group => kept.has(group));
}

/** Orders what was saved, or copied, at one moment. */
function countOf({step, epoch, number}: NameFacts): number {
	return step ?? epoch ?? number ?? Number.MAX_SAFE_INTEGER;
}

/** Settings in a pickle, a list of paths that is called .pth: no state of a training lies in it. */
function isNone({family, parts}: Group): boolean {
	return (
		family === 'file' &&
		parts.every(
			({content}) =>
				content?.kind === 'text' ||
				(content?.weights === false && content.optimizer === false && content.whole !== false),
		)
	);
}

function judgeSave(
	group: Group,
	name: NameFacts,
	looked: ReadonlyMap<Group, Group>,
	{trackers}: Lying,
): Judged {
	const judged = judgeGroup(group, name.kind, habitOf(group, looked));
	const tag = trackers.get(group.folder?.slice(0, group.folder.lastIndexOf('/')) ?? '');
	const named = Number(/(\d+)$/.exec(tag ?? '')?.[1] ?? Number.NaN);
	return name.step !== null && name.step > named
		? {resume: 'partial', why: `not finished: the newest whole one is ${tag}`}
		: judged;
}

/** What other periodic saves of the family hold. */
function habitOf(group: Group, looked: ReadonlyMap<Group, Group>): Habit {
	const like = [...looked.values()].filter(
		other => other !== group && other.family === group.family && nameOf(other).kind === 'periodic',
	);
	return {
		optimizer: like.some(({parts}) => parts.some(({role}) => role === 'optimizer')),
		states: like.some(({parts}) => parts.some(({role}) => role === 'states')),
	};
}

function toSave(
	folder: string,
	group: Group,
	name: NameFacts,
	{resume, why}: Judged,
	{links}: Lying,
): Checkpoint {
	const files = group.parts.map(({full}) => seenFrom(folder, full));
	const main = group.folder ?? mainOf(group.parts).full;
	const aliases = links.filter(
		({full, identity}) =>
			full !== main &&
			(identity === group.folder || group.parts.some(part => part.identity === identity)),
	);
	const best = aliases.some(({name: alias}) => readName(alias).kind === 'best');
	return {
		path: seenFrom(folder, main),
		files,
		kind: best ? 'best' : name.kind,
		bytes: bytesOf(group.parts),
		savedAt: savedAtOf(group),
		...placeOf(name, numbersOf(group.parts)),
		resume,
		why,
		aliases: aliases.map(({full}) => seenFrom(folder, full)),
	};
}

/** The model's file: BasicSR's generator before its discriminator, else the first. */
function mainOf(parts: readonly Part[]): Part {
	const models = parts.filter(({role}) => role === 'model');
	return (
		models.find(({name}) => /^net_g_|_net_G|^G_|\.pdparams$/.test(name)) ??
		models[0] ??
		(parts[0] as Part)
	);
}

function nameOf({folder, parts}: Group): NameFacts {
	if (folder !== null) return readName(folder.slice(folder.lastIndexOf('/') + 1), true);
	return readName(mainOf(parts).name);
}

/** The model's own numbers win over those of the files around it. */
function numbersOf(parts: readonly Part[]): Readonly<Record<string, number>> {
	const numbers = Object.assign(
		{},
		...parts.toReversed().map(({content}) => content?.numbers ?? {}),
	);
	const isUltralytics = parts.some(({content}) =>
		['train_args', 'updates'].every(key => content?.keys.includes(key)),
	);
	// It counts from 0 inside its files, and from 1 wherever it prints.
	return isUltralytics && numbers.epoch >= 0 ? {...numbers, epoch: numbers.epoch + 1} : numbers;
}

function savedAtOf({parts}: Group): number {
	return Math.max(...parts.map(({modifiedAt}) => modifiedAt));
}

/** Two names of one file are paid for once. */
function bytesOf(parts: readonly Part[]): number {
	const sizes = new Map(parts.map(({identity, bytes}) => [identity, bytes]));
	return [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
}

function seenFrom(folder: string, full: string): string {
	return full.startsWith(`${folder}/`) ? full.slice(folder.length + 1) : full;
}
