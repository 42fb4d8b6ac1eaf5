/** What is wrong with an expression: in words, and the place in its text. */
export type ExpressionFault = {readonly what: string; readonly at: number};

const most = 2000;

/** Compiles an expression that somebody else wrote, without flags; or tells what is wrong with it. */
export function compile(text: string): RegExp | ExpressionFault {
	if (text.length > most) return {what: `is longer than ${most} characters`, at: most};
	try {
		const expression = new RegExp(text);
		const group = repetition(text);
		if (!group) return expression;
		const what = `repeats what may take exponential time, ${group.text}`;
		return {what, at: group.at};
	} catch (error) {
		const {message} = error as SyntaxError;
		const reason = message.slice(message.lastIndexOf(': ') + 2).toLowerCase();
		return {what: `is no valid expression: ${reason}`, at: placeOf(text)};
	}
}

/** The names of the groups of an expression. */
export function groupsOf({source}: RegExp): readonly string[] {
	return Object.keys(new RegExp(`${source}|`).exec('')?.groups ?? {});
}

const tokens =
	/\\k<[^>]*>|\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\(\?(?:<?[=!]|<[^>]*>|[a-z-]*:)|\(\??|(?:[*+?]|\{\d+,?\d*\})\??|[\s\S]/g;

/** The first place up to which an expression cannot be completed, else its last group left open. */
function placeOf(text: string): number {
	const open: number[] = [];
	for (const {0: token, index} of text.matchAll(tokens)) {
		if (token.startsWith('(')) open.push(index);
		if (token === ')') open.pop();
		if (!isValid(text.slice(0, index + token.length) + ')'.repeat(open.length))) return index;
	}

	return open.at(-1) ?? 0;
}

function isValid(text: string): boolean {
	try {
		return Boolean(new RegExp(text));
	} catch {
		return false;
	}
}

/** A group of an expression and where it stands. */
export type Group = {readonly text: string; readonly at: number};

const unbounded = /^(?:[*+]|\{\d+,\})/;

/**
The first group that repeats without bound and holds another such repetition, as in `(a+)*`: a line may
cost exponential time. A group that begins with a blank which nothing else in it matches is harmless.
*/
export function nested(source: string): Group | undefined {
	return groupIn(source, ({repeats}) => repeats);
}

/** As `nested`, and groups that repeat without bound with alternatives or something optional inside, as in `(a|a)*`. */
function repetition(source: string): Group | undefined {
	return groupIn(source, ({repeats, chooses}) => repeats || chooses);
}

/** An open group: whether something in it repeats without bound, may be left out, or is one of several. */
type Open = {readonly from: number; repeats: boolean; chooses: boolean};

function groupIn(source: string, isBad: (group: Open) => boolean): Group | undefined {
	const bare = skeleton(source);
	const open: Open[] = [];
	for (let at = 0; at < bare.length; at++) {
		if (bare[at] === '(') open.push({from: at, repeats: false, chooses: false});
		notice(bare, at, open);
		if (bare[at] !== ')') continue;
		const group = open.pop();
		if (!group || !isBad(group) || !unbounded.test(bare.slice(at + 1))) continue;
		if (!/^\(_* [^.~?*|]*$/.test(bare.slice(group.from, at))) {
			return {text: source.slice(group.from, at + 2), at: group.from};
		}
	}

	return undefined;
}

/** What one sign says of the groups that are open. */
function notice(bare: string, at: number, open: readonly Open[]): void {
	if (unbounded.test(bare.slice(at))) for (const group of open) group.repeats = true;
	const [outer, inner] = open.slice(-2);
	const innermost = inner ?? outer;
	if (innermost && /[|?]/.test(bare[at]!)) innermost.chooses = true;
	// What is looked at ahead or behind leaves no choice behind.
	if (bare[at] === ')' && inner && bare[inner.from + 1] !== '=') outer!.chooses ||= inner.chooses;
}

/** As long as the source: classes and escapes are `x`, or `~` where they match a blank; `(?:` is `(__`. */
function skeleton(source: string): string {
	return source
		.replaceAll(/\\[sSWD]/g, '~~')
		.replaceAll(/\\./g, 'xx')
		.replaceAll(/\[(\^?)([^\]]*)\]/g, (all, not, inside) =>
			(not || /[ ~]/.test(inside) ? '~' : 'x').repeat(all.length),
		)
		.replaceAll(/\(\?<?[=!]/g, all => `(${'='.repeat(all.length - 1)}`)
		.replaceAll(/\(\?(?:<[^>]*>|[a-z-]*:)/g, all => `(${'_'.repeat(all.length - 1)}`);
}
