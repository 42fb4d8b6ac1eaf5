import type {Tone} from './lines.ts';

/** One of these stands in every line that sounds like an error. */
export const graveWords: readonly string[] = [
	'error',
	'fail',
	'exception',
	'traceback',
	'critical',
	'fatal',
	'killed',
	'nan',
	'失败',
	'错误',
	'异常',
];
/** Not what only measures an error (`error: 0.12`), or counts none of them. */
const grave =
	/\berrors?\b(?!\s*[:=]\s*[-\d.])|\b(?:fail(?:ed|ure)?|exception|traceback|critical|fatal|killed)\b|\bnan\b(?! iterations:\s+0\b)|失败|错误|异常/i;
const raised = /[a-z]Error\b/;
const serious = /\bwarn(?:ing)?\b|警告/i;
const told = /^\s*\[(?:val|save|eval)\b|\bbest\b|\bsaved? /i;
/** A line says early what it is. */
const looked = 400;

/** How a line of a log sounds: an error bad, a warning warn, an evaluation or a save good. */
export function lineTone(text: string): Tone {
	const head = text.length > looked ? text.slice(0, looked) : text;
	if (grave.test(head) || raised.test(head)) return 'bad';
	if (serious.test(head)) return 'warn';
	return told.test(head) ? 'good' : 'plain';
}

/** Whether a line is what a search looks for: text without regard to case, or null for any error. */
export function isHit(line: string, text: string | null): boolean {
	if (text === null) return lineTone(line) === 'bad';
	return text !== '' && line.toLowerCase().includes(text.toLowerCase());
}
