import type {LogPage} from '../../core/page.ts';
import {bytes} from '../../core/quantity.ts';
import {blank, fill, type Line, type Span, span, spread, type Tone} from '../lines.ts';
import {isHit, lineTone} from '../log-words.ts';
import {firstShown, isAtEnd, lineAt, logsOf, shownLog} from '../reading.ts';
import {type Draw, hasFocus, type View} from '../view.ts';
import {clean, cutMiddle, widthOf} from '../width.ts';

/** A stretch of the run's log: followed at its end, or held where the user stopped. */
export const drawLog: Draw = (view, width, height) => {
	const wish = view.ui.log.wish;
	const page = wish?.run === view.run.id ? view.world.pages.get(wish.file) : undefined;
	const heading = headingOf(view, page, width);
	if (!page) return fill([heading, ...absent(view)], width, height);
	if (page.trouble !== undefined) {
		return fill([heading, note(`cannot be read: ${clean(page.trouble)}`)], width, height);
	}

	if (page.size === 0) return fill([heading, note('This file is empty so far.')], width, height);
	const room = Math.max(0, height - 1);
	const first = firstShown(view.ui, page, room);
	if (first < 0) return fill([heading, note('reading …')], width, height);
	const {lit} = view.ui.log;
	const litLine = lit === null ? -1 : lineAt(page, lit);
	const gutter = page.numbers ? String(page.numbers.at(-1) ?? 0).length : 0;
	const lines = page.lines.slice(first, first + room).map((text, row) => {
		const number = page.numbers?.[first + row];
		const head = number === undefined ? '' : `${String(number).padStart(gutter)} `;
		return lineOf(text, head, first + row === litLine, view);
	});
	return fill([heading, ...lines], width, height);
};

function note(text: string): Line {
	return [span(`  ${text}`, 'quiet')];
}

function absent({run, ui}: View): readonly Line[] {
	if (shownLog(ui, run)) return [note('reading …')];
	if (run.files.length === 0) return [note('No file of this run can be read.')];
	return [
		note('No text log: this run is known from'),
		...run.files.slice(0, 5).map(({path}) => note(clean(path))),
	];
}

/** Which file, which of how many, where in it, and whether it is followed. */
function headingOf(view: View, page: LogPage | undefined, width: number): Line {
	const {run, ui} = view;
	const logs = logsOf(run);
	const file = shownLog(ui, run);
	const which = logs.length > 1 && file ? `   ${logs.indexOf(file) + 1}/${logs.length}` : '';
	const side = ui.log.side > 0 ? `column ${ui.log.side + 1}   ` : '';
	const state = page === undefined ? '' : ` ${side}${placeOf(view, page)} `;
	const tone: Tone = hasFocus(view, 'log') ? 'accent' : 'strong';
	const room = Math.max(8, width - widthOf(which) - widthOf(state) - 2);
	return spread(
		[
			blank(1),
			span(cutMiddle(clean(page?.path ?? file?.path ?? 'log'), room), tone),
			span(which, 'quiet'),
		],
		[span(state, isAtEnd(ui) ? 'quiet' : 'warn')],
		width,
	);
}

function placeOf({ui}: View, page: LogPage): string {
	const {anchor} = ui.log;
	if (page.trouble !== undefined) return '';
	if (anchor === 'end') return 'following';
	const share = page.size > 0 ? Math.floor((100 * anchor) / page.size) : 0;
	return `paused at ${Math.min(99, share)}% of ${bytes(page.size)}`;
}

function lineOf(text: string, number: string, lit: boolean, view: View): Line {
	const {search, side} = view.ui.log;
	const head: Line = [span(lit ? view.glyphs.here : ' ', 'accent'), span(number, 'quiet')];
	const shown = scrolled(text, side);
	if (isHit(shown, search)) return [...head, ...highlighted(shown, search, lineTone(text))];
	return [...head, span(shown, lit ? 'chosen' : lineTone(text))];
}

/** Hits of a search stand out of their line. */
function highlighted(text: string, search: string, tone: Tone): Line {
	const line: Span[] = [];
	const lower = text.toLowerCase();
	const wanted = search.toLowerCase();
	let from = 0;
	for (
		let at = lower.indexOf(wanted);
		at >= 0 && line.length < 40;
		at = lower.indexOf(wanted, from)
	) {
		line.push(span(text.slice(from, at), tone), span(text.slice(at, at + wanted.length), 'chosen'));
		from = at + wanted.length;
	}

	return [...line, span(text.slice(from), tone)];
}

/** Leaves out the first columns of a line; what remains of a wide character is a space. */
function scrolled(text: string, side: number): string {
	if (side === 0) return text;
	let columns = 0;
	let index = 0;
	for (const character of text) {
		if (columns >= side) break;
		columns += widthOf(character);
		index += character.length;
	}

	const rest = text.slice(index).replace(/^\p{M}+/u, '');
	return columns > side ? ` ${rest}` : rest;
}
