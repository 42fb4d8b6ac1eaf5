import type {IBufferCell, Terminal} from '@xterm/headless';

const basic = [
	'#1b1f27',
	'#e5534b',
	'#57ab5a',
	'#c69026',
	'#539bf5',
	'#b083f0',
	'#39c5cf',
	'#cdd3de',
	'#768390',
	'#ff938a',
	'#6bc46d',
	'#daaa3f',
	'#6cb6ff',
	'#dcbdfb',
	'#56d4dd',
	'#ffffff',
];
const paper = '#1b1f27';
const ink = '#cdd3de';
const [cellWidth, cellHeight] = [8.43, 18];

/** What a terminal shows as an SVG: one text per run of equally dressed cells, each as wide as its cells. */
export function svgOf(terminal: Terminal): string {
	const {cols, rows} = terminal;
	const width = (cols * cellWidth + 20).toFixed(0);
	const height = rows * cellHeight + 20;
	const parts = [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14">`,
		`<rect width="100%" height="100%" rx="8" fill="${paper}"/>`,
	];
	for (let row = 0; row < rows; row++) parts.push(...rowOf(terminal, row));
	return `${parts.join('\n')}\n</svg>\n`;
}

function rowOf(terminal: Terminal, row: number): readonly string[] {
	const line = terminal.buffer.active.getLine(row);
	const parts: string[] = [];
	for (let column = 0; column < terminal.cols; ) {
		const first = line?.getCell(column);
		const dress = first ? dressOf(first) : '';
		const begin = column;
		let text = '';
		for (; column < terminal.cols; column++) {
			const cell = line?.getCell(column);
			if (!cell || dressOf(cell) !== dress) break;
			text += cell.getChars() || (cell.getWidth() > 0 ? ' ' : '');
		}

		if (column === begin) break;
		parts.push(...runOf(text, begin, column, row, dress));
	}

	return parts;
}

function dressOf(cell: IBufferCell): string {
	const color = cell.isFgRGB()
		? `#${cell.getFgColor().toString(16).padStart(6, '0')}`
		: cell.isFgPalette()
			? paletteColor(cell.getFgColor())
			: ink;
	return [color, cell.isInverse() ? 1 : 0, cell.isBold() ? 1 : 0, cell.isDim() ? 1 : 0].join(' ');
}

function paletteColor(index: number): string {
	if (index < 16) return basic[index]!;
	if (index >= 232) {
		const grey = (8 + (index - 232) * 10).toString(16).padStart(2, '0');
		return `#${grey}${grey}${grey}`;
	}

	const level = (part: number) => (part === 0 ? 0 : 55 + part * 40).toString(16).padStart(2, '0');
	const cube = index - 16;
	return `#${level(Math.floor(cube / 36))}${level(Math.floor(cube / 6) % 6)}${level(cube % 6)}`;
}

function runOf(
	text: string,
	from: number,
	to: number,
	row: number,
	dress: string,
): readonly string[] {
	const [color, inverse, bold, dim] = dress.split(' ');
	const x = (10 + from * cellWidth).toFixed(1);
	const y = 10 + row * cellHeight;
	const width = ((to - from) * cellWidth).toFixed(1);
	const parts: string[] = [];
	if (inverse === '1') {
		parts.push(`<rect x="${x}" y="${y}" width="${width}" height="${cellHeight}" fill="${color}"/>`);
	}

	if (text.trim() === '') return parts;
	const fill = inverse === '1' ? paper : color;
	const style = `${bold === '1' ? ' font-weight="bold"' : ''}${dim === '1' ? ' opacity="0.6"' : ''}`;
	const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
	parts.push(
		`<text x="${x}" y="${y + 13.5}" fill="${fill}"${style} xml:space="preserve" textLength="${width}" lengthAdjust="spacingAndGlyphs">${escaped}</text>`,
	);
	return parts;
}
