import type {FileId} from '../core/event.ts';
import type {Format} from '../core/format.ts';
import type {Reading, Report} from '../core/reader.ts';
import {beginScores, best, type Score, scoreLine, settled} from './choose.ts';
import {createDecoder} from './encoding.ts';
import {behindBar} from './glued.ts';
import {createCutter} from './lines.ts';
import type {Understood} from './read.ts';
import {createShapes} from './shapes.ts';
import {createSkim} from './skim.ts';
import {
	beginStory,
	countKnown,
	flush,
	forkStory,
	hearLine,
	type Line,
	type Story,
	shown,
	tellOpen,
} from './story.ts';
import type {Dating} from './time.ts';
import {hint} from './troubles.ts';

/** How a text is to be read. */
export type TextOptions = Dating & {
	readonly file: FileId;
	/** False: every line by its expressions, the meaning that the fast way must equal. */
	readonly fast?: boolean;
};

/** How many lines that say anything, or characters of them, a format is chosen by. */
const window = {lines: 400, characters: 262_144};
/** So many lines in a row that the format does not know: another one is looked for. */
const estranged = 32;

/**
Shapes are worth learning in files with more lines than that, or sooner where so many bytes came at once,
and while lines of known shapes come.
*/
const patience = {lines: 300, soon: 40, bytes: 262_144, lessons: 1500, paid: 10};

