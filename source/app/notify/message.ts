import {basename} from 'node:path';
import type {Alert} from '../../core/alert.ts';
import type {Time} from '../../core/event.ts';
import type {Run, RunFile} from '../../core/run.ts';
import {iso} from '../../show/report/json.ts';
import {tame} from './escapes.ts';

/** What is told of an alert. */
export type Message = {
	readonly run: Pick<Run, 'name' | 'folder' | 'state' | 'remarks'> & {
		readonly files: ReadonlyArray<Pick<RunFile, 'id' | 'path'>>;
	};
	readonly alert: Alert;
};

/** The alert as a command hook gets it, schema `watchexp.alert/1`: one line of JSON. */
export function messageOf({run, alert}: Message, now: Time): string {
	const text = (told: string) => tame(told, 4096);
	return `${JSON.stringify({
		schema: 'watchexp.alert/1',
		at: iso(now),
		run: text(run.name),
		label: text(run.remarks?.label ?? ''),
		path: run.folder,
		state: run.state,
		rule: alert.rule,
		severity: alert.severity,
		since: iso(alert.since),
		message: text(alert.message),
		evidence: alert.evidence.map(({file, line, offset, text: said}) => ({
			file: run.files.find(({id}) => id === file)?.path ?? null,
			line,
			offset,
			text: text(said),
		})),
		advice: text(alert.advice),
	})}\n`;
}

/** `exp_1: CUDA ran out of memory`; of several the first and how many more. */
export function sentenceOf(raised: readonly Message[]): string {
	const [first] = raised;
	if (!first) return '';
	const {run, alert} = first;
	const more = raised.length > 1 ? ` (and ${raised.length - 1} more)` : '';
	return `${run.remarks?.label || run.name}: ${alert.message}${more}`;
}

/** `watchexp: 2 critical, 1 warning`; the bare name where all is well. */
export function titleOf(runs: readonly Run[]): string {
	const shown = runs.filter(({remarks}) => !remarks?.hidden);
	const critical = shown.filter(({verdict}) => verdict === 'critical').length;
	const warnings = shown.filter(({verdict}) => verdict === 'warn').length;
	const counts = [
		critical > 0 ? `${critical} critical` : '',
		warnings > 0 ? `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}` : '',
	].filter(text => text !== '');
	return counts.length > 0 ? `watchexp: ${counts.join(', ')}` : 'watchexp';
}

/** `[/usr/local/bin/tell-me, -v]` → `tell-me`. */
export function programName([program = '']: readonly string[]): string {
	return tame(basename(program), 40);
}
