import type {Alert, Evidence} from '../../core/alert.ts';
import type {Run} from '../../core/run.ts';
import {blank, fill, fitted, type Line, span, spread, textOf, wrap} from '../lines.ts';
import {rowsOf} from '../rows.ts';
import type {Glyphs} from '../theme.ts';
import {type Draw, hasFocus, type View} from '../view.ts';
import {clean, cutMiddle, widthOf} from '../width.ts';
import {ageOf, ruleName, severityTones} from '../words.ts';

/** Open and past alerts: what, since when, the proof, what to try; the one under the cursor in full. */
export const drawAlerts: Draw = (view, width, height) => {
	const alerts = rowsOf.alerts(view.run);
	if (alerts.length === 0) return fill(calm(view, width), width, height);
	const roomy = allFit(view, width, height);
	const blocks = alerts.map((alert, index) => block(alert, index, view, width, roomy));
	const lines = blocks.flat();
	const room = roomOf(lines.length, height);
	const before = blocks.slice(0, view.ui.at.alerts).reduce((sum, {length}) => sum + length, 0);
	const wanted = hasFocus(view, 'alerts') ? before + view.ui.down : 0;
	const top = Math.max(0, Math.min(wanted, lines.length - room));
	const shown = fill(lines.slice(top), width, room);
	if (room === height) return shown;
	return [...shown, fitted(beyond(top, lines.length - top - room, view.glyphs), width)];
};

/** Whether every open alert can be shown whole. */
function allFit(view: View, width: number, height: number): boolean {
	const heights = rowsOf
		.alerts(view.run)
		.map((alert, index) => heightOf(textsOf(alert, index, view, width, true)));
	return heights.reduce((sum, rows) => sum + rows, 0) <= height;
}

/** Rows for alerts: where not all of them fit, the last one says how many lines there are. */
function roomOf(lines: number, height: number): number {
	return lines > height && height > 3 ? height - 1 : height;
}

function beyond(above: number, below: number, glyphs: Glyphs): Line {
	const parts = [
		...(below > 0 ? [`${glyphs.descending} ${below} more`] : []),
		...(above > 0 ? [`${glyphs.ascending} ${above} above`] : []),
	];
	return [span(` ${parts.join('  ')}`, 'quiet')];
}

/** The alert under the cursor and its lines scrolled away, after so many steps: through one that is taller than the panel, then to the next. */
export function moveAlert(
	scene: Pick<View, 'ui' | 'run' | 'world'>,
	steps: number,
	{width, height}: {readonly width: number; readonly height: number},
): {readonly at: number; readonly down: number} {
	const {ui, run} = scene;
	const alerts = rowsOf.alerts(run);
	const heights = alerts.map((alert, index) => heightOf(textsOf(alert, index, scene, width)));
	const room = roomOf(
		heights.reduce((sum, rows) => sum + rows, 0),
		height,
	);
	// The blank line below an alert need not be seen.
	const most = (index: number) => Math.max(0, (heights[index] ?? 0) - 1 - room);
	const now = Math.min(ui.at.alerts, Math.max(0, alerts.length - 1));
	const down = Math.min(ui.down, most(now));
	const left = steps > 0 ? most(now) - down : down;
	if (left > 0 && Math.abs(steps) < 1e6)
		return {at: now, down: down + Math.sign(steps) * Math.min(Math.abs(steps), left)};
	const at = Math.max(0, Math.min(now + steps, alerts.length - 1));
	return {at, down: steps < 0 && at < now && Math.abs(steps) < 1e6 ? most(at) : 0};
}

/** Nothing is wrong, and why that is believed. */
function calm({run, glyphs}: View, width: number): readonly Line[] {
	const marks = [
		['alive', run.health.alive],
		['loss falling', run.health.lossFalling],
		['validation improving', run.health.validationImproving],
		['best checkpoint saved', run.health.bestSaved],
		['no errors', run.health.noErrors],
	] as const;
	return [
		[span(' No alerts', 'strong'), span(`   ${clean(run.why)}`, 'quiet')],
		[],
		...marks.map(([words, mark]): Line => {
			if (mark === null)
				return fitted([span(`   ${glyphs.dash} ${words}: cannot be told`, 'quiet')], width);
			return [span(`   ${mark ? glyphs.yes : glyphs.no} `, mark ? 'good' : 'warn'), span(words)];
		}),
	];
}

