import {bytes, count, measure} from '../../core/quantity.ts';
import type {Mark} from '../../core/run.ts';
import type {Point} from '../../core/series.ts';
import type {Tally} from '../../core/tally.ts';
import {cell} from '../lines.ts';
import {clean} from '../width.ts';
import {adviceFor} from './explain-advice.ts';
import type {ExplainReport} from './explain-json.ts';
import {ownText} from './explain-own.ts';

/** `explain` for people: the format and why, what the lines became, what was not understood. */
export function explainText({file, bytes: size, report, tally, own}: ExplainReport): string {
	const share = report.lines > 0 ? Math.round((100 * report.understood) / report.lines) : 0;
	const rivals = report.candidates.filter(({format}) => format !== report.format).slice(0, 3);
	const lines = [
		`${clean(file)}: ${report.format}`,
		...pair('why', report.why),
		...pair(
			'size',
			`${bytes(size)}, ${report.lines} lines, ${report.understood} understood (${share}%)`,
		),
		...pair(
			'other formats',
			rivals.map(({format, understood}) => `${format} ${understood}`).join(', ') || 'none would do',
		),
		...pair('sessions', String(tally.sessions)),
		...pair('records', recordsText(tally)),
		...pair('ended', tally.cause ? `${tally.ended} (${tally.cause})` : tally.ended),
		...trainText(tally),
		...metricsText(tally),
		...validationText(tally),
		...section(
			'trouble told by the file',
			tally.errors
				.slice(0, 10)
				.map(({rule, line, text}) => `${rule} at line ${line ?? '?'}: ${clean(text)}`),
		),
		...section(
			'could not be read',
			report.trouble.map(({offset, what}) => `at byte ${offset}: ${clean(what)}`),
		),
		...section('what to do', adviceFor(report)),
		...own.flatMap(ownText),
		...section(
			'first lines not understood',
			report.notUnderstood.map(
				({line, text}) => `${String(line).padStart(6)}  ${clean(text).slice(0, 160)}`,
			),
		),
	];
	return `${lines.join('\n')}\n`;
}

function pair(name: string, text: string): readonly string[] {
	return [`  ${name.padEnd(14)} ${clean(text)}`];
}

function section(title: string, lines: readonly string[]): readonly string[] {
	return lines.length > 0 ? ['', `  ${title}`, ...lines.map(line => `    ${line}`)] : [];
}

function recordsText({records}: Tally): string {
	const {train, validation, checkpoint, error} = records;
	return `${train} training, ${validation} validation, ${checkpoint} checkpoint, ${error} error`;
}

function trainText({train}: Tally): readonly string[] {
	const first = train.first?.value ?? null;
	const last = train.last?.value ?? null;
	if (train.loss === null || first === null || last === null) return [];
	const least = train.min ? `, least ${measure(train.min.value)}` : '';
	const broken = train.nonFinite > 0 ? `, ${train.nonFinite} not finite` : '';
	return pair('loss', `${train.loss}: ${measure(first)} → ${measure(last)}${least}${broken}`);
}

function metricsText({metrics}: Tally): readonly string[] {
	const entries = Object.entries(metrics);
	if (entries.length === 0) return [];
	const width = Math.min(32, Math.max(8, ...entries.map(([name]) => name.length)));
	return section('metrics', [
		`${cell('', width)} ${['points', 'first', 'last', 'least', 'most'].map(head => head.padStart(9)).join(' ')}`,
		...entries.map(([name, {points, first, last, min, max}]) => {
			const values = [first, last, min, max].map(told).map(text => text.padStart(9));
			return `${cell(clean(name), width, {middle: true})} ${count(points).padStart(9)} ${values.join(' ')}`;
		}),
	]);
}

function told(point: Point | null): string {
	return point ? measure(point.value) : '–';
}

function validationText({validation}: Tally): readonly string[] {
	const judged = Object.entries(validation.metrics).filter(([, {best}]) => best !== null);
	return section(
		'best validation',
		judged.map(([name, {goal, best, records}]) => {
			const side = goal === 'min' ? 'least' : 'most';
			return `${clean(name)}: ${side} ${measure(best!.value)}${place(best!)} of ${records}`;
		}),
	);
}

function place({epoch, step}: Mark): string {
	if (epoch !== null) return ` at epoch ${epoch}`;
	return step === null ? '' : ` at step ${step}`;
}
