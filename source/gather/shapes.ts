import type {Format} from '../core/format.ts';
import type {Understood} from './read.ts';
import type {Burst} from './shape/burst.ts';
import {bequeath, disown, inherit} from './shape/inherited.ts';
import {type Lesson, learn, prove, recordOf} from './shape/learn.ts';
import {match, matches} from './shape/match.ts';
import {longest, type Pattern} from './shape/pattern.ts';
import {beginShape, burstOf, follow, goesOn, type Shape} from './shape/shape.ts';
import {enough, observe, restore} from './shape/still.ts';
import {signature, tokens} from './shape/tokens.ts';
import type {Dating} from './time.ts';

/** Lines of one file as shapes: what has been learnt, and what is being learnt. */
export type Shapes = {
	/** Finds the shape of the line that begins at `from`, and where the line's last byte ends: -1 when none. */
	readonly find: (bytes: Uint8Array, from: number, end: number) => number;
	/** The shape that was found last. */
	readonly found: () => Shape;
	/** The shape found last, made ready, when lines of it follow one another and nothing is to be learnt from them. */
	readonly burst: () => Burst | null;
	/** The shape of the lines amid them, made ready. */
	readonly aside: () => Burst | null;
	/** The bytes given last. */
	readonly view: () => DataView;
	/** So many more lines of the shape found last were found, and lines amid them. */
	readonly more: (count: number, amid: number) => void;
	/** How many lines were found. */
	readonly times: () => number;
	/** Learns from a line that was read by its expressions. */
	readonly teach: (text: string, told: Understood | undefined) => void;
	/** Another format: nothing learnt holds but, where it `inherits`, what other files of it had; tells whether that is something. */
	readonly anew: (inherits: boolean) => boolean;
};

/** So often a kind of line must come before its shape is learnt, and agree before it is trusted. */
const often = {seen: 12, agreed: 4};
/** Bounds: shapes, kinds of line being counted, shapes with one first byte tried on a line, length of a line. */
const most = {shapes: 64, kinds: 512, tries: 8, characters: 1024};

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
		const at = likely ? tryShape(likely, bytes, from, end) : -1;
		if (at >= 0) {
			last = likely;
			times++;
			return at;
		}

		const rivals = byFirst[bytes[from]!];
		return rivals ? findAmong(rivals, bytes, from, end) : -1;
	}

	function findAmong(rivals: Shape[], bytes: Uint8Array, from: number, end: number): number {
		const likely = last?.next;
		for (const [index, rival] of rivals.entries()) {
			const at = rival === likely ? -1 : tryShape(rival, bytes, from, end);
			if (at < 0) continue;
			if (last) follow(last, rival);
			last = rival;
			rival.inherited = false;
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

		bySignature.set(name, beginShape(learnt));
	}

	/** One more line of a shape that is not trusted yet, or whose widths are new. */
	function train(shape: Shape, name: string, lesson: Lesson): void {
		// Trying a pattern on other lines overwrites its numbers.
		shape.still.spoilt = true;
		if (shape.trials >= often.agreed && matches(shape.pattern, lesson.text)) return;
		if (shape.widenings-- <= 0) return;
		if (!prove(shape, lesson)) {
			bySignature.set(name, null);
			disown(lesson.format, name);
			drop(shape);
			return;
		}

		shape.trials++;
		shape.ready = undefined;
		shape.longest = longest(shape.pattern);
		if (shape.trials !== often.agreed) return;
		trust(shape);
		bequeath(lesson.format, name, shape);
	}

	function trust(shape: Shape): void {
		trusted++;
		for (const first of shape.firsts) {
			const rivals = byFirst[first] ?? [];
			const idle = rivals.at(-1);
			if (rivals.length < most.tries) rivals.push(shape);
			else if (idle?.inherited) rivals[rivals.length - 1] = shape;
			byFirst[first] = rivals;
		}
	}

	function drop(shape: Shape): void {
		for (const first of shape.firsts)
			byFirst[first] = byFirst[first]?.filter(other => other !== shape);
		last = undefined;
		for (const other of bySignature.values()) {
			if (other?.next === shape) other.next = undefined;
			if (other?.aside === shape) other.aside = undefined;
		}
	}

	return {
		find,
		found: () => last!,
		burst: () => (goesOn(last!) ? burstOf(last!) : null),
		aside: () => (last!.aside ? burstOf(last!.aside) : null),
		view: () => view,
		more(count, amid) {
			times += count + amid;
			last!.still.hits += count;
			if (last!.aside) last!.aside.still.hits += amid;
		},
		times: () => times,
		teach,
		anew(inherits) {
			kinds.clear();
			bySignature.clear();
			byFirst = [];
			trusted = 0;
			last = undefined;
			const format = formatOf();
			for (const [name, learnt] of format && inherits ? inherit(format, dating) : []) {
				const shape = {...beginShape(learnt), trials: often.agreed, inherited: true};
				shape.longest = longest(shape.pattern);
				bySignature.set(name, shape);
				trust(shape);
			}

			return trusted > 0;
		},
	};
}
