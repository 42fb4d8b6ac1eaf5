import type {Tone} from './lines.ts';

/** How many colours the terminal has. */
export type Depth = 'none' | '16' | '256' | 'true';

/** Escape codes by tone. */
export type Codes = Readonly<Record<Tone, string>>;

type Hue = 'quiet' | 'accent' | 'good' | 'warn' | 'bad' | 'curve' | 'second' | 'third' | 'fourth';

/** A palette: each hue as RGB, and what stands for it where there are 16 colours only. */
type Palette = Readonly<Record<Hue, readonly [rgb: number, sixteen: string]>>;

const dark: Palette = {
	quiet: [0x80848c, '90'],
	accent: [0x58a6d6, '36'],
	good: [0x5ca86e, '32'],
	warn: [0xd68c28, '33'],
	bad: [0xde5c54, '31'],
	curve: [0x58a6d6, '36'],
	second: [0xc586c0, '35'],
	third: [0x45b8a0, '96'],
	fourth: [0xc8ccd4, '37'],
};

const light: Palette = {
	...dark,
	quiet: [0x6b7078, '90'],
	accent: [0x0b62a8, '34'],
	good: [0x1f7a3a, '32'],
	warn: [0xa85b00, '33'],
	bad: [0xb3261e, '31'],
	curve: [0x0b62a8, '34'],
	second: [0x9b2f8f, '35'],
	third: [0x007c7c, '36'],
	fourth: [0x3c4048, '30'],
};

/** Without red against green: blue is good, orange and vermilion are not (Okabe and Ito's colours). */
const blueOrange: Palette = {
	...dark,
	accent: [0x56b4e9, '36'],
	good: [0x3f8fd2, '34'],
	warn: [0xe69f00, '33'],
	bad: [0xe8743b, '93'],
	curve: [0x56b4e9, '36'],
	second: [0xcc79a7, '35'],
	third: [0x00a77c, '32'],
	fourth: [0xd0d0d0, '37'],
};

/** Without blue against yellow: teal is good, rose and red are not. */
const tealRose: Palette = {
	...dark,
	accent: [0x4fb3b3, '36'],
	good: [0x2fa89a, '36'],
	warn: [0xe58fa8, '95'],
	bad: [0xe0485a, '31'],
	curve: [0x4fb3b3, '36'],
	second: [0xd8d8d8, '37'],
	third: [0xa06cd5, '35'],
	fourth: [0xb59a5b, '33'],
};

const palettes = {dark, light, 'blue-orange': blueOrange, 'teal-rose': tealRose} as const;

/** Names of the themes: for dark and light terminals, and two that do without the colours some people confuse. */
export type PaletteName = keyof typeof palettes;
export const paletteNames = Object.keys(palettes) as readonly PaletteName[];

const none: Codes = {
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
};

/** The escape codes of a theme on a terminal with so many colours. */
export function codesOf(name: PaletteName, depth: Depth): Codes {
	if (depth === 'none') return none;
	const codes: Record<Tone, string> = {...none};
	for (const [hue, [rgb, sixteen]] of Object.entries(palettes[name]) as Array<
		[Hue, readonly [number, string]]
	>) {
		const color =
			depth === '16'
				? sixteen
				: `38;${depth === '256' ? `5;${cube(rgb)}` : `2;${parts(rgb).join(';')}`}`;
		codes[hue] = hue === 'bad' ? `1;${color}` : color;
	}

	return codes;
}

function parts(rgb: number): readonly [number, number, number] {
	return [rgb >> 16, (rgb >> 8) & 255, rgb & 255];
}

/** The nearest of the 6x6x6 colours and the 24 greys of a 256-colour terminal. */
function cube(rgb: number): number {
	const [red, green, blue] = parts(rgb);
	const grey = Math.max(red, green, blue) - Math.min(red, green, blue) < 16;
	if (grey) return 232 + Math.max(0, Math.min(23, Math.round(((red + green + blue) / 3 - 8) / 10)));
	const level = (part: number) => (part < 48 ? 0 : part < 115 ? 1 : Math.round((part - 35) / 40));
	return 16 + 36 * level(red) + 6 * level(green) + level(blue);
}
