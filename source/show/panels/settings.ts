import {type Environment, environmentParts} from '../../core/environment.ts';
import type {Time} from '../../core/event.ts';
import type {Run} from '../../core/run.ts';
import {type SettingNote, settingNotes} from '../../core/wrong-setting.ts';
import {cell, fill, type Line, lineWidth, scrolledTo, span, textOf} from '../lines.ts';
import {type SettingRow, settingRows} from '../setting-tree.ts';
import {type Draw, hasFocus, type View} from '../view.ts';
import {clean, widthOf} from '../width.ts';
import {aroundLines} from './around.ts';

/** What the run was started with, as a tree, and where it stands on disk. */
export const drawSettings: Draw = (view, width, height) => {
	const {run, ui} = view;
	const rows = settingRows(run, ui);
	const about = facts(run, view.world.now)
		.slice(0, Math.max(2, height - 6))
		.map(([name, value]): Line => [span(` ${cell(name, 8)}  `, 'quiet'), span(clean(value))]);
	const wrong = settingNotes(run.settings);
	const free = Math.max(0, height - about.length - 2);
	const first = rows.length > free ? firstOf(wrong, free, width) : [];
	const room = free - first.length;
	const from = scrolledTo(ui.at.settings, room, rows.length);
	const names = Math.min(34, Math.max(8, ...rows.map(labelWidth)));
	const whys = new Map(wrong.map(note => [note.name, note]));
	const lines = rows
		.slice(from, from + room)
		.map((row, index) => rowLine(row, from + index, names, whys.get(row.name), view, width));
	const shown = rows.length > 0 ? lines : [[span(`  ${whyNone(run)}`, 'quiet')]];
	return fill([headingOf(view, wrong.length), ...first, ...shown, [], ...about], width, height);
};

const inset = 2;

function labelWidth({label, depth, value}: SettingRow): number {
	return value === undefined ? 0 : depth * inset + widthOf(clean(label));
}

function headingOf(view: View, wrong: number): Line {
	const {settings} = view.run;
	const count = Object.keys(settings?.values ?? {}).length;
	const {find} = view.ui;
	return [
		span(' settings', hasFocus(view, 'settings') ? 'accent' : 'strong'),
		span(wrong === 0 ? '' : `   ${wrong} ${wrong === 1 ? 'looks' : 'look'} wrong`, 'warn'),
		span(
			settings === null
				? ''
				: `   ${clean(settings.file)}, ${count} ${count === 1 ? 'value' : 'values'}`,
			'quiet',
		),
		span(find === '' ? '' : `   with ${clean(find)}`, 'accent'),
	];
}

function whyNone({settings}: Run): string {
	if (settings === null) return 'No settings file was found beside the log.';
	return Object.keys(settings.values).length === 0
		? 'The settings file says nothing.'
		: 'No setting is called so.';
}

function rowLine(
	row: SettingRow,
	index: number,
	names: number,
	wrong: SettingNote | undefined,
	view: View,
	width: number,
): Line {
	const {glyphs, ui} = view;
	const space = ' '.repeat(1 + row.depth * inset);
	const line: Line =
		row.value === undefined
			? [
					span(
						`${space}${row.folded ? glyphs.here : glyphs.descending} ${clean(row.label)}`,
						'strong',
					),
					span(row.folded ? `   ${row.within} settings` : '', 'quiet'),
				]
			: [
					span(`${cell(`${space}${clean(row.label)}`, names + 1, {middle: true})}  `, 'quiet'),
					span(clean(row.value), wrong === undefined ? 'plain' : 'warn'),
				];
	const told = wrong ? [...line, span(whyWrong(wrong, width - lineWidth(line)), 'warn')] : line;
	const here = hasFocus(view, 'settings') && index === ui.at.settings;
	return here ? [span(cell(textOf(told), width), 'chosen')] : told;
}

/** What looks wrong stands first where not all settings are on the screen. */
function firstOf(wrong: readonly SettingNote[], room: number, width: number): readonly Line[] {
	const most = Math.max(0, Math.min(3, Math.floor(room / 3)));
	return wrong.slice(0, most).map((note): Line => {
		const line = [span(` ${clean(note.name)}  ${clean(String(note.value))}`, 'warn')];
		return [...line, span(whyWrong(note, width - lineWidth(line)), 'warn')];
	});
}

/** What is wrong, and where it stands if there is room. */
function whyWrong({why, source}: SettingNote, room: number): string {
	const whole = source === null ? '' : `   ${clean(why)} (${clean(source)})`;
	return whole !== '' && widthOf(whole) <= room ? whole : `   ${clean(why)}`;
}

const mostAliases = 3;
/** So many of what became of its folder stand there, the newest. */
const lastHappenings = 8;

function facts(run: Run, now: Time): ReadonlyArray<readonly [name: string, value: string]> {
	const told: Array<readonly [string, string]> = [['path', run.path]];
	const {aliases} = run;
	const more = aliases.length > mostAliases ? ` and ${aliases.length - mostAliases} more` : '';
	if (aliases.length > 0) told.push(['alias', aliases.slice(0, mostAliases).join(', ') + more]);
	told.push(...aroundLines(run, now));
	if (run.environment) told.push(['runs on', environmentText(run.environment)]);
	if (run.formats.length > 0) told.push(['formats', run.formats.join(', ')]);
	if (run.sessions.length > 1) told.push(['sessions', String(run.sessions.length)]);
	for (const [index, {text}] of (run.happened ?? []).slice(-lastHappenings).entries())
		told.push([index === 0 ? 'story' : '', text]);
	return told;
}

/** `torch 2.1.2, cuda 11.8, 2 x NVIDIA A100`. */
export function environmentText(environment: Environment): string {
	return environmentParts
		.flatMap(part => {
			const value = environment[part];
			if (value === undefined) return [];
			return part === 'device' || part === 'framework' ? [value] : [`${part} ${value}`];
		})
		.join(', ');
}
