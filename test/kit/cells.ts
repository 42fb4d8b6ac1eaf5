import xterm from '@xterm/headless';

/** Columns and rows of a terminal. */
export type Size = {readonly width: number; readonly height: number};

/** Every cell with all its attributes, as a terminal of that size shows a frame. */
export async function cells(frame: string, {width, height}: Size): Promise<string> {
	const terminal = new xterm.Terminal({
		cols: width + 4,
		rows: height + 1,
		allowProposedApi: true,
		convertEol: true,
	});
	await new Promise<void>(done => terminal.write(frame, done));
	let text = '';
	for (let y = 0; y <= height; y++) {
		const line = terminal.buffer.active.getLine(y)!;
		for (let x = 0; x < width + 4; x++) {
			const cell = line.getCell(x)!;
			const sign = cell.getChars() || ' ';
			const look = [
				[cell.getFgColorMode(), cell.getFgColor()],
				[cell.getBgColorMode(), cell.getBgColor()],
				[cell.isBold(), cell.isDim(), cell.isItalic(), cell.isUnderline(), cell.isInverse()],
			];
			const isBlank = sign === ' ' && !cell.isInverse() && !cell.getBgColorMode();
			text += isBlank ? ' ' : `${sign}${look.flat().join()}|`;
		}

		text += '\n';
	}

	terminal.dispose();
	return text;
}

/** Numbers that are the same in every run of the tests. */
export function seeded(seed: number): (below: number) => number {
	let state = seed;
	return below => {
		state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
		return Math.floor((state / 0x80000000) * below);
	};
}

/** Text and codes of all kinds, the harmless ones first. */
export const pieces = [
	...['a', 'Z9 ', ' ', '   ', '▁█', '⣿░', '✔', '训练', 'é', '●…', '─┤', '★', '🙂', 'e\u0301'],
	...[
		'\x1b[31m',
		'\x1b[1;38;2;90;10;200m',
		'\x1b[0m',
		'\x1b[7m',
		'\x1b[27m',
		'\x1b[m',
		'\x1b[48;5;9m',
	],
	...[
		'\u200b',
		'\t',
		'\x07',
		'\x1b[2J',
		'\x1b]8;;http://x\x07',
		'\u{1f1e9}\u{1f1ea}',
		'❤\ufe0f',
		'\u0000',
	],
];
