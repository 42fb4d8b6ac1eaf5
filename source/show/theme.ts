import type {Severity} from '../core/alert.ts';
import type {State} from '../core/run.ts';
import type {Line} from './lines.ts';
import {type Codes, codesOf, type Depth, type PaletteName} from './palettes.ts';

/** What a theme is made for, and what it is called. */
export type {Depth, PaletteName};

/** The signs that a screen is drawn with. */
export type Glyphs = {
	readonly state: Readonly<Record<State, string>>;
	readonly bar: readonly [done: string, open: string];
	/** Eight heights. */
	readonly spark: readonly string[];
	readonly notFinite: string;
	readonly severity: Readonly<Record<Severity, string>>;
	readonly corner: string;
	readonly across: string;
	readonly down: string;
	readonly dot: string;
	readonly dash: string;
	readonly best: string;
	readonly resumed: string;
	/** Stretches of the x axis that two launches told, or none. */
	readonly overlap: string;
	readonly gap: string;
	readonly hair: string;
	/** Whether dots in cells can be drawn. */
	readonly braille: boolean;
	readonly mark: string;
	/** Stands before the row under the cursor while a panel has the keys. */
	readonly here: string;
	readonly better: string;
	readonly worse: string;
	readonly descending: string;
	readonly ascending: string;
	readonly ellipsis: string;
	readonly yes: string;
	readonly no: string;
	/** The ten signs of asciichart. */
	readonly plot: readonly string[];
};

/** Tones become escape codes, glyphs their tier. */
export type Theme = {
	readonly depth: Depth;
	readonly ascii: boolean;
	readonly glyphs: Glyphs;
	readonly codes: Codes;
};

const unicode: Glyphs = {
	state: {
		waiting: '○',
		running: '●',
		quiet: '◌',
		stalled: '!',
		finished: '✔',
		crashed: '✖',
		interrupted: '■',
		unknown: '?',
	},
	bar: ['━', '─'],
	spark: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
	notFinite: '×',
	severity: {info: '·', warn: '!', critical: '✖'},
	corner: '└',
	across: '─',
	down: '│',
	dot: '·',
	dash: '–',
	best: '★',
	resumed: '»',
	overlap: '═',
	gap: '┄',
	hair: '┊',
	braille: true,
	mark: '◆',
	here: '▸',
	better: '▲',
	worse: '▼',
	descending: '▾',
	ascending: '▴',
	ellipsis: '…',
	yes: '✔',
	no: '✖',
	plot: ['┤', '┤', '╶', '╴', '─', '╰', '╭', '╮', '╯', '│'],
};

const ascii: Glyphs = {
	state: {
		waiting: 'o',
		running: '>',
		quiet: '~',
		stalled: '!',
		finished: '+',
		crashed: 'X',
		interrupted: '#',
		unknown: '?',
	},
	bar: ['#', '-'],
	spark: ['_', '.', ',', '-', '=', '+', '*', '#'],
	notFinite: 'x',
	severity: {info: '.', warn: '!', critical: 'X'},
	corner: '+',
	across: '-',
	down: '|',
	dot: ' ',
	dash: '-',
	best: '*',
	resumed: '>',
	overlap: '=',
	gap: '.',
	hair: ':',
	braille: false,
	mark: '@',
	here: '>',
	better: '+',
	worse: '-',
	descending: 'v',
	ascending: '^',
	ellipsis: '~',
	yes: '+',
	no: 'x',
	plot: ['|', '|', '-', '-', '-', '\\', '/', '\\', '/', '|'],
};

/** How many colours an environment promises: NO_COLOR and TERM=dumb mean none. */
export function depthOf(environment: Readonly<Record<string, string | undefined>>): Depth {
	const {NO_COLOR, TERM = '', COLORTERM = ''} = environment;
	if (NO_COLOR || TERM === 'dumb' || TERM === '') return 'none';
	if (/truecolor|24bit/i.test(COLORTERM)) return 'true';
	if (/256|direct|kitty|alacritty|ghostty/i.test(TERM)) return '256';
	return '16';
}

/** A theme for so many colours; `ascii` uses no sign beyond ASCII. */
export function themeOf(depth: Depth, plainSigns = false, palette: PaletteName = 'dark'): Theme {
	return {
		depth,
		ascii: plainSigns,
		glyphs: plainSigns ? ascii : unicode,
		codes: codesOf(palette, depth),
	};
}

/** Turns lines into text with escape codes that end where they began; remembers what it painted. */
export function painter(theme: Theme): (line: Line) => string {
	const painted = new WeakMap<Line, string>();
	return line => {
		let text = painted.get(line);
		if (text === undefined) {
			text = paint(line, theme);
			painted.set(line, text);
		}

		return text;
	};
}

function paint(line: Line, theme: Theme): string {
	let text = '';
	let open = '';
	for (const part of line) {
		if (part.text === '') continue;
		const code = theme.codes[part.tone];
		if (code !== open && !(part.text.trim() === '' && open !== '7' && code !== '7')) {
			if (open !== '') text += '\x1b[0m';
			if (code !== '') text += `\x1b[${code}m`;
			open = code;
		}

		text += part.text;
	}

	const done = open === '' ? text : `${text}\x1b[0m`;
	return theme.ascii ? done.replace(/[…–·]/g, sign => plainSigns[sign]!) : done;
}

const plainSigns: Readonly<Record<string, string>> = {'…': '~', '–': '-', '·': '.'};
