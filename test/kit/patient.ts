import type {Alert} from '../../source/core/alert.ts';
import type {Checkpoint} from '../../source/core/checkpoint.ts';
import type {Disk} from '../../source/core/disk.ts';
import type {Event} from '../../source/core/event.ts';
import type {Found} from '../../source/core/found.ts';
import type {Writer} from '../../source/core/probe.ts';
import type {Rules} from '../../source/core/rule.ts';
import type {Run, Scheduler} from '../../source/core/run.ts';
import {attend, createBook} from '../../source/judge/book.ts';
import {compose} from '../../source/judge/compose.ts';
import {createWitness, reduce, type Witness} from '../../source/judge/witness.ts';

/** The moment at which every story of a test begins. */
export const dawn = Date.UTC(2026, 0, 5, 10);

/** Events as a file would tell them: a line each and a second apart, where they do not say otherwise. */
export function lined(events: readonly Event[], file = 'log.txt'): readonly Event[] {
	return events.map((event, index) => ({
		at: dawn + index * 1000,
		source: {file, line: index + 1, offset: index * 100},
		...event,
	}));
}

/** A file that told these events. */
export function witnessOf(events: readonly Event[], path = 'log.txt', format = 'tagged'): Witness {
	const witness = createWitness({file: path, path, format});
	for (const event of events) reduce(witness, event, null);
	return witness;
}

/** A run folder with files of these names, last written at a time. */
export function foundOf(paths: readonly string[] = ['log.txt'], modifiedAt = dawn): Found {
	return {
		id: '1:1',
		name: 'exp',
		folder: '/runs/exp',
		path: 'exp',
		aliases: [],
		layout: 'tagged',
		archived: false,
		files: paths.map(path => ({id: path, full: `/runs/exp/${path}`, path, bytes: 1, modifiedAt})),
		settings: null,
		checkpoints: [],
	};
}

export const writers: Readonly<Record<'alive' | 'gone' | 'unknown', Writer>> = {
	alive: {kind: 'writing', process: {pid: 4242, alive: true, command: 'python train.py'}},
	gone: {kind: 'nobody'},
	unknown: {kind: 'unknown', why: 'another user'},
};

type Circumstances = {
	readonly silence?: number;
	readonly writer?: Writer;
	readonly archived?: boolean;
	readonly checkpoints?: readonly Checkpoint[];
	readonly gone?: boolean;
	readonly disk?: Disk;
	readonly scheduler?: Scheduler;
};

/** The run that witnesses tell of, seconds after the last thing they told. */
export function runOf(
	witnesses: readonly Witness[],
	{
		silence = 0,
		writer = writers.unknown,
		archived = false,
		checkpoints = [],
		scheduler,
	}: Circumstances = {},
): {readonly run: Run; readonly now: number} {
	const last = Math.max(dawn, ...witnesses.map(({lastAt}) => lastAt ?? dawn));
	const now = last + silence * 1000;
	const paths = witnesses.map(({path}) => path);
	const found = {...foundOf(paths, last), archived};
	const run = compose(found, witnesses, {
		now,
		host: 'local',
		writer,
		read: 1,
		partial: false,
		checkpoints,
		...(scheduler && {scheduler}),
	});
	return {run, now};
}

/** Tells a story event by event, the rules attending all the while, and then once more at the end. */
export function attended(
	rules: Rules,
	events: readonly Event[],
	options: Circumstances = {},
): {readonly live: readonly Alert[]; readonly replayed: readonly Alert[]; readonly run: Run} {
	const told = lined(events);
	const witness = createWitness({file: 'log.txt', path: 'log.txt', format: 'tagged'});
	const book = createBook(rules);
	for (const event of told) {
		reduce(witness, event, null);
		const {run, now} = runOf([witness], {writer: options.writer ?? writers.unknown});
		attend(book, run, [witness], now);
	}

	const {run: bare, now} = runOf([witness], options);
	const run = options.disk ? {...bare, disk: options.disk} : bare;
	const live = attend(book, run, [witness], now, options.gone);
	const replayed = attend(createBook(rules), run, [witness], now, options.gone);
	return {live, replayed, run};
}
