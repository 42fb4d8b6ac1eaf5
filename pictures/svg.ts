import type {IBufferCell, Terminal} from '@xterm/headless';
import {shapeOf} from './shapes.ts';

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
const margin = 10;

/** What a terminal shows as an SVG: one text per run of equally dressed cells, each as wide as its cells. */
export function svgOf(terminal: Terminal): string {
	const {cols, rows} = terminal;
	const width = (cols * cellWidth + 2 * margin).toFixed(0);
	const height = rows * cellHeight + 2 * margin;
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
		const signs: string[] = [];
		for (; column < terminal.cols; column++) {
			const cell = line?.getCell(column);
			if (!cell || dressOf(cell) !== dress) break;
			// The second column of a wide character holds nothing.
			signs.push(cell.getChars() || (cell.getWidth() > 0 ? ' ' : ''));
		}

		if (column === begin) break;
		parts.push(...runOf(signs, begin, row, dress));
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
	signs: readonly string[],
	from: number,
	row: number,
	dress: string,
): readonly string[] {
	const [color, inverse, bold, dim] = dress.split(' ') as [string, string, string, string];
	const y = margin + row * cellHeight;
	const xOf = (column: number) => margin + (from + column) * cellWidth;
	const parts: string[] = [];
	if (inverse === '1') {
		const [x, width] = [xOf(0).toFixed(1), (signs.length * cellWidth).toFixed(1)];
		parts.push(`<rect x="${x}" y="${y}" width="${width}" height="${cellHeight}" fill="${color}"/>`);
	}

	const fill = inverse === '1' ? paper : color;
	const letters = signs.map((sign, column) => {
		const cell = {x: xOf(column), y, width: cellWidth, height: cellHeight};
		const shape = shapeOf(sign, cell, fill);
		if (shape === undefined) return sign;
		parts.push(shape);
		return ' ';
	});
	const style = `${bold === '1' ? ' font-weight="bold"' : ''}${dim === '1' ? ' opacity="0.6"' : ''}`;
	for (const [begin, end] of wordsIn(letters)) {
		const width = ((end - begin) * cellWidth).toFixed(1);
		const text = letters.slice(begin, end).join('');
		const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
		parts.push(
			`<text x="${xOf(begin).toFixed(1)}" y="${y + 13.5}" fill="${fill}"${style} xml:space="preserve" textLength="${width}" lengthAdjust="spacingAndGlyphs">${escaped}</text>`,
		);
	}

	return parts;
}

/** From where to where there are words without two spaces in a row. */
function wordsIn(letters: readonly string[]): ReadonlyArray<readonly [begin: number, end: number]> {
	const words: Array<readonly [number, number]> = [];
	let begin = -1;
	for (let column = 0; column <= letters.length; column++) {
		const isBlank = (letters[column] ?? ' ') === ' ';
		if (begin < 0 && !isBlank) begin = column;
		if (begin < 0 || !isBlank || (letters[column + 1] ?? ' ') !== ' ') continue;
		words.push([begin, column]);
		begin = -1;
	}

	return words;
}
