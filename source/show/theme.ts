import type {Severity} from '../core/alert.ts';
import type {State} from '../core/run.ts';
import type {Line, Tone} from './lines.ts';

/** How many colours the terminal has. */
export type Depth = 'none' | '16' | '256' | 'true';

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
	readonly codes: Readonly<Record<Tone, string>>;
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

const none = {
	plain: '',
	quiet: '',
	strong: '1',
	accent: '',
	good: '',
	warn: '',
	bad: '1',
	curve: '',
	second: '',
	third: '',
	fourth: '',
	chosen: '7',
} satisfies Record<Tone, string>;

const palettes: Readonly<Record<Depth, Readonly<Record<Tone, string>>>> = {
	none,
	'16': {
		...none,
		quiet: '90',
		accent: '36',
		good: '32',
		warn: '33',
		bad: '1;31',
		curve: '36',
		second: '33',
		third: '35',
		fourth: '32',
	},
	'256': {
		...none,
		quiet: '38;5;244',
		accent: '38;5;74',
		good: '38;5;71',
		warn: '38;5;172',
		bad: '1;38;5;167',
		curve: '38;5;74',
		second: '38;5;172',
		third: '38;5;139',
		fourth: '38;5;71',
	},
	true: {
		...none,
		quiet: '38;2;128;132;140',
		accent: '38;2;88;166;214',
		good: '38;2;92;168;110',
		warn: '38;2;214;140;40',
		bad: '1;38;2;222;92;84',
		curve: '38;2;88;166;214',
		second: '38;2;214;140;40',
		third: '38;2;168;130;190',
		fourth: '38;2;92;168;110',
	},
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
export function themeOf(depth: Depth, plainSigns = false): Theme {
	return {
		depth,
		ascii: plainSigns,
		glyphs: plainSigns ? ascii : unicode,
		codes: palettes[depth],
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
