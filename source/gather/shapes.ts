import type {Format} from '../core/format.ts';
import type {Understood} from './read.ts';
import {type Burst, prepare} from './shape/burst.ts';
import {type Learnt, type Lesson, learn, prove, recordOf} from './shape/learn.ts';
import {match, matches} from './shape/match.ts';
import {longest, type Pattern, parts} from './shape/pattern.ts';
import {beginStill, enough, observe, restore, type Still} from './shape/still.ts';
import {signature, tokens} from './shape/tokens.ts';
import type {Dating} from './time.ts';

/** A learnt shape among others. */
export type Shape = Learnt & {
	/** The bytes that its lines may begin with. */
	readonly firsts: readonly number[];
	/** No line of it is longer. */
	longest: number;
	/** The shape that followed last time. */
	next: Shape | undefined;
	/** Lines that agreed before it was trusted. */
	trials: number;
	/** How often its widths may still be widened. */
	widenings: number;
	readonly still: Still;
	/** Whether its records may be the beginnings of longer ones. */
	grows: boolean | undefined;
	/** The pattern that was made ready for many lines in a row; a burst of null: it cannot be. */
	ready: {readonly pattern: Pattern; readonly burst: Burst | null} | undefined;
};

/** Lines of one file as shapes: what has been learnt, and what is being learnt. */
export type Shapes = {
	/** Finds the shape of the line that begins at `from`, and where the line's last byte ends: -1 when none. */
	readonly find: (bytes: Uint8Array, from: number, end: number) => number;
	/** The shape that was found last. */
	readonly found: () => Shape;
	/** The shape found last, made ready, when lines of it follow one another and nothing is to be learnt from them. */
	readonly burst: () => Burst | null;
	/** The bytes given last. */
	readonly view: () => DataView;
	/** So many more lines of the shape found last were found. */
	readonly more: (count: number) => void;
	/** How many lines were found. */
	readonly times: () => number;
	/** Learns from a line that was read by its expressions. */
	readonly teach: (text: string, told: Understood | undefined) => void;
	/** Another format: nothing learnt holds. */
	readonly forget: () => void;
};

/** So often a kind of line must come before its shape is learnt, and agree before it is trusted. */
const often = {seen: 12, agreed: 4};
/** Bounds: shapes, kinds of line being counted, shapes with one first byte tried on a line, length of a line. */
const most = {shapes: 64, kinds: 512, tries: 8, characters: 1024, widenings: 48};

