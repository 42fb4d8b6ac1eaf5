import {roundStep} from './axis.ts';

/** A y axis whose rows stand at round numbers; `labels` has one text for each row, from the top. */
export type YAxis = {
	readonly low: number;
	readonly high: number;
	readonly labels: readonly string[];
};

type Plan = {
	/** From one row to the next. */
	readonly unit: number;
	/** The lowest row, in units. */
	readonly bottom: number;
	/** Rows from one label to the next. */
	readonly every: number;
};

const mostEvery = 6;

/** `linearRows(0.07, 0.93, 11)` → 0 to 1, labelled 0.0, 0.2 … 1.0: what is told fills the rows, labels are 1-2-5 steps apart. */
export function linearRows(low: number, high: number, rows: number): YAxis {
	// Two rows cannot stand at round numbers on both sides of zero.
	if (rows < 3 || !isMeasurable(low, high)) return plainRows(low, high, rows, value => value);
	const gaps = rows - 1;
	let best: Plan | undefined;
	let least = Number.POSITIVE_INFINITY;
	for (let every = 1; every <= Math.min(mostEvery, gaps); every++) {
		const plan = planFor(low, high, gaps, every);
		const cost = (plan.unit * gaps) / (high - low) + crowding(gaps, every);
		if (cost < least - 1e-9) [best, least] = [plan, cost];
	}

	const {unit, bottom, every} = best ?? {unit: (high - low) / gaps, bottom: 0, every: 1};
	const write = writer(unit * every, Math.max(Math.abs(bottom), Math.abs(bottom + gaps)) * unit);
	return axisOf(bottom, unit, rows, at => (at % every === 0 ? write(at * unit) : ''));
}

/** A value that does not move, in the middle, and told there. */
export function stillRows(value: number, rows: number, text: string): YAxis {
	const room = Math.abs(value) / 10 || 1;
	const middle = (rows - 1) >> 1;
	const labels = Array.from({length: rows}, (_, row) =>
		(row === middle ? text : '').padStart(text.length),
	);
	return {low: value - room, high: value + room, labels};
}

/** Whether steps between two numbers can be told from each other in the precision there is. */
function isMeasurable(low: number, high: number): boolean {
	const span = high - low;
	return span > 1e-300 && span < 1e300 && Math.max(Math.abs(low), Math.abs(high)) < span * 1e11;
}

function plainRows(
	low: number,
	high: number,
	rows: number,
	valueAt: (place: number) => number,
): YAxis {
	const texts = [high, low].map(place => short(valueAt(place)));
	const width = Math.max(...texts.map(text => text.length));
	const labels = Array.from({length: rows}, (_, row) => {
		const text = row === 0 ? texts[0] : row === rows - 1 ? texts[1] : '';
		return (text ?? '').padStart(width);
	});
	return {low, high, labels};
}

/** The smallest unit with which all of it fits, a label being a round number. */
function planFor(low: number, high: number, gaps: number, every: number): Plan {
	let step = roundStep(((high - low) * every) / gaps);
	for (;;) {
		const unit = step / every;
		const bottom = Math.floor(low / unit + 1e-6);
		const spare = bottom + gaps - Math.ceil(high / unit - 1e-6);
		if (spare >= 0) {
			const below = Math.min(spare >> 1, low >= 0 ? bottom : spare);
			return {unit, bottom: bottom - below, every};
		}

		step = roundStep(step * 1.5);
	}
}

/** What too many or too few labels cost, beside rows that stay empty. */
function crowding(gaps: number, every: number): number {
	const labels = Math.floor(gaps / every) + 1;
	if (labels > 9) return 0.5;
	return labels < 4 && gaps > 3 ? 0.3 : 0;
}

function axisOf(
	bottom: number,
	unit: number,
	rows: number,
	labelAt: (at: number) => string,
): YAxis {
	const labels = Array.from({length: rows}, (_, row) => labelAt(bottom + rows - 1 - row));
	const width = Math.max(0, ...labels.map(label => label.length));
	return {
		low: bottom * unit,
		high: (bottom + Math.max(1, rows - 1)) * unit,
		labels: labels.map(label => label.padStart(width)),
	};
}

/** Writes multiples of a step in as few decimals as it has; huge and tiny ones with a power of ten. */
function writer(step: number, largest: number): (value: number) => string {
	const power = Math.floor(Math.log10(step) + 1e-9);
	if (largest < 1e5 && largest >= 1e-3) return value => value.toFixed(Math.max(0, -power));
	return value => {
		if (Math.abs(value) < step / 2) return '0';
		const digits = Math.max(0, Math.floor(Math.log10(Math.abs(value)) + 1e-9) - power);
		return value.toExponential(digits).replace('e+', 'e');
	};
}

/** The same for a logarithmic axis: `low` and `high` are powers of ten, labels 1, 2, 5 or whole powers. */
export function powerRows(low: number, high: number, rows: number): YAxis {
	if (rows < 3 || !isMeasurable(low, high)) {
		return plainRows(low, high, rows, place => 10 ** place);
	}

	const gaps = rows - 1;
	const wide = high - low >= 2;
	const pieces = wide ? 1 : 0.1;
	let plan = planOfPowers(low, high, gaps, pieces);
	for (let parts = 1; parts <= 60; parts++) {
		const finer = fitted(low, high, gaps, pieces / parts);
		if (!finer) break;
		plan = finer;
	}

	const {unit, bottom} = plan;
	const round = axisOf(bottom, unit, rows, at => roundPower(at * unit));
	if (round.labels.filter(label => label.trim() !== '').length >= Math.min(3, rows)) return round;
	const every = Math.max(1, Math.ceil(gaps / 8));
	return axisOf(bottom, unit, rows, at => (at % every === 0 ? short(10 ** (at * unit)) : ''));
}

function planOfPowers(low: number, high: number, gaps: number, unit: number): Omit<Plan, 'every'> {
	let plan: Omit<Plan, 'every'> | undefined;
	for (let factor = 1; !plan; factor++) plan = fitted(low, high, gaps, unit * factor);
	return plan;
}

function fitted(
	low: number,
	high: number,
	gaps: number,
	unit: number,
): Omit<Plan, 'every'> | undefined {
	const bottom = Math.floor(low / unit + 1e-6);
	return bottom + gaps >= Math.ceil(high / unit - 1e-6) ? {unit, bottom} : undefined;
}

/** The label of a row that stands at 1, 2, 5 times a power of ten, to a hundredth. */
function roundPower(exponent: number): string {
	const value = 10 ** exponent;
	const near = Number(value.toPrecision(1));
	const digit = near / 10 ** Math.floor(Math.log10(near) + 1e-9);
	const isRound = [1, 2, 5].includes(Math.round(digit)) && Math.abs(value / near - 1) < 0.01;
	return isRound ? short(near) : '';
}

/** Three digits: `1260`, `0.0412`, `3.1e-6`. */
export function short(value: number): string {
	const size = Math.abs(value);
	if (size >= 1e6 || (size < 1e-4 && size > 0))
		return value.toExponential(1).replace('.0e', 'e').replace('e+', 'e');
	return size >= 1000 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}
