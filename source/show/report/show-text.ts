import type {Alert} from '../../core/alert.ts';
import type {Time} from '../../core/event.ts';
import {duration, percent} from '../../core/quantity.ts';
import type {Run} from '../../core/run.ts';
import {blank, type Line, lineWidth, type Span, span, spread, wrap} from '../lines.ts';
import {drawCheckpoints} from '../panels/checkpoints.ts';
import {drawCurves} from '../panels/curves.ts';
import {policyLines} from '../panels/policy.ts';
import {resultLines} from '../panels/results.ts';
import {drawSettings} from '../panels/settings.ts';
import {drawValidation} from '../panels/validation.ts';
import {settingRows} from '../setting-tree.ts';
import type {Glyphs} from '../theme.ts';
import {startUi} from '../ui.ts';
import type {Draw, View} from '../view.ts';
import {clean, widthOf} from '../width.ts';
import {ageOf, diskText, etaOf, severityTones, stateTones, tidy} from '../words.ts';
import {emptyWorld} from '../world.ts';
import type {Look} from './check-text.ts';
import {paperText, themeFor} from './paper.ts';
import {filesOf, reproductionOf} from './show-origin.ts';
import {sessionsOf} from './show-sessions.ts';

/** Rows below the settings that the surroundings of a run may take. */
const aboutRows = 40;
/** Rows of a curve on paper, its axes included. */
const curveRows = 16;

/** `show` for people: one run as a page. `zone` is minutes ahead of UTC. */
export function showText(run: Run, now: Time, zone: number, look: Look): string {
	const {glyphs} = themeFor(look);
	const width = Math.max(60, look.width);
	const ui = startUi({columns: width, rows: curveRows});
	const view: View = {world: {...emptyWorld, runs: [run], now, zone}, ui, run, glyphs};
	const panel = (draw: Draw, rows: number) => draw(view, width, rows);
	const lines = [
		...headOf(run, now, glyphs, width),
		[],
		...panel(drawCurves, run.series.size > 0 ? curveRows : 2),
		[],
		...panel(
			drawValidation,
			Math.max(2, run.validation.evaluations.length + 2) + 1 + resultLines(run).length,
		),
		[],
		...panel(
			drawCheckpoints,
			Math.max(2, run.checkpoints.length + 2) + 1 + policyLines(run, glyphs, width).length,
		),
		[],
		...alertsOf(run, now, glyphs, width),
		[],
		...sessionsOf(run, zone),
		[],
		...filesOf(run, width),
		[],
		...panel(drawSettings, settingRows(run, ui).length + aboutRows),
		[],
		...reproductionOf(run, now, zone),
	];
	return paperText(withoutGaps(lines), look);
}

/** Two empty lines in a row are one. */
function withoutGaps(lines: readonly Line[]): readonly Line[] {
	const empty = (line: Line | undefined) => !line || line.every(({text}) => text.trim() === '');
	return lines.filter((line, index) => !empty(line) || (index > 0 && !empty(lines[index - 1])));
}

function headOf(run: Run, now: Time, glyphs: Glyphs, width: number): readonly Line[] {
	const {label = '', note = ''} = run.remarks ?? {};
	const marks = [
		['alive', run.health.alive],
		['loss falling', run.health.lossFalling],
		['validation improving', run.health.validationImproving],
		['best saved', run.health.bestSaved],
		['no errors', run.health.noErrors],
	] as const;
	return [
		[span(clean(run.name), 'strong'), span(label === '' ? '' : `   ${clean(label)}`, 'accent')],
		fact('path', clean(run.path)),
		...(note === '' ? [] : [fact('note', clean(note))]),
		...stateOf(run, glyphs, width),
		[
			...fact('health', ''),
			...marks.flatMap(([words, mark]): readonly Span[] => [
				span(
					`${mark === null ? glyphs.dash : mark ? glyphs.yes : glyphs.no} `,
					mark === null ? 'quiet' : mark ? 'good' : 'warn',
				),
				span(`${words}   `, mark === null ? 'quiet' : 'plain'),
			]),
		],
		fact('progress', progressText(run)),
		...diskOf(run),
		fact('written', run.updatedAt === null ? 'never' : agoText(ageOf(run.updatedAt, now))),
	];
}