/** Nothing learnt yet of the lines of a format. */
export function createShapes(formatOf: () => Format | undefined, dating: Dating): Shapes {
	const kinds = new Map<string, number>();
	const bySignature = new Map<string, Shape | null>();
	let byFirst: Array<Shape[] | undefined> = [];
	let trusted = 0;
	let last: Shape | undefined;
	let times = 0;
	let viewed: Uint8Array | undefined;
	let view: DataView = new DataView(new ArrayBuffer(0));

	function find(bytes: Uint8Array, from: number, end: number): number {
		if (bytes !== viewed) {
			viewed = bytes;
			view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		}

		const likely = last?.next;
		if (likely) {
			const at = tryShape(likely, bytes, from, end);
			if (at >= 0) {
				last = likely;
				times++;
				return at;
			}
		}

		const rivals = byFirst[bytes[from]!];
		return rivals ? findAmong(rivals, bytes, from, end) : -1;
	}

	function findAmong(rivals: Shape[], bytes: Uint8Array, from: number, end: number): number {
		const likely = last?.next;
		for (const [index, rival] of rivals.entries()) {
			const at = rival === likely ? -1 : tryShape(rival, bytes, from, end);
			if (at < 0) continue;
			if (last) last.next = rival;
			last = rival;
			times++;
			if (index > 0) rivals.splice(index - 1, 2, rival, rivals[index - 1]!);
			return at;
		}

		return -1;
	}

	function tryShape(shape: Shape, bytes: Uint8Array, from: number, end: number): number {
		if (end - from < shape.longest) return -1;
		const {still, pattern} = shape;
		if (still.pattern) {
			const at = lineOf(still.pattern, bytes, from);
			if (at >= 0) {
				if (still.spoilt) restore(still, pattern);
				still.hits++;
				return at;
			}
		}

		still.spoilt = true;
		const at = lineOf(pattern, bytes, from);
		if (at >= 0 && (still.pattern || still.read < enough)) observe(still, pattern, bytes, from, at);
		return at;
	}

	function lineOf(pattern: Pattern, bytes: Uint8Array, from: number): number {
		const at = match(pattern, bytes, view, from);
		return at >= 0 && (bytes[at] === 10 || bytes[at] === 13) ? at : -1;
	}

	function teach(text: string, told: Understood | undefined): void {
		const format = formatOf();
		if (!format || text.length > most.characters) return;
		if (told && told.events.length > 0 && !recordOf(told)) return;
		const all = tokens(text, told?.time);
		const name = `${told === undefined ? '?' : told.events.length} ${signature(text, all)}`;
		const shape = bySignature.get(name);
		if (shape === null) return;
		const lesson = {text, all, told, format, dating};
		if (shape === undefined) begin(name, lesson);
		else train(shape, name, lesson);
	}

	/** Counts a kind of line; learns its shape when it comes often. */
	function begin(name: string, lesson: Lesson): void {
		const seen = (kinds.get(name) ?? 0) + 1;
		if (seen === 1 && kinds.size >= most.kinds) kinds.clear();
		kinds.set(name, seen);
		const full = bySignature.size >= most.shapes * 4 || trusted >= most.shapes;
		if (seen < often.seen || full) return;
		const learnt = learn(lesson);
		if (!learnt) {
			bySignature.set(name, null);
			return;
		}

		const firsts = firstsOf(learnt.pattern);
		bySignature.set(name, {
			...learnt,
			firsts,
			longest: 0,
			next: undefined,
			trials: 0,
			widenings: most.widenings,
			still: beginStill(learnt.pattern),
			grows: undefined,
			ready: undefined,
		});
	}

	/** One more line of a shape that is not trusted yet, or whose widths are new. */
	function train(shape: Shape, name: string, lesson: Lesson): void {
		// Trying a pattern on other lines overwrites its numbers.
		shape.still.spoilt = true;
		if (shape.trials >= often.agreed && matches(shape.pattern, lesson.text)) return;
		if (shape.widenings-- <= 0) return;
		if (!prove(shape, lesson)) {
			bySignature.set(name, null);
			drop(shape);
			return;
		}

		shape.trials++;
		shape.ready = undefined;
		shape.longest = longest(shape.pattern);
		if (shape.trials !== often.agreed) return;
		trusted++;
		for (const first of shape.firsts) {
			const rivals = byFirst[first] ?? [];
			if (rivals.length < most.tries) rivals.push(shape);
			byFirst[first] = rivals;
		}
	}

	function drop(shape: Shape): void {
		for (const first of shape.firsts)
			byFirst[first] = byFirst[first]?.filter(other => other !== shape);
		last = undefined;
		for (const other of bySignature.values()) if (other?.next === shape) other.next = undefined;
	}

	return {
		find,
		found: () => last!,
		burst: () => burstOf(last!),
		view: () => view,
		more(count) {
			times += count;
			last!.still.hits += count;
		},
		times: () => times,
		teach,
		forget() {
			kinds.clear();
			bySignature.clear();
			byFirst = [];
			trusted = 0;
			last = undefined;
		},
	};
}

/** What stands still must be known, and the plan must. */
function burstOf(shape: Shape): Burst | null {
	const {still, pattern, fields} = shape;
	if (shape.next !== shape || (!still.pattern && still.read < enough)) return null;
	const quick = still.pattern ?? pattern;
	if (shape.ready?.pattern === quick) return shape.ready.burst;
	const moves = (index: number) => !still.pattern || !still.steady[fields.slots[index]!];
	const burst = fields.plan.some(moves) ? null : prepare(quick, pattern.numbers.length);
	shape.ready = {pattern: quick, burst};
	return burst;
}

const digitsAndBlank = [32, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57];

function firstsOf({ops, literals}: Pattern): readonly number[] {
	return ops[parts.end] === 0 && ops.length > 2 ? digitsAndBlank : [literals[0] ?? 10];
}
