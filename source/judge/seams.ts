import type {Checkpoint} from '../core/checkpoint.ts';
import {median} from '../core/curve.ts';
import type {Series} from '../core/series.ts';
import type {Seam, Session} from '../core/session.ts';
import type {Chain, Launch} from './chain.ts';
import {sessionsOf} from './story.ts';

/** Records on either side of a seam that make a level. */
const side = 8;
const least = 3;
/** Seams that are looked at: the newest. */
const most = 50;

type Place = {readonly unit: Seam['unit']; readonly first: number; readonly before: number};

/** The launches of a chain, each with how it goes on from the one before. */
export function joinedSessions(
	main: Chain,
	curve: Series | undefined,
	checkpoints: readonly Checkpoint[],
): readonly Session[] {
	const sessions = sessionsOf(main);
	let before: Session | undefined;
	return sessions.map((session, index) => {
		const former = before;
		if ((session.lastStep ?? session.lastEpoch ?? null) !== null) before = session;
		if (!session.resumed || !former || index < sessions.length - most) return session;
		const seam = seamOf(main.launches[index]!, session, former, curve, checkpoints);
		return {...session, seam};
	});
}

function seamOf(
	launch: Launch,
	session: Session,
	before: Session,
	curve: Series | undefined,
	checkpoints: readonly Checkpoint[],
): Seam {
	const {text, ...said} = saidBy(launch);
	const place = placeOf(session, before);
	const loss = place && curve ? levelsAt(curve, place) : null;
	const met = joint(place, intervalOf(launch, place?.unit ?? 'step'));
	return {
		...met,
		unit: place?.unit ?? 'step',
		from: checkpointOf(text, said, checkpoints),
		said,
		kept: isKept(said, session),
		loss: loss && {before: loss.before, after: loss.after},
		continuous: loss && goesOn(loss, met.kind),
	};
}

/** What was not told may have brought the loss down. */
function goesOn({before, after, bound}: Levels, kind: Seam['kind']): boolean {
	return Math.abs(after - before) <= bound || (kind === 'gap' && after < before);
}

function placeOf(session: Session, before: Session): Place | null {
	const {firstStep, firstEpoch} = session;
	const {lastStep, lastEpoch} = before;
	if (firstStep !== null && typeof lastStep === 'number')
		return {unit: 'step', first: firstStep, before: lastStep};
	if (firstEpoch !== null && typeof lastEpoch === 'number')
		return {unit: 'epoch', first: firstEpoch, before: lastEpoch};
	return null;
}

/** How far apart the records of a launch stand. */
function intervalOf({witness, index}: Launch, unit: Seam['unit']): number {
	for (const {spans} of witness.tables.train.told.values()) {
		const span = spans.get(index);
		const [first, last] = [span?.first[unit] ?? null, span?.last[unit] ?? null];
		if (span && span.points > 1 && first !== null && last !== null && last > first)
			return (last - first) / (span.points - 1);
	}

	return 1;
}

function joint(place: Place | null, interval: number): Pick<Seam, 'kind' | 'count'> {
	if (!place) return {kind: null, count: 0};
	const step = place.first - place.before;
	if (step <= 0.5 * interval && step <= 0)
		return {kind: 'overlap', count: Math.round(interval - step)};
	if (step > 1.5 * interval + 1) return {kind: 'gap', count: Math.round(step - interval)};
	return {kind: 'exact', count: 0};
}

/** What the launch said of where it goes on. */
function saidBy({witness, from, to}: Launch): Seam['said'] & {readonly text: string} {
	const told = witness.phases.filter(
		({phase, order}) => phase === 'resumed' && order >= from && order < to,
	);
	return {
		epoch: told.find(({epoch}) => epoch !== null)?.epoch ?? null,
		step: told.find(({step}) => step !== null)?.step ?? null,
		text: told.find(({text}) => text !== '')?.text ?? '',
	};
}

const pathLike =
	/[^\s'"`,;()]*(?:\.(?:pth|pt|ckpt|tar|state|states|pdparams|safetensors|h5|keras|bin)\b|checkpoint-\d+|\blatest\b)[^\s'"`,;()]*/i;

function checkpointOf(
	text: string,
	{epoch, step}: Seam['said'],
	checkpoints: readonly Checkpoint[],
): Seam['from'] {
	const words = wordsIn(text);
	const isNamed = ({path, files, aliases = []}: Checkpoint) =>
		[path, ...files, ...aliases].some(name => words.has(stemOf(name)));
	const named = text === '' ? undefined : checkpoints.findLast(isNamed);
	const path = named ? undefined : pathLike.exec(text)?.[0].replace(/\.+$/, '');
	if (path !== undefined) return {path, resume: null};
	const lying =
		named ??
		checkpoints.findLast(
			one =>
				(step !== null && one.step === step) ||
				(step === null && epoch !== null && one.epoch === epoch),
		);
	return lying ? {path: lying.path, resume: lying.resume} : null;
}

/** The last names of all paths in a line, as `stemOf` has them. */
function wordsIn(text: string): ReadonlySet<string> {
	return new Set(text.split(/[\s'"`,;()[\]]+/).map(word => stemOf(word.replace(/[.:/]+$/, ''))));
}

/** `output/rec/latest.pdparams` → latest: Paddle loads a set of files by what they share. */
function stemOf(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:pd\w+|states)$/, '');
}

/** Formats count from 0 or 1, and a launch may repeat the epoch that it was stopped in. */
function isKept({epoch, step}: Seam['said'], {firstStep, firstEpoch}: Session): boolean | null {
	if (step !== null && firstStep !== null) return firstStep >= step - 1;
	if (epoch !== null && firstEpoch !== null) return firstEpoch >= epoch - 1;
	return null;
}

type Levels = {readonly before: number; readonly after: number; readonly bound: number};

/** The level of the loss on both sides of a seam, and how far apart they may lie by chance. */
function levelsAt(curve: Series, {unit, first}: Place): Levels | null {
	let [low, high] = [0, curve.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (curve.x(middle, unit) < first) low = middle + 1;
		else high = middle;
	}

	const values = (from: number, to: number) =>
		Array.from({length: Math.max(0, to - from)}, (_, index) => curve.value(from + index)).filter(
			Number.isFinite,
		);
	const before = values(Math.max(0, low - side), low);
	const after = values(low, Math.min(curve.length, low + side));
	if (before.length < least || after.length < least) return null;
	const level = median(before);
	const noise = median(before.map(value => Math.abs(value - level)));
	return {
		before: level,
		after: median(after),
		bound: Math.max(0.15 * Math.abs(level), 4 * 1.4826 * noise),
	};
}
