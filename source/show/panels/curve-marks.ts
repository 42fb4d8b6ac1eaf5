import type {Axis} from '../../core/series.ts';
import type {View} from '../view.ts';
import type {AxisMark} from './chart.ts';

/** The best evaluation and every resume, on the x axis. */
export function marksOf({run, glyphs}: View): readonly AxisMark[] {
	const resumes = run.sessions
		.filter(({resumed}) => resumed)
		.map(
			(session): AxisMark => ({
				x: axis =>
					(axis === 'step'
						? session.firstStep
						: axis === 'epoch'
							? session.firstEpoch
							: session.startedAt) ?? Number.NaN,
				sign: glyphs.resumed,
				tone: 'accent',
			}),
		);
	const marks = [...seamsOf(run, glyphs), ...resumes];
	const {best, primary, goal} = run.validation;
	const told = primary === null ? undefined : run.series.get(primary);
	const at = (goal === 'min' ? told?.min?.at : told?.max?.at) ?? null;
	if (best) {
		marks.push({
			x: axis => (axis === 'time' ? at : axis === 'index' ? null : best[axis]) ?? Number.NaN,
			sign: glyphs.best,
			tone: 'good',
		});
	}

	return marks;
}

/** Stretches that two launches told, or none. */
function seamsOf({sessions}: View['run'], glyphs: View['glyphs']): readonly AxisMark[] {
	return sessions.flatMap(({seam, firstStep, firstEpoch}, index): readonly AxisMark[] => {
		const first = {step: firstStep, epoch: firstEpoch};
		const before = sessions[index - 1];
		const last = {step: before?.lastStep, epoch: before?.lastEpoch};
		if (seam?.kind !== 'overlap' && seam?.kind !== 'gap') return [];
		const end = (ends: typeof first | typeof last) => (axis: Axis) =>
			(axis === 'step' || axis === 'epoch' ? ends[axis] : null) ?? Number.NaN;
		return seam.kind === 'gap'
			? [{x: end(last), until: end(first), sign: glyphs.gap, tone: 'warn'}]
			: [{x: end(first), until: end(last), sign: glyphs.overlap, tone: 'quiet'}];
	});
}
