import type {FileId} from '../core/event.ts';
import type {Format} from '../core/format.ts';
import type {Reading} from '../core/reader.ts';
import {beginScores, best, type Score, scoreLine, settled} from './choose.ts';
import {clean} from './clean.ts';
import {createTranscoder, type Encoding, encodingOf, type Transcoder} from './encoding.ts';
import {createCutter, kept} from './lines.ts';
import {beginStory, flush, forkStory, hearLine, type Line, type Story, tellOpen} from './story.ts';
import type {Dating} from './time.ts';

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

/** Reads a text log: chooses its format, understands its lines, tells their events in the order of the file. */
export function openText(formats: Readonly<Record<string, Format>>, options: TextOptions): Reading {
	const dating: Dating = options;
	const story = beginStory(options.file, dating);
	let scores = beginScores(formats);
	let chosen: Score | undefined;
	let why = 'nothing read yet';
	let pending: Line[] = [];
	let pendingCharacters = 0;
	let strange: Line[] = [];
	let pause = 0;
	let resting = 0;
	let encoding: Encoding | undefined;
	let decoder = new TextDecoder();
	let transcoder: Transcoder | undefined;
	const trouble: Array<{offset: number; what: string}> = [];

	const cutter = createCutter((bytes, start, end, line, offset) => {
		const text = textOf(bytes, start, end);
		if (text.trim() === '') return;
		take({text, line, offset: transcoder ? transcoder.place(offset) : offset});
	});

	function textOf(bytes: Uint8Array, start: number, end: number): string {
		const piece = bytes.subarray(start, Math.min(end, start + kept));
		const text = decoder.decode(piece);
		if (encoding !== 'utf-8' || !text.includes('\uFFFD') || encodingOf(piece) !== 'gb18030')
			return clean(text);
		decoder = new TextDecoder('gb18030');
		encoding = 'gb18030';
		return clean(decoder.decode(piece));
	}

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
		why = `understands ${score.understood} of the ${pending.length} lines it was chosen by`;
		pause = 0;
		resting = 0;
	}

	function hear(line: Line): void {
		const before = story.out.length;
		const known = hearLine(story, line);
		if (known || story.out.length > before) {
			strange = [];
			return;
		}

		if (resting > 0) resting--;
		else if (chosen) strange.push(line);
		if (strange.length >= estranged) reconsider();
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
		why = `the file changes its style at line ${lines[0]!.line}`;
		const again = new Set(lines.map(({line}) => line));
		story.notUnderstood = story.notUnderstood.filter(({line}) => !again.has(line));
		for (const line of lines) hear(line);
	}

	/** The story as it would go on if the file ended here. */
	function ended(): {story: Story; format: string} {
		const fork = forkStory(story);
		const leader = chosen ?? best(scores);
		fork.format = leader && formats[leader.id];
		for (const line of pending) hearLine(fork, line);
		cutter.peek((bytes, start, end, line, offset) => {
			const text = textOf(bytes, start, end);
			if (text.trim() !== '')
				hearLine(fork, {text, line, offset: transcoder ? transcoder.place(offset) : offset});
		});
		tellOpen(fork);
		return {story: fork, format: leader?.id ?? 'text'};
	}

	function begin(bytes: Uint8Array): void {
		encoding = encodingOf(bytes);
		if (encoding === 'utf-16le' || encoding === 'utf-16be') transcoder = createTranscoder(encoding);
		else if (encoding === 'gb18030') decoder = new TextDecoder(encoding);
		else if (encoding === 'binary') trouble.push({offset: 0, what: 'binary data, not a text'});
	}

	return {
		push(bytes, offset) {
			if (bytes.length > 0 && encoding === undefined) begin(bytes);
			if (encoding === 'binary') return [];
			if (transcoder) {
				const from = transcoder.made();
				cutter.push(transcoder.push(bytes, offset), from);
			} else cutter.push(bytes, offset);
			if (!chosen && pending.length > 0) decide(false);
			return flush(story);
		},
		rest: () => (encoding === 'binary' ? [] : flush(ended().story)),
		report() {
			if (encoding === 'binary') {
				return {
					format: 'binary',
					why: 'over 30 % of its first bytes are control bytes',
					candidates: [],
					lines: 0,
					understood: 0,
					notUnderstood: [],
					trouble,
				};
			}

			const {story: end, format} = ended();
			const candidates = scores
				.filter(({understood}) => understood > 0)
				.toSorted((a, b) => b.records - a.records || b.understood - a.understood)
				.map(({id, understood}) => ({format: id, understood}));
			return {
				format,
				why: `${why}; ${end.understood} of ${cutter.lines()} lines understood`,
				candidates,
				lines: cutter.lines(),
				understood: end.understood,
				notUnderstood: end.notUnderstood,
				trouble,
			};
		},
	};
}
