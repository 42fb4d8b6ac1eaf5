/** `1.2345e-4` → `1.23e-4`, `0.0423` → `0.0423`, `12345.6` → `12346`: a measured value in at most 8 columns. */
export function measure(value: number): string {
	if (Number.isNaN(value)) return 'NaN';
	if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
	const size = Math.abs(value);
	if (size === 0) return '0';
	if (size < 1e-3 || size >= 1e7) return value.toExponential(2).replace('e+', 'e');
	if (size >= 1000) return value.toFixed(size >= 10_000 ? 0 : 1);
	if (size >= 100) return value.toFixed(2);
	if (size >= 1) return value.toFixed(3);
	return value.toFixed(4);
}

/** `1234` → `1234`, `12345` → `12.3k`, `2.5e6` → `2.5M`: a count in at most 6 columns. */
export function count(value: number): string {
	if (value < 10_000) return String(Math.round(value));
	for (const [unit, size] of [
		['k', 1e3],
		['M', 1e6],
		['G', 1e9],
	] as const) {
		const scaled = value / size;
		if (scaled < 999.5) return `${scaled < 99.95 ? scaled.toFixed(1) : scaled.toFixed(0)}${unit}`;
	}

	return value.toExponential(1).replace('e+', 'e');
}

/** `46837760` → `44.7M`: bytes in powers of 1024, at most 6 columns. */
export function bytes(value: number): string {
	let scaled = value;
	for (const unit of ['B', 'K', 'M', 'G', 'T']) {
		if (scaled < 999.5 || unit === 'T') {
			return unit === 'B' || scaled >= 99.95
				? `${scaled.toFixed(0)}${unit}`
				: `${scaled.toFixed(1)}${unit}`;
		}

		scaled /= 1024;
	}

	return '';
}

/** Seconds as people say them: `2s`, `4m`, `1h12m`, `2d`, `2d03h`; the finer part only where it matters. */
export function duration(seconds: number): string {
	if (!Number.isFinite(seconds)) return '–';
	const whole = Math.max(0, Math.round(seconds));
	if (whole < 60) return `${whole}s`;
	const minutes = Math.floor(whole / 60);
	if (minutes < 60)
		return minutes < 10 && whole % 60 ? `${minutes}m${pad(whole % 60)}s` : `${minutes}m`;
	const hours = Math.floor(minutes / 60);
	if (hours < 24) return `${hours}h${pad(minutes % 60)}m`;
	const days = Math.floor(hours / 24);
	return days < 10 ? `${days}d${pad(hours % 24)}h` : `${days}d`;
}

/** An age in at most 4 columns: `2s`, `31m`, `5h`, `2d`. */
export function age(seconds: number): string {
	const whole = Math.max(0, Math.floor(seconds));
	if (whole < 60) return `${whole}s`;
	if (whole < 3600) return `${Math.floor(whole / 60)}m`;
	if (whole < 86_400) return `${Math.floor(whole / 3600)}h`;
	const days = Math.floor(whole / 86_400);
	return days < 1000 ? `${days}d` : `${Math.floor(days / 365)}y`;
}

/** `0.386` → `39%`; never `100%` before the end. */
export function percent(fraction: number): string {
	const whole = fraction >= 1 ? 100 : Math.min(99, Math.floor(fraction * 100));
	return `${whole}%`;
}

function pad(number: number): string {
	return String(number).padStart(2, '0');
}
