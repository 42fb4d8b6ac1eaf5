import type {Format} from '../core/format.ts';

/** Milliseconds that an expression of the user's may take on one line. */
const patience = 5;
/** Characters of a line that it sees. */
const seen = 4096;

/** An expression that was switched off: `lines.3.match`, and how much it had seen of the line. */
export type Strike = {readonly expression: string; readonly characters: number};

/**
A format of the user's whose expressions see at most 4 KB of a line and are switched off once they
take over 5 ms on one. `clock` tells milliseconds.
*/
export function guardFormat(
	format: Format,
	clock: () => number,
	struck: (strike: Strike) => void,
): Format {
	const guarded = (expression: RegExp, name: string) =>
		guard(expression, clock, characters => struck({expression: name, characters}));
	const {head, hallmark, lines} = format;
	return {
		...format,
		...(head && {head: guarded(head, 'head')}),
		...(hallmark && {hallmark: guarded(hallmark, 'hallmark')}),
		lines: lines.map((shape, index) => ({
			...shape,
			match: guarded(shape.match, `lines.${index + 1}.match`),
		})),
	};
}

/** A slow expression cannot be stopped: it is tried on longer and longer parts of a line, from here on. */
const taste = 64;

function guard(
	expression: RegExp,
	clock: () => number,
	struck: (characters: number) => void,
): RegExp {
	let off = false;
	/** Undefined: too slow. A machine that is busy makes one look slow, so it gets three chances. */
	const timed = (text: string): RegExpExecArray | null | undefined => {
		for (let chance = 0; chance < 3; chance++) {
			const begun = clock();
			const match = expression.exec(text);
			const took = clock() - begun;
			if (took <= patience) return match;
			if (took > 20 * patience) break;
		}

		off = true;
		struck(text.length);
		return undefined;
	};

	const exec = (line: string): RegExpExecArray | null => {
		if (off) return null;
		for (let length = taste; length < Math.min(line.length, seen); length *= 2) {
			if (timed(line.slice(0, length)) === undefined) return null;
		}

		return timed(line.length > seen ? line.slice(0, seen) : line) ?? null;
	};
	return Object.assign(new RegExp(expression), {exec});
}
