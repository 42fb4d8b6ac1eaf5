import type {Time} from '../../core/event.ts';

function parts(time: Time) {
	const date = new Date(time);
	const two = (number: number) => String(number).padStart(2, '0');
	return {
		year: String(date.getFullYear()),
		month: two(date.getMonth() + 1),
		day: two(date.getDate()),
		clock: `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`,
		milliseconds: String(date.getMilliseconds()).padStart(3, '0'),
	};
}

/** `2026-01-05 14:30:22`, in this machine's zone, as loggers print it. */
export function dashed(time: Time): string {
	const {year, month, day, clock} = parts(time);
	return `${year}-${month}-${day} ${clock}`;
}

/** `2026-01-05 14:30:22,123`: Python's logging. */
export function python(time: Time): string {
	return `${dashed(time)},${parts(time).milliseconds}`;
}

/** `2026/01/05 14:30:22`. */
export function slashed(time: Time): string {
	return dashed(time).replaceAll('-', '/');
}

/** `20260105_143022`: in names of folders and files. */
export function compact(time: Time): string {
	return dashed(time).replaceAll(/[-:]/g, '').replace(' ', '_');
}

/** `1:02:03`: a length of time as Python prints it. */
export function delta(seconds: number): string {
	const whole = Math.max(0, Math.round(seconds));
	const two = (number: number) => String(number).padStart(2, '0');
	return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}
