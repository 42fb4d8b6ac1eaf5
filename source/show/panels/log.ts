import type {LogPage} from '../../core/page.ts';
import {blank, fill, type Line, type Span, span, spread, type Tone} from '../lines.ts';
import {isHit, lineTone} from '../log-words.ts';
import {firstShown, isAtEnd, mainLog} from '../reading.ts';
import {type Draw, hasFocus, type View} from '../view.ts';
import {clean, widthOf} from '../width.ts';

/** A stretch of the run's log: followed at its end, or held where the user stopped. */
export const drawLog: Draw = (view, width, height) => {
	const wish = view.ui.log.wish;
	const page = wish?.run === view.run.id ? view.world.pages.get(wish.file) : undefined;
	if (!page) return fill([headingOf(view, undefined, width), ...absent(view)], width, height);
	if (page.trouble !== undefined) {
		return fill(
			[headingOf(view, page, width), note(`cannot be read: ${clean(page.trouble)}`)],
			width,
			height,
		);
	}

	const room = Math.max(0, height - 1);
	const first = firstShown(view.ui, page, room);
	if (first < 0) return fill([headingOf(view, page, width), note('reading …')], width, height);
	const gutter =
		page.firstLine === null ? 0 : String(page.firstLine + page.lines.length).length + 2;
	const lines = page.lines
		.slice(first, first + room)
		.map((text, index) => lineOf(text, first + index, page, view, gutter));
	return fill([headingOf(view, page, width), ...lines], width, height);
};

function note(text: string): Line {
	return [span(`  ${text}`, 'quiet')];
}

function absent({run}: View): readonly Line[] {
	const main = mainLog(run);
	if (main) return [note('reading …')];
	if (run.files.length === 0) return [note('No file of this run can be read.')];
	return [
		note('No text log: this run is known from'),
		...run.files.slice(0, 5).map(({path}) => note(clean(path))),
	];
}

function headingOf(view: View, page: LogPage | undefined, width: number): Line {
	const {run, ui} = view;
	const path = page?.path ?? mainLog(run)?.path ?? 'log';
	const tone: Tone = hasFocus(view, 'log') ? 'accent' : 'strong';
	const state = page === undefined ? '' : isAtEnd(ui) ? 'following' : 'paused';
	return spread(
		[blank(1), span(clean(path), tone)],
		[span(state === '' ? '' : ` ${state} `, state === 'paused' ? 'warn' : 'quiet')],
		width,
	);
}

function lineOf(text: string, index: number, page: LogPage, view: View, gutter: number): Line {
	const {ui} = view;
	const lit = ui.log.lit !== null && page.offsets[index] === ui.log.lit;
	const number = page.firstLine === null ? '' : String(page.firstLine + index);
	const shown = scrolled(clean(text), ui.log.side);
	const head: Line = [
		span(lit ? view.glyphs.here : ' ', 'accent'),
		span(gutter > 0 ? `${number.padStart(gutter - 2)} ` : '', 'quiet'),
	];
	if (lit) return [...head, span(shown, 'chosen')];
	return [...head, ...highlighted(shown, ui.log.search, lineTone(text))];
}

/** Hits of a search stand out of their line. */
function highlighted(text: string, search: string, tone: Tone): Line {
	if (!isHit(text, search)) return [span(text, tone)];
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

/** Leaves out the first columns of a line. */
function scrolled(text: string, side: number): string {
	if (side === 0) return text;
	let columns = 0;
	let index = 0;
	for (const character of text) {
		if (columns >= side) break;
		columns += widthOf(character);
		index += character.length;
	}

	return text.slice(index).replace(/^\p{M}+/u, '');
}