/** Reads a text log: chooses its format, understands its lines, tells their events in the order of the file. */
export function openText(formats: Readonly<Record<string, Format>>, options: TextOptions): Reading {
	const dating: Dating = options;
	const story = beginStory(options.file, dating);
	const decoder = createDecoder();
	const shapes = createShapes(() => story.format, dating);
	const fast = options.fast !== false;
	let scores = beginScores(formats);
	let chosen: Score | undefined;
	let why = '';
	/** Lines that wait for a format to be chosen. */
	let pending: Line[] = [];
	let pendingCharacters = 0;
	/** The last lines, which the chosen format does not know. */
	let strange: Line[] = [];
	let pause = 0;
	let resting = 0;
	let lessons = -patience.lines;

	const skim = createSkim(story, shapes, settle, hearNothing);
	const cutter = createCutter(
		(bytes, start, end, line, offset) => {
			const text = decoder.text(bytes, start, end);
			if (text.trim() === '') return;
			divide({text, line, offset: decoder.place(offset), plain: decoder.plain()}, take);
		},
		fast ? skim : undefined,
	);

	function take(line: Line): void {
		if (chosen) {
			hear(line);
			return;
		}

		if (resting > 0) {
			resting--;
			hearLine(story, line);
			return;
		}

		pending.push(line);
		pendingCharacters += line.text.length;
		scoreLine(scores, formats, line.text, dating);
		const full = pending.length >= window.lines || pendingCharacters >= window.characters;
		if (full || (pending.length % 16 === 0 && settled(scores))) decide(full);
	}

	/** Chooses by the lines that wait, and reads them. A full window that nobody understands is read without. */
	function decide(full: boolean): void {
		const leader = best(scores);
		if (leader && (full || !leader.fallback || leader.records > 2)) choose(leader);
		else if (!full) return;
		const lines = pending;
		pending = [];
		pendingCharacters = 0;
		for (const line of lines) hear(line);
		if (chosen) return;
		pause = pause * 2 + window.lines;
		resting = pause;
	}

	function choose(score: Score): void {
		chosen = score;
		story.format = formats[score.id];
		// New widths of a shape that is known are cheap to learn.
		if (shapes.anew(decoder.encoding() === 'utf-8')) lessons = 0;
		why = `knows ${score.understood} of the ${pending.length} lines it was chosen by`;
		pause = 0;
		resting = 0;
	}

	function hear(line: Line): void {
		const before = story.out.length;
		const known = hearLine(story, line);
		if (fast && line.plain) teach(line, known);
		if (known || story.out.length > before) settle();
		else if (resting > 0) resting--;
		else if (chosen) strange.push(line);
		if (strange.length >= estranged) reconsider();
	}

	function settle(): void {
		if (strange.length > 0) strange = [];
	}

	/** A line whose shape says nothing: counted as `hear` counts it. */
	function hearNothing(known: boolean, line: number, text: () => string, offset: number): boolean {
		if (known) {
			countKnown(story, line);
			settle();
			return true;
		}

		if (story.notUnderstood.length < shown.lines || strange.length === estranged - 1) return false;
		if (resting > 0) resting--;
		else strange.push({text: text(), line, offset});
		return true;
	}

	/** Shapes are learnt of plain records and of lines that say nothing. */
	function teach({text}: Line, known: Understood | undefined): void {
		if (++lessons < 0 || lessons > patience.lessons + shapes.times() / patience.paid) return;
		const event = known?.events[0];
		if (!event && (hint.test(text) || story.signals.open)) return;
		shapes.teach(text, known);
	}

	/** The format knows none of the last lines: does another? Then it goes on from the first of them. */
	function reconsider(): void {
		const lines = strange;
		strange = [];
		const others = beginScores(formats);
		for (const {text} of lines) scoreLine(others, formats, text, dating);
		const other = best(others);
		if (!other || other.fallback || other.id === chosen?.id || other.records < 2) {
			pause = Math.min(4096, pause * 2 + estranged);
			resting = pause;
			return;
		}

		scores = scores.map((score, index) => ({
			...score,
			records: score.records + others[index]!.records,
			understood: score.understood + others[index]!.understood,
		}));
		chosen = scores.find(({id}) => id === other.id);
		story.format = formats[other.id];
		shapes.anew(decoder.encoding() === 'utf-8');
		why = `the file changes its style at line ${lines[0]!.line}`;
		const again = new Set(lines.map(({line}) => line));
		story.notUnderstood = story.notUnderstood.filter(({line}) => !again.has(line));
		for (const line of lines) hear(line);
	}

	/** The story as it would go on if the file ended here. */
	function ended(): {readonly story: Story; readonly format: string} {
		const fork = forkStory(story);
		const leader = chosen ?? best(scores);
		fork.format = leader && formats[leader.id];
		for (const line of pending) hearLine(fork, line);
		cutter.peek((bytes, start, end, line, offset) => {
			const text = decoder.text(bytes, start, end);
			if (text.trim() === '') return;
			divide({text, line, offset: decoder.place(offset)}, piece => hearLine(fork, piece));
		});
		tellOpen(fork);
		return {story: fork, format: leader?.id ?? 'text'};
	}

	function report(): Report {
		const {story: end, format} = ended();
		const candidates = scores
			.filter(({understood}) => understood > 0)
			.toSorted((a, b) => b.records - a.records || b.understood - a.understood)
			.map(({id, understood}) => ({format: id, understood}));
		const told = `understands ${end.understood} of ${cutter.lines()} lines`;
		return {
			format,
			why: why ? `${told}; ${why}` : told,
			candidates,
			lines: cutter.lines(),
			understood: end.understood,
			notUnderstood: end.notUnderstood,
			trouble: [],
		};
	}

	return {
		push(bytes, offset) {
			if (bytes.length > patience.bytes) lessons = Math.max(lessons, -patience.soon);
			const taken = decoder.take(bytes, offset);
			if (decoder.encoding() === 'binary') return [];
			cutter.push(taken.bytes, taken.offset);
			if (!chosen && pending.length > 0) decide(false);
			return flush(story);
		},
		rest: () => (decoder.encoding() === 'binary' ? [] : flush(ended().story)),
		format: () =>
			decoder.encoding() === 'binary' ? binary.format : ((chosen ?? best(scores))?.id ?? 'text'),
		report: () => (decoder.encoding() === 'binary' ? binary : report()),
	};
}

/** A line, and by itself what was printed behind a bar that ended no line. */
function divide(line: Line, take: (piece: Line) => void): void {
	const {text} = line;
	const at = behindBar(text);
	if (at === 0) {
		take(line);
		return;
	}

	take({...line, text: text.slice(0, at), plain: false});
	divide({...line, text: text.slice(at), plain: false}, take);
}

const binary: Report = {
	format: 'binary',
	why: 'its first bytes are no text',
	candidates: [],
	lines: 0,
	understood: 0,
	notUnderstood: [],
	trouble: [{offset: 0, what: 'binary data, not a text'}],
};