/** What an alert is called after its life: open, seen, or past. */
function standing({open, acknowledged, severity}: Alert): string {
	if (!open) return 'past';
	return acknowledged ? 'seen' : severity;
}

/** What an alert says, cut into the lines of a panel. */
type Texts = {
	readonly right: string;
	readonly message: readonly string[];
	/** Where a line stands and what it says, in as many rows as it takes. */
	readonly proof: ReadonlyArray<readonly [where: string, rows: readonly string[]]>;
	readonly advice: readonly string[];
};

const inset = 5;
/** Lines of proof where the alert is not under the cursor. */
const mostProof = 3;

function textsOf(
	alert: Alert,
	index: number,
	{ui, run, world}: Pick<View, 'ui' | 'run' | 'world'>,
	width: number,
	roomy = false,
): Texts {
	const focused = ui.focus === 'panel' && ui.panel === 'alerts';
	const here = focused && index === ui.at.alerts;
	const whole = here || roomy || (focused && ui.enlarged);
	const active = alert.open && !alert.acknowledged;
	const since = ageOf(alert.since, world.now);
	const sure = [...(alert.certain ? [] : ['likely']), ...(since === '–' ? [] : [since])];
	const right = ` ${sure.join(', ')} `;
	const room = Math.max(8, width - widthOf(right) - widthOf(begin(alert, ' ')));
	const message = wrap(clean(alert.message), room, active || whole ? Number.POSITIVE_INFINITY : 1);
	if (!active && !here) return {right, message, proof: [], advice: []};
	const proof = alert.evidence.slice(0, whole ? undefined : mostProof).map(evidence => {
		const where = placeOf(evidence, run, width);
		const text = clean(evidence.text).trim();
		const columns = Math.max(8, width - inset - widthOf(where) - 3);
		return [where, whole ? wrap(text, columns, Number.POSITIVE_INFINITY) : [text]] as const;
	});
	return {right, message, proof, advice: adviceOf(alert, width)};
}

function heightOf({message, proof, advice}: Texts): number {
	const rows = proof.reduce((sum, [, {length}]) => sum + length, 0);
	return message.length + rows + advice.length + Number(advice.length > 0);
}

/** ` ✖ critical  `: what stands before a message. */
function begin(alert: Alert, sign: string): string {
	return ` ${sign} ${standing(alert)}  `;
}

function block(
	alert: Alert,
	index: number,
	view: View,
	width: number,
	roomy: boolean,
): readonly Line[] {
	const {glyphs, ui} = view;
	const active = alert.open && !alert.acknowledged;
	const here = hasFocus(view, 'alerts') && index === ui.at.alerts;
	const texts = textsOf(alert, index, view, width, roomy);
	const sign = begin(alert, active ? glyphs.severity[alert.severity] : glyphs.dash);
	const tone = active ? severityTones[alert.severity] : 'quiet';
	const head = texts.message.map((text, row): Line => {
		const left = row === 0 ? span(sign, tone) : blank(widthOf(sign));
		const right = row === 0 ? [span(texts.right, 'quiet')] : [];
		const line = spread([left, span(text, active ? 'strong' : 'quiet')], right, width);
		return here ? [span(textOf(line), 'chosen')] : line;
	});
	const proof = texts.proof.flatMap(([where, rows]) =>
		rows.map((text, row): Line => {
			const left = row === 0 ? span(where, 'accent') : blank(widthOf(where));
			return fitted([blank(inset), left, span(`  ${text}`)], width);
		}),
	);
	const advice = texts.advice.map((text): Line => [blank(inset), span(text, 'quiet')]);
	return [...head, ...proof, ...advice, ...(advice.length > 0 ? [[]] : [])];
}

function placeOf({file, line}: Evidence, run: Run, width: number): string {
	const path = run.files.find(({id}) => id === file)?.path ?? 'log';
	const short = cutMiddle(clean(path), Math.max(8, Math.floor(width / 3)));
	return line > 0 ? `${short}:${line}` : short;
}

function adviceOf({rule, advice: text, open}: Alert, width: number): readonly string[] {
	if (!open || text === '') return [ruleName(rule)];
	return wrap(clean(text), Math.max(10, width - inset - 1), Number.POSITIVE_INFINITY);
}
