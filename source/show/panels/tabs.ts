import type {Run} from '../../core/run.ts';
import {fitted, type Line, lineWidth, type Span, span} from '../lines.ts';
import type {Glyphs} from '../theme.ts';
import {type PanelName, panelNames, type Ui} from '../ui.ts';
import {clean, cutEnd, cutMiddle, widthOf} from '../width.ts';
import {clauses} from '../words.ts';

/** The line between list and panels: whose panels, which there are, and why its state is believed. */
export function drawTabs(
	run: Run | undefined,
	ui: Ui,
	shown: readonly PanelName[],
	glyphs: Glyphs,
	width: number,
): Line {
	const rule = glyphs.across;
	if (!run) return [span(rule.repeat(width), 'quiet')];
	if (ui.over === 'compare') {
		const title: Line = [
			span(`${rule}${rule} `, 'quiet'),
			span(`compare ${ui.marks.size} runs `, 'accent'),
		];
		const rest = rule.repeat(Math.max(0, width - lineWidth(title)));
		return fitted([...title, span(rest, 'quiet')], width);
	}

	const narrow = width < 78 || (width < 100 && ui.focus === 'panel' && ui.enlarged);
	const wide = labels(ui, shown, run, narrow ? ' ' : ' · ', narrow);
	const needed = lineWidth(wide) + widthOf(clean(run.name)) + 8;
	const tight = !narrow && needed > width && width >= 90;
	const tabs = tight ? labels(ui, shown, run, '  ', false) : wide;
	const room = width - lineWidth(tabs) - 8;
	const name = room < 8 ? '' : cutMiddle(clean(run.name), Math.min(32, room));
	const line: Span[] = [
		span(`${rule}${rule} `, 'quiet'),
		span(name, 'strong'),
		span(name === '' ? '' : ` ${rule}${rule} `, 'quiet'),
		...tabs,
	];
	const left = width - lineWidth(line) - 5;
	const told = run.state === 'running' ? '' : clauses(clean(run.why), left);
	const why = left > 12 ? cutEnd(told, left) : '';
	if (why === '')
		return fitted([...line, span(` ${rule.repeat(Math.max(0, left + 4))}`, 'quiet')], width);
	const dashes = rule.repeat(Math.max(1, left - widthOf(why) + 1));
	return fitted([...line, span(` ${dashes} ${why} ${rule}`, 'quiet')], width);
}

function labels(
	ui: Ui,
	shown: readonly PanelName[],
	run: Run,
	between: string,
	narrow: boolean,
): Line {
	const line: Span[] = [];
	for (const [index, name] of panelNames.entries()) {
		if (index > 0) line.push(span(between, 'quiet'));
		const open =
			name === 'alerts' ? run.alerts.filter(alert => alert.open && !alert.acknowledged).length : 0;
		const word = narrow && name !== ui.panel ? String(index + 1) : `${index + 1} ${name}`;
		line.push(span(word + (open > 0 ? ` (${open})` : ''), toneOf(name, ui, shown)));
	}

	return line;
}

function toneOf(name: PanelName, ui: Ui, shown: readonly PanelName[]) {
	if (name === ui.panel) return ui.focus === 'panel' ? 'chosen' : 'accent';
	return shown.includes(name) ? 'plain' : 'quiet';
}
