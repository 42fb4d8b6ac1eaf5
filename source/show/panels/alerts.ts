import type {Alert} from '../../core/alert.ts';
import type {Run} from '../../core/run.ts';
import {blank, fill, fitted, type Line, span, spread, textOf, wrap} from '../lines.ts';
import {rowsOf} from '../rows.ts';
import {type Draw, hasFocus, type View} from '../view.ts';
import {clean, cutMiddle} from '../width.ts';
import {ageOf, ruleName, severityTones} from '../words.ts';

/** Open and past alerts: what, since when, the proof, what to try. */
export const drawAlerts: Draw = (view, width, height) => {
	const alerts = rowsOf.alerts(view.run);
	if (alerts.length === 0) return fill(calm(view, width), width, height);
	const blocks = alerts.map((alert, index) => block(alert, index, view, width));
	const before = blocks.slice(0, view.ui.at.alerts).reduce((sum, lines) => sum + lines.length, 0);
	const total = blocks.reduce((sum, lines) => sum + lines.length, 0);
	const top = hasFocus(view, 'alerts') ? Math.max(0, Math.min(before, total - height)) : 0;
	return fill(blocks.flat().slice(top), width, height);
};

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

function block(alert: Alert, index: number, view: View, width: number): readonly Line[] {
	const {glyphs, world, ui} = view;
	const active = alert.open && !alert.acknowledged;
	const tone = active ? severityTones[alert.severity] : 'quiet';
	const since = ageOf(alert.since, world.now);
	const sign = active ? glyphs.severity[alert.severity] : glyphs.dash;
	const head = spread(
		[
			span(` ${sign} ${standing(alert)}  `, tone),
			span(clean(alert.message), active ? 'strong' : 'quiet'),
		],
		[span(` ${alert.certain ? '' : 'likely, '}${since === '–' ? '' : since} `, 'quiet')],
		width,
	);
	const here = hasFocus(view, 'alerts') && index === ui.at.alerts;
	const first = here ? [span(textOf(head), 'chosen')] : head;
	if (!active && !here) return [first];
	return [first, ...proof(alert, view.run, width), ...advice(alert, width), []];
}

const inset = 5;

function proof(alert: Alert, run: Run, width: number): readonly Line[] {
	return alert.evidence.slice(0, 3).map(({file, line, text}) => {
		const path = run.files.find(({id}) => id === file)?.path ?? 'log';
		const short = cutMiddle(clean(path), Math.max(8, Math.floor(width / 3)));
		const where = line > 0 ? `${short}:${line}` : short;
		return fitted([blank(inset), span(where, 'accent'), span(`  ${clean(text).trim()}`)], width);
	});
}

function advice({rule, advice: text, open}: Alert, width: number): readonly Line[] {
	if (!open || text === '') return [[blank(inset), span(ruleName(rule), 'quiet')]];
	return wrap(clean(text), Math.max(10, width - inset - 1), 3).map(
		(part): Line => [blank(inset), span(part, 'quiet')],
	);
}
