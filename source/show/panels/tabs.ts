import type {Run} from '../../core/run.ts';
import {type PanelName, panelNames} from '../action.ts';
import {overOf} from '../frame.ts';
import type {Group} from '../grouping.ts';
import {fitted, type Line, lineWidth, type Span, span} from '../lines.ts';
import type {Glyphs} from '../theme.ts';
import type {Ui} from '../ui.ts';
import {clean, cutMiddle, widthOf} from '../width.ts';
import {ageOf, clauses} from '../words.ts';
import type {World} from '../world.ts';
import {runsWord} from './heading.ts';

/** What the line between list and panels is about. */
export type Titled = {
	readonly run: Run | undefined;
	/** Under the cursor, where no run is. */
	readonly group: Group | undefined;
	readonly ui: Ui;
	readonly world: World;
	/** The panels that are on the screen. */
	readonly shown: readonly PanelName[];
	readonly glyphs: Glyphs;
};

/** The line between list and panels: whose panels, which there are, and why its state is believed. */
export function drawTabs({run, group, ui, world, shown, glyphs}: Titled, width: number): Line {
	const over = overOf(ui);
	if (over !== null) return titled(overTitle(over, {run, ui, world}, width), glyphs, width);
	if (group) {
		const name = cutMiddle(clean(group.name), Math.max(8, width >> 1));
		const count = runsWord(group.runs.length + group.unread);
		return titled([span(name, 'strong'), span(`  ${count}`, 'quiet')], glyphs, width);
	}

	if (!run) return titled([], glyphs, width);
	const {line, room} = named(run, (how: Manner) => labels(ui, shown, run, how), glyphs, width);
	const why = run.state === 'running' ? '' : whyIn(run, room);
	const rule = glyphs.across;
	if (why === '') return titled(line, glyphs, width);
	const dashes = rule.repeat(Math.max(1, room - widthOf(why) + 1));
	const begin = span(`${rule}${rule} `, 'quiet');
	return fitted([begin, ...line, span(` ${dashes} ${why} ${rule}`, 'quiet')], width);
}

/** `crashed: CUDA out of memory`: the state and why it is believed; without the state, then nothing where there is no room: half a word says nothing. */
function whyIn({state, why}: Run, room: number): string {
	const reason = clean(why);
	const whole = reason.startsWith(state) ? reason : `${state}: ${reason}`;
	const told = [clauses(whole, room), clauses(reason, room)];
	return told.find(text => widthOf(text) <= room && text !== state) ?? '';
}

/** What stands over the panels, in words. */
function overTitle(
	over: NonNullable<ReturnType<typeof overOf>>,
	{run, ui, world}: Pick<Titled, 'run' | 'ui' | 'world'>,
	width: number,
): Line {
	const accent = (text: string) => span(text, 'accent');
	switch (over) {
		case 'compare':
			return [accent(`compare ${runsWord(ui.marks.size)}`)];
		case 'palette':
			return [accent('actions')];
		case 'metrics': {
			const name = cutMiddle(
				clean(run?.remarks?.label || run?.name || ''),
				Math.max(8, width >> 1),
			);
			return [accent('metrics'), span(name === '' ? '' : `  ${name}`, 'strong')];
		}

		case 'queue':
			return [accent('queue')];
		case 'branches':
			return [accent('branches by their best validation')];
		case 'since': {
			const {since, now} = world;
			const ago = since === null ? '' : `  ${ageOf(since.at, now)} ago`;
			return [accent('since you last looked'), span(ago, 'quiet')];
		}

		case 'unread': {
			const {length} = world.trouble;
			return [
				accent(length === 0 ? 'what could not be read' : `${length} could not be read or done`),
			];
		}
	}
}

/** `── compare 2 runs ─────`. */
function titled(title: Line, {across}: Glyphs, width: number): Line {
	if (title.length === 0) return [span(across.repeat(width), 'quiet')];
	const line: Line = [span(`${across}${across} `, 'quiet'), ...title, span(' ', 'quiet')];
	const rest = across.repeat(Math.max(0, width - lineWidth(line)));
	return fitted([...line, span(rest, 'quiet')], width);
}

/** How the names of the panels are written: in full with dots or spaces between, shortened, or as numbers. */
type Manner = 'full' | 'close' | 'short' | 'numbers';

const manners: readonly Manner[] = ['full', 'close', 'short', 'numbers'];
/** Columns of a name below which it says too little. */
const telling = 15;

/** The name of the run and the panels beside it, written as wide as both fit. */
function named(
	run: Run,
	tabs: (how: Manner) => Line,
	{across}: Glyphs,
	width: number,
): {readonly line: Line; readonly room: number} {
	const name = clean(run.remarks?.label || run.name);
	const wanted = Math.min(widthOf(name), telling);
	const fits = (how: Manner) => width - lineWidth(tabs(how)) - 8 >= wanted;
	const how = manners.find(fits) ?? 'numbers';
	const room = width - lineWidth(tabs(how)) - 8;
	const short = room < Math.min(widthOf(name), 8) ? '' : cutMiddle(name, Math.min(32, room));
	const line: Span[] = [
		span(short, 'strong'),
		span(short === '' ? '' : ` ${across}${across} `, 'quiet'),
		...tabs(how),
	];
	return {line, room: width - lineWidth(line) - 8};
}

const shortNames: Readonly<Record<PanelName, string>> = {
	curves: 'curves',
	validation: 'valid',
	alerts: 'alerts',
	log: 'log',
	checkpoints: 'saves',
	settings: 'config',
};
const betweens: Readonly<Record<Manner, string>> = {
	full: ' · ',
	close: '  ',
	short: '  ',
	numbers: ' ',
};

function labels(ui: Ui, shown: readonly PanelName[], run: Run, how: Manner): Line {
	const line: Span[] = [];
	for (const [index, name] of panelNames.entries()) {
		if (index > 0) line.push(span(betweens[how], 'quiet'));
		const open =
			name === 'alerts' ? run.alerts.filter(alert => alert.open && !alert.acknowledged).length : 0;
		const word = how === 'short' ? shortNames[name] : name;
		const text = how === 'numbers' && name !== ui.panel ? '' : ` ${word}`;
		line.push(span(`${index + 1}${text}${open > 0 ? ` (${open})` : ''}`, toneOf(name, ui, shown)));
	}

	return line;
}

function toneOf(name: PanelName, ui: Ui, shown: readonly PanelName[]) {
	if (name === ui.panel) return ui.focus === 'panel' ? 'chosen' : 'accent';
	return shown.includes(name) ? 'plain' : 'quiet';
}
