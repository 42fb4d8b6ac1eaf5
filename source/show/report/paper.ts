import {type Line, textOf} from '../lines.ts';
import {painter, type Theme, themeOf} from '../theme.ts';
import type {Look} from './check-text.ts';

/** The signs and tones of a look; without control codes where it is plain. */
export function themeFor({depth, ascii}: Look): Theme {
	return themeOf(depth === 'plain' ? 'none' : depth, ascii);
}

/** Lines as text, spaces at their ends left out; without any control code where the look is plain. */
export function paperText(lines: readonly Line[], look: Look): string {
	const theme = themeFor(look);
	const paint = look.depth === 'plain' ? textOf : painter(theme);
	const text = lines.map(line => paint(trimmed(line))).join('\n');
	return `${theme.ascii ? text.replace(/[…–·━→]/g, sign => plainSigns[sign]!) : text}\n`;
}

const plainSigns: Readonly<Record<string, string>> = {
	'…': '~',
	'–': '-',
	'·': '.',
	'━': '=',
	'→': '>',
};

function trimmed(line: Line): Line {
	const last = line.findLastIndex(({text}) => text.trimEnd() !== '');
	const kept = line.slice(0, last + 1);
	const end = kept.at(-1);
	return end ? [...kept.slice(0, -1), {...end, text: end.text.trimEnd()}] : kept;
}
