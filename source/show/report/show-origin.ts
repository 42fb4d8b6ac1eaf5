import {environmentParts} from '../../core/environment.ts';
import type {Time} from '../../core/event.ts';
import {bytes} from '../../core/quantity.ts';
import type {Run, RunFile} from '../../core/run.ts';
import {type Line, span, wrap} from '../lines.ts';
import {clean} from '../width.ts';

/** `2026-01-05 16:56`: a moment at a place so many minutes ahead of UTC. */
export function momentText(time: Time | null, zone: number): string {
	const moved = new Date((time ?? Number.NaN) + zone * 60_000);
	if (Number.isNaN(moved.getTime())) return 'unknown';
	return moved.toISOString().slice(0, 16).replace('T', ' ');
}

/** `UTC+08:00`: a zone by its minutes ahead of UTC. */
function zoneText(zone: number): string {
	const size = Math.abs(zone);
	const two = (value: number) => String(value).padStart(2, '0');
	return `UTC${zone < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** A row for each file: how it is read, how much of it is understood, what it is believed for. */
export function filesOf({files}: Run, width: number): readonly Line[] {
	const heading: Line = [
		span(' files', 'strong'),
		span(files.length === 0 ? '   none' : '', 'quiet'),
	];
	return [
		heading,
		...files.flatMap((file): readonly Line[] => [
			[span(` ${clean(file.path)}  `), span(readingText(file), 'quiet')],
			...wrap(`believed for ${believedText(file)}`, width - 6, 4).map(
				(part): Line => [span(`     ${part}`, 'quiet')],
			),
			...file.trouble.map((what): Line => [span(`     ${clean(what)}`, 'warn')]),
		]),
	];
}

function readingText({format, bytes: size, lines, understood}: RunFile): string {
	const share = lines > 0 ? `, ${understood} of ${lines} lines understood` : '';
	return `${format === '' ? 'unread' : clean(format)}, ${bytes(size)}${share}`;
}

const named = 12;

function believedText({believed}: RunFile): string {
	if (believed.length === 0) return 'nothing';
	const more = believed.length > named ? `, and ${believed.length - named} more` : '';
	return `${believed.slice(0, named).map(clean).join(', ')}${more}`;
}

type Row = (name: string, text: string | null, why?: string) => Line;

const row: Row = (name, text, why = '') => [
	span(` ${name.padEnd(10)}`, 'quiet'),
	text === null ? span(`unknown: ${clean(why)}`, 'quiet') : span(clean(text)),
];

/** What one needs to run it again; what is not known is said to be unknown. */
export function reproductionOf(run: Run, now: Time, zone: number): readonly Line[] {
	const {process, settings, scheduler} = run;
	const count = Object.keys(settings?.values ?? {}).length;
	return [
		[span(' how to reproduce', 'strong')],
		...commitOf(run),
		row(
			'command',
			run.command ?? process?.command ?? null,
			'no line says, and no process is known to have written it',
		),
		row(
			'settings',
			settings ? `${settings.file} (${count} ${count === 1 ? 'value' : 'values'}, above)` : null,
			'no settings file was found beside the log',
		),
		row('host', run.environment?.host ?? run.host),
		...groundOf(run),
		row('folder', run.folder),
		...(scheduler
			? [row('job', `${scheduler.job}, ${scheduler.state} ${scheduler.reason ?? ''}`)]
			: []),
		row('started', run.startedAt === null ? null : momentText(run.startedAt, zone), 'no line says'),
		row('seen', `${momentText(now, zone)}, times in ${zoneText(zone)}`),
	];
}

function commitOf({git}: Run): readonly Line[] {
	const changes =
		git?.dirty === null || git?.dirty === undefined
			? ''
			: git.dirty
				? `, with changes that were not committed${git.patch === undefined ? '' : ` (${git.patch})`}`
				: ', nothing uncommitted';
	const inferred = git?.inferred ? ', by the reflog' : '';
	const tags = git?.tags ? ` (${git.tags.join(', ')})` : '';
	const why = git?.why ?? (git ? 'nothing tells it' : 'no git repository was seen');
	return [
		row('commit', git?.commit ? `${git.commit}${tags}${changes}${inferred}` : null, why),
		row('branch', git?.branch ?? null, why),
	];
}

/** What it ran on. */
function groundOf({environment}: Run): readonly Line[] {
	if (!environment) return [row('runs on', null, 'neither logs nor settings say')];
	return environmentParts.flatMap((part): readonly Line[] => {
		const value = environment[part];
		return value === undefined || part === 'host' ? [] : [row(part, value)];
	});
}
