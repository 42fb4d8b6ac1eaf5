import type {Time} from '../core/event.ts';

const minute = 60_000;
const day = 86_400_000;
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** `10:31`: the time of day where the host is. */
export function clock(now: Time, zone: number): string {
	return new Date(now + zone * minute).toISOString().slice(11, 16);
}

/** `01-05 10:31:04`: a moment where the host is; nothing where it is none. */
export function dayAndTime(at: Time, zone: number): string {
	const local = new Date(at + zone * minute);
	return Number.isNaN(local.getTime()) ? '' : local.toISOString().slice(5, 19).replace('T', ' ');
}

/** `at 18:40`, `tomorrow at 03:10`, `Thu 27 at 03:10`: a moment to come, seen from now. */
export function momentOf(at: Time, now: Time, zone: number): string {
	const local = new Date(at + zone * minute);
	const days = Math.floor((at + zone * minute) / day) - Math.floor((now + zone * minute) / day);
	const time = `at ${clock(at, zone)}`;
	if (days === 0) return time;
	if (days === 1) return `tomorrow ${time}`;
	const weekday = weekdays[local.getUTCDay()];
	return days > 90 ? local.toISOString().slice(0, 10) : `${weekday} ${local.getUTCDate()} ${time}`;
}

/** When something ends that takes so many seconds more: by five minutes beyond an hour, so that it stands still. */
export function endOf(now: Time, seconds: number): Time {
	const step = seconds > 3600 ? 5 * minute : minute;
	return Math.ceil((now + seconds * 1000) / step) * step;
}
