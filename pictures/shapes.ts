/** Where a cell stands in a picture, and how large it is. */
export type Cell = {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
};

/**
A sign that is made of dots, blocks or lines as SVG that meets its neighbours whatever font is there;
undefined for what is written with letters.
*/
export function shapeOf(sign: string, cell: Cell, color: string): string | undefined {
	const code = sign.codePointAt(0) ?? 0;
	if (code > 0x2800 && code < 0x2900) return dotsOf(code - 0x2800, cell, color);
	if (code > 0x2580 && code <= 0x2588) return blockOf(code - 0x2580, cell, color);
	const path = lines[sign]?.(edges(cell));
	if (path === undefined) return undefined;
	const dashes = dashed[sign];
	return `<path d="${path}" fill="none" stroke="${color}" stroke-width="${sign === '━' ? 2.6 : 1.2}"${dashes ? ` stroke-dasharray="${dashes}"` : ''}/>`;
}

/** Column and row of each of the eight dots, by its bit. */
const places = [
	[0, 0],
	[0, 1],
	[0, 2],
	[1, 0],
	[1, 1],
	[1, 2],
	[0, 3],
	[1, 3],
] as const;

function dotsOf(pattern: number, {x, y, width, height}: Cell, color: string): string {
	const dots = places.flatMap(([column, row], bit) => {
		if ((pattern & (1 << bit)) === 0) return [];
		const left = x + (width * (column + 0.5)) / 2;
		const top = y + (height * (row + 0.5)) / 4;
		return [`M${fixed(left)} ${fixed(top)}h.01`];
	});
	return `<path d="${dots.join('')}" stroke="${color}" stroke-width="2.6" stroke-linecap="round"/>`;
}

function blockOf(eighths: number, {x, y, width, height}: Cell, color: string): string {
	const tall = (height * eighths) / 8;
	return `<rect x="${fixed(x)}" y="${fixed(y + height - tall)}" width="${fixed(width + 0.3)}" height="${fixed(tall)}" fill="${color}"/>`;
}

type Edges = Readonly<Record<'left' | 'right' | 'top' | 'bottom' | 'across' | 'down', string>>;

function edges({x, y, width, height}: Cell): Edges {
	return {
		left: fixed(x),
		right: fixed(x + width),
		top: fixed(y),
		bottom: fixed(y + height),
		across: fixed(x + width / 2),
		down: fixed(y + height / 2),
	};
}

type Path = (edges: Edges) => string;

const level: Path = ({left, right, down}) => `M${left} ${down}H${right}`;
const upright: Path = ({top, bottom, across}) => `M${across} ${top}V${bottom}`;

const lines: Readonly<Record<string, Path>> = {
	'─': level,
	'━': level,
	'│': upright,
	'┊': upright,
	'┤': edges => `${upright(edges)}M${edges.left} ${edges.down}H${edges.across}`,
	'└': ({across, top, down, right}) => `M${across} ${top}V${down}H${right}`,
	'╴': ({left, down, across}) => `M${left} ${down}H${across}`,
	'╶': ({right, down, across}) => `M${across} ${down}H${right}`,
	'╭': ({across, bottom, down, right}) => `M${across} ${bottom}Q${across} ${down} ${right} ${down}`,
	'╮': ({across, bottom, down, left}) => `M${left} ${down}Q${across} ${down} ${across} ${bottom}`,
	'╰': ({across, top, down, right}) => `M${across} ${top}Q${across} ${down} ${right} ${down}`,
	'╯': ({across, top, down, left}) => `M${left} ${down}Q${across} ${down} ${across} ${top}`,
};
const dashed: Readonly<Record<string, string>> = {'┊': '2 2.5'};

function fixed(value: number): string {
	return String(Number(value.toFixed(2)));
}
