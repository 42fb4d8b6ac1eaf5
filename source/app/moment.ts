import type {Time} from '../core/event.ts';

const units: Readonly<Record<string, number>> = {s: 1, m: 60, h: 3600, d: 86_400, w: 604_800};

/** `90m` → 5400, `1d12h` → 129600, `nonsense` → undefined: a length of time in seconds. */
export function parseDuration(text: string): number | undefined {
	if (!/^(?:\d+(?:\.\d+)?[smhdw])+$/.test(text)) return undefined;
	let seconds = 0;
	for (const [, amount, unit] of text.matchAll(/([\d.]+)([smhdw])/g)) {
		seconds += Number(amount) * units[unit!]!;
	}

	return seconds;
}

/** An ISO date or time, without a zone in this machine's; `2026-13-01` → undefined. */
export function parseMoment(text: string): Time | undefined {
	const parts =
		/^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/.exec(text);
	if (!parts) return undefined;
	const [, day, time = '00:00', zone = ''] = parts;
	const moment = Date.parse(`${day}T${time}${zone}`);
	return Number.isNaN(moment) ? undefined : moment;
}