function diskOf({disk}: Run): readonly Line[] {
	return disk ? [fact('disk', diskText(disk))] : [];
}

/** The state and why, on as many lines as that takes. */
function stateOf(run: Run, glyphs: Glyphs, width: number): readonly Line[] {
	const state = `${glyphs.state[run.state]} ${run.state}`;
	const more = `${run.archived ? ', archived' : ''}   `;
	const inset = 11 + widthOf(state + more);
	const [first = '', ...rest] = wrap(clean(run.why), Math.max(20, width - inset), 6);
	return [
		[...fact('state', ''), span(state, stateTones[run.state]), span(more + first)],
		...rest.map((part): Line => [blank(inset), span(part)]),
	];
}

function agoText(age: string): string {
	return age === 'now' ? 'just now' : `${age} ago`;
}

function fact(name: string, text: string): Line {
	return [span(` ${name.padEnd(10)}`, 'quiet'), span(text)];
}

function progressText(run: Run): string {
	const {fraction, epoch, epochs, step, steps, stepsPerSecond} = run.progress;
	const of = (now: number | null, all: number | null, word: string) =>
		now === null ? '' : `${word} ${tidy(now)}${all === null ? '' : ` of ${tidy(all)}`}`;
	const eta = etaOf(run);
	const pace =
		stepsPerSecond === null || stepsPerSecond <= 0
			? ''
			: stepsPerSecond >= 1
				? `${stepsPerSecond.toFixed(1)} steps a second`
				: `${duration(1 / stepsPerSecond)} a step`;
	const parts = [
		fraction === null ? '' : percent(fraction),
		of(epoch, epochs, 'epoch'),
		of(step, steps, 'step'),
		pace,
		eta === '–' ? '' : `${eta} left`,
	].filter(part => part !== '');
	return parts.join(', ') || 'cannot be told';
}

/** Every alert, open before past, with its proof and advice; past ones of no weight in one line. */
function alertsOf(run: Run, now: Time, glyphs: Glyphs, width: number): readonly Line[] {
	const open = run.alerts.filter(alert => alert.open);
	const past = run.alerts.filter(alert => !alert.open);
	const heading = span(' alerts', 'strong');
	if (run.alerts.length === 0) return [[heading, span('   none', 'quiet')]];
	return [
		[heading, span(`   ${open.length} open, ${past.length} past`, 'quiet')],
		...[...open, ...past].flatMap(alert => [
			alertHead(alert, now, glyphs, width),
			...(alert.open || alert.severity !== 'info' ? proofOf(alert, run) : []),
			...adviceOf(alert, width),
		]),
	];
}

function alertHead(alert: Alert, now: Time, glyphs: Glyphs, width: number): Line {
	const {open, acknowledged, severity, rule, certain, message, since} = alert;
	const active = open && !acknowledged;
	const life = open ? (acknowledged ? 'seen' : severity) : 'past';
	const sign = active ? glyphs.severity[severity] : glyphs.dash;
	const line: Line = [
		span(` ${sign} ${life}  `, active ? severityTones[severity] : 'quiet'),
		span(`${rule}  `, 'quiet'),
		span(`${certain ? '' : 'likely: '}${clean(message)}`, 'strong'),
	];
	const age = span(since === null ? '' : ` ${agoText(ageOf(since, now))}`, 'quiet');
	// A message that is too long runs over the edge: on paper nothing is cut.
	return lineWidth([...line, age]) < width ? spread(line, [age], width) : [...line, age];
}

function proofOf({evidence}: Alert, {files}: Run): readonly Line[] {
	const only = files.length === 1 ? files[0] : undefined;
	return evidence.slice(0, 5).map(({file, line, text}): Line => {
		const path = (files.find(({id}) => id === file) ?? only)?.path ?? 'log';
		const where = `${clean(path)}${line > 0 ? `:${line}` : ''}`;
		return [span(`     ${where}  `, 'accent'), span(clean(text).trim().slice(0, 300))];
	});
}

function adviceOf({advice}: Alert, width: number): readonly Line[] {
	if (advice === '') return [];
	return wrap(clean(advice), width - 10, 6).map(
		(part, index): Line => [span(`     ${index === 0 ? 'try: ' : '     '}${part}`, 'quiet')],
	);
}
