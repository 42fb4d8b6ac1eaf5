import type {Event} from '../../core/event.ts';
import {clean} from '../width.ts';
import {finite} from './json.ts';

/** A format of the user's while it is being written: how it reads a file, and its samples. */
export type OwnFormat = {
	readonly name: string;
	/** The first line of each of its shapes; `shape` counts from 1. */
	readonly matched: ReadonlyArray<{
		readonly line: number;
		readonly text: string;
		readonly shape: number;
		readonly kind: string;
		readonly time: string | undefined;
		readonly events: readonly Event[];
	}>;
	/** Samples that do not become what they say. */
	readonly wrong: ReadonlyArray<{
		readonly number: number;
		readonly line: string;
		readonly wanted: readonly Event[] | undefined;
		readonly told: readonly Event[] | undefined;
	}>;
};

/** How lines matched, and which samples are not what they say. */
export function ownText({name, matched, wrong}: OwnFormat): readonly string[] {
	const lines = matched.flatMap(({line, text, shape, kind, time, events}) => [
		`    ${String(line).padStart(6)}  ${clean(text).slice(0, 160)}`,
		`            lines.${shape} ${kind}${time === undefined ? '' : `, time ${clean(time)}`}: ${eventsText(events)}`,
	]);
	const samples = wrong.flatMap(({number, line, wanted, told}) => [
		`    samples.${number}  ${clean(line).slice(0, 160)}`,
		`            expected ${eventsText(wanted)}`,
		`            told     ${eventsText(told)}`,
	]);
	return [
		'',
		`  how lines matched ${clean(name)}`,
		...(lines.length > 0 ? lines : ['    none of the first lines did']),
		...(samples.length > 0
			? ['', `  samples of ${clean(name)} that do not become what they say`]
			: []),
		...samples,
	];
}

function eventsText(events: readonly Event[] | undefined): string {
	if (!events) return 'nothing: the format does not know the line';
	if (events.length === 0) return 'nothing worth keeping';
	return events.map(eventText).join('; ');
}

/** `train loss=0.5 lr=0.001 at epoch=1 step=10`: an event in one line. */
function eventText(event: Event): string {
	const {at: _, source: __, position, kind, ...rest} = event;
	const flat = Object.entries(rest).flatMap(([name, value]) =>
		name === 'values' || name === 'facts' ? Object.entries(value) : [[name, value] as const],
	);
	const said = flat.map(([name, value]) => (name === 'split' ? String(value) : pair(name, value)));
	const place = Object.entries(position ?? {}).map(([name, value]) => pair(name, value));
	const text = [kind, ...said, ...(place.length > 0 ? ['at', ...place] : [])].join(' ');
	return clean(text).slice(0, 300);
}

function pair(name: string, value: unknown): string {
	return `${name}=${typeof value === 'string' ? JSON.stringify(value) : String(value)}`;
}

/** The same for programs; what is not finite has no JSON. */
export function ownJson({name, matched, wrong}: OwnFormat): object {
	return {
		name,
		matched: matched.map(({line, shape, kind, time, events}) => ({
			line,
			shape,
			kind,
			time: time ?? null,
			events: events.map(eventJson),
		})),
		wrong: wrong.map(({number, line, wanted, told}) => ({
			sample: number,
			line,
			expected: wanted?.map(eventJson) ?? null,
			told: told?.map(eventJson) ?? null,
		})),
	};
}

function eventJson(event: Event): unknown {
	return JSON.parse(
		JSON.stringify(event, (_, value: unknown) =>
			typeof value === 'number' ? finite(value) : value,
		),
	);
}
