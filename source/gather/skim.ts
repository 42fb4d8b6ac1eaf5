import type {Position} from '../core/event.ts';
import {drawn, sift, unitColumns} from './drawn.ts';
import {endFrames, unitOf} from './frames.ts';
import type {Skim} from './lines.ts';
import {isOpen, record, writeAll} from './recorded.ts';
import {deskColumns, roomIn, takeBack} from './rows.ts';
import {most} from './shape/burst.ts';
import type {Meaning} from './shape/fields.ts';
import {afterEnd, takeLines} from './shape/rush.ts';
import type {Shape} from './shape/shape.ts';
import type {Shapes} from './shapes.ts';
import {countKnown, mayGrow, type Story, tellAll} from './story.ts';

type Recorded = Extract<Meaning, {kind: 'record'}>;

/** What the reading does with a line that says nothing, as where it is read by its expressions; false: it must be. */
export type Nothing = (known: boolean, line: number, text: () => string, offset: number) => boolean;

const decoder = new TextDecoder();
/** The last bytes of a piece, and zeros behind them. */
const rest = new Uint8Array(4 * most.rest);

/**
Reads lines of known shapes in the buffer, without making text of them: records go straight into the
columns. What it does is exactly what reading the line by its expressions does, or it declines.
*/
export function createSkim(
	story: Story,
	shapes: Shapes,
	heard: () => void,
	nothing: Nothing,
): Skim {
	let taken = 0;
	/** The last record, to which the next lines may add. */
	let held: Recorded | undefined;

	function run(bytes: Uint8Array, start: number, end: number, line: number, base: number): number {
		const {signals, blocks} = story;
		taken = 0;
		if (!story.format || signals.open || signals.caught > 0 || blocks.bar) return start;
		held = undefined;
		let at = through(bytes, start, end, end, line, base);
		if (at < end && end - at <= most.rest) {
			// Lines so near the end may be compared with what is not there: zeros stand for it.
			rest.set(bytes.subarray(at, end));
			rest.fill(0, end - at);
			at += through(rest, 0, end - at, rest.length, line, base + at);
		}

		hold();
		return at;
	}

	/** Takes the lines that end before `end`; up to `room` there are bytes. Tells where the first begins that it does not. */
	function through(
		bytes: Uint8Array,
		start: number,
		end: number,
		room: number,
		line: number,
		base: number,
	): number {
		let at = start;
		while (at < end) {
			const next = take(bytes, at, end, room, line + taken, base + at);
			if (next < 0) break;
			at = next;
			taken++;
			at = rush(bytes, at, end, room, line + taken, base);
		}

		return at;
	}

	/** Takes one line; tells where the next begins, or -1. */
	function take(
		bytes: Uint8Array,
		start: number,
		end: number,
		room: number,
		line: number,
		offset: number,
	): number {
		const at = shapes.find(bytes, start, room);
		const next = at < 0 ? -1 : afterEnd(bytes, at, end);
		if (next < 0) return -1;
		const shape = shapes.found();
		if (shape.meaning.kind === 'record') {
			hear(shape, shape.meaning, line, offset);
			return next;
		}

		const text = () => decoder.decode(bytes.subarray(start, at));
		if (!nothing(shape.meaning.known, line, text, offset)) return -1;
		if (!shape.meaning.known) release();
		return next;
	}

	/** Takes the lines that follow as long as they are of the shape found last; tells where the next begins. */
	function rush(
		bytes: Uint8Array,
		start: number,
		end: number,
		room: number,
		line: number,
		base: number,
	): number {
		const {batch} = story;
		const shape = shapes.found();
		const {meaning} = shape;
		if (meaning.kind !== 'record' || !isOpen(batch, shape)) return start;
		const burst = shapes.burst();
		if (!burst) return start;
		const aside = shapes.aside();
		const stretch = {
			bytes,
			view: shapes.view(),
			end,
			stop: Math.min(end - 1, room - Math.max(shape.longest, aside ? shape.aside!.longest : 0) - 8),
			base,
			lines: batch.line,
			offsets: batch.offset,
			row: batch.length,
			room: Math.min(most.lines, roomIn(batch)),
		};
		const next = takeLines(burst, aside, stretch, start, line);
		const {count, passed} = burst;
		if (count + passed === 0) return start;
		writeAll(batch, burst, shape);
		batch.length += sift(story.blocks.frames, batch, shape, meaning, burst);
		shapes.more(count, passed);
		story.understood += count + passed;
		story.counted = line + count + passed - 1;
		taken += count + passed;
		return next;
	}

	function hear(shape: Shape, meaning: Recorded, line: number, offset: number): void {
		release();
		if (meaning.bar === undefined) {
			leave(meaning);
			record(story, meaning, shape, line, offset);
			if (grows(shape, meaning)) held = meaning;
		} else frame(shape, meaning, meaning.bar, line, offset);
		countKnown(story, line);
		heard();
	}

	/** A frame of a bar stands where its values do, if it is a record. */
	function frame(
		shape: Shape,
		meaning: Recorded,
		bar: 'each' | 'next',
		line: number,
		offset: number,
	): void {
		const unit = unitOf(meaning.position);
		const place = unit && drawn(story.blocks.frames, shape, meaning, unit, bar);
		if (place !== undefined && place < 0) return;
		record(story, meaning, shape, line, offset);
		if (place !== undefined) deskColumns[unitColumns[unit!]]![story.batch!.length - 1] = place;
	}

	/** Nothing adds to the record before any more. */
	function release(): void {
		held = undefined;
		const {record} = story.blocks;
		if (!record) return;
		story.blocks.record = null;
		tellAll(story, [record]);
	}

	/** A record that names its epoch ends the bars before it. */
	function leave({position}: Recorded): void {
		if (position['epoch'] === undefined) return;
		story.blocks.done = null;
		if (story.blocks.frames.last) endFrames(story.blocks.frames);
	}

	/** What follows must know the last record. */
	function hold(): void {
		const {batch} = story;
		if (!held || !batch) return;
		const row = batch.length - 1;
		const [line, offset] = [batch.line[row]!, batch.offset[row]!];
		const event = takeBack(batch, Object.keys(held.position) as (keyof Position)[]);
		story.blocks.record = {events: [event], line, offset};
		story.blocks.table = false;
		held = undefined;
	}

	function grows(shape: Shape, {split}: Recorded): boolean {
		shape.grows ??= mayGrow(story.format!, {kind: 'metrics', split, values: {}});
		return shape.grows;
	}

	return {run, taken: () => taken};
}
