import {clean} from '../../show/width.ts';

type Env = Readonly<Record<string, string | undefined>>;

export const bell = '\x07';
/** Sets the window's title aside, and takes it back; a terminal that cannot shows none. */
export const keepTitle = '\x1b[22;2t';
export const restoreTitle = '\x1b]2;\x1b\\\x1b[23;2t';

/** A text in one line without anything that a terminal could obey. */
export function tame(text: string, longest: number): string {
	return clean(text.replace(/\s+/g, ' '))
		.replace(/[\p{Cc}\p{Cf}]/gu, '')
		.slice(0, longest)
		.toWellFormed();
}

/** Whether a terminal can have a title at all: on the Linux console it would be garbage. */
export function hasTitle({TERM}: Env): boolean {
	return TERM !== undefined && !/^(?:linux|dumb|vt\d+|cons25)/.test(TERM);
}

/** OSC 2: the title of the window, or of the pane in tmux. */
export function titled(text: string): string {
	return `\x1b]2;${tame(text, 120)}\x1b\\`;
}

/** OSC 9 and OSC 777: a notice of the desktop; through tmux, which must allow passthrough. */
export function desktopNotice(title: string, text: string, env: Env): string {
	const head = tame(title, 60).replaceAll(';', ',');
	const body = tame(text, 240);
	const nine = `\x1b]9;${head}: ${body}\x1b\\`;
	const other = `\x1b]777;notify;${head};${body.replaceAll(';', ',')}\x1b\\`;
	// These show both, and would tell everything twice.
	const both = !/^(?:iTerm\.app|WezTerm|ghostty)$/.test(env.TERM_PROGRAM ?? '');
	return [nine, ...(both ? [other] : [])].map(code => through(code, env)).join('');
}

/** A code that tmux hands on to the terminal around it, where it is allowed to. */
export function through(code: string, {TMUX}: Env): string {
	return TMUX ? `\x1bPtmux;${code.replaceAll('\x1b', '\x1b\x1b')}\x1b\\` : code;
}
