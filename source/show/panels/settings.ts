import {duration} from '../../core/quantity.ts';
import type {Run, Scheduler} from '../../core/run.ts';
import {wrongSettings} from '../../core/wrong-setting.ts';
import {cell, fill, type Line, span} from '../lines.ts';
import {rowsOf} from '../rows.ts';
import {type Draw, hasFocus} from '../view.ts';
import {clean, widthOf} from '../width.ts';

/** What the run was started with, and where it stands on disk. */
export const drawSettings: Draw = (view, width, height) => {
	const {run, ui} = view;
	const rows = rowsOf.settings(run);
	const names = Math.min(32, Math.max(8, ...rows.map(([name]) => widthOf(clean(name)))));
	const heading: Line = [
		span(' settings', hasFocus(view, 'settings') ? 'accent' : 'strong'),
		span(run.settings === null ? '' : `   ${clean(run.settings.file)}`, 'quiet'),
	];
	const about = facts(run).map(
		([name, value]): Line => [span(` ${cell(name, 8)}  `, 'quiet'), span(clean(value))],
	);
	const wrong = new Map(
		wrongSettings(run.settings?.values ?? {}).map(({name, why}) => [name, why]),
	);
	const lines =
		rows.length > 0
			? rows.map(
					([name, value]): Line => [
						span(` ${cell(clean(name), names, {middle: true})}  `, 'quiet'),
						span(clean(value), wrong.has(name) ? 'warn' : 'plain'),
						span(wrong.has(name) ? `   ${wrong.get(name)}` : '', 'warn'),
					],
				)
			: [[span('  No settings file was found beside the log.', 'quiet')]];
	const from = Math.max(
		0,
		Math.min(ui.at.settings, lines.length - Math.max(1, height - about.length - 2)),
	);
	return fill(
		[heading, ...lines.slice(from, from + Math.max(0, height - about.length - 2)), [], ...about],
		width,
		height,
	);
};

/** So many of what became of its folder stand there, the newest. */
const lastHappenings = 8;

function facts(run: Run): ReadonlyArray<readonly [name: string, value: string]> {
	const told: Array<readonly [string, string]> = [['path', run.path]];
	if (run.formats.length > 0) told.push(['formats', run.formats.join(', ')]);
	if (run.git?.branch)
		told.push([
			'branch',
			`${run.git.branch}${run.git.commit ? ` ${run.git.commit}` : ''}${run.git.inferred ? ', by the reflog' : ''}`,
		]);
	if (run.scheduler) told.push(['job', jobText(run.scheduler)]);
	for (const [index, {text}] of (run.happened ?? []).slice(-lastHappenings).entries())
		told.push([index === 0 ? 'story' : '', text]);
	if (run.sessions.length > 1) told.push(['sessions', String(run.sessions.length)]);
	if (run.process) told.push(['process', `${run.process.pid} ${run.process.command}`]);
	return told;
}

function jobText({job, state, reason, leftSeconds}: Scheduler): string {
	const left = typeof leftSeconds === 'number' ? `, ${duration(leftSeconds)} left` : '';
	return `${job} ${state}${reason === null ? '' : ` (${reason})`}${left}`;
}
