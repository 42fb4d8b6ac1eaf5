import {axes, type CurveView, smoothings} from './curve-choice.ts';
import {clamp} from './moves.ts';

/** The next of a list, from the last to the first again. */
function after<T>(list: readonly T[], now: T): T {
	return list[(list.indexOf(now) + 1) % list.length]!;
}

/** Moves the cross-hair by a fiftieth of what is shown; the view follows it. */
export function moveHair(view: CurveView, by: 1 | -1): CurveView {
	const span = view.to - view.from;
	const hair =
		view.hair === null ? view.to - (by > 0 ? 0 : span / 50) : view.hair + (by * span) / 50;
	const at = clamp(hair, 0, 1);
	const from = at < view.from ? at : at > view.to ? at - span : view.from;
	return {...view, hair: at, from, to: from + span};
}

/** Halves or doubles the part shown, around the cross-hair or its newest end; 0 shows the whole. */
export function zoomed(view: CurveView, by: 1 | 0 | -1): CurveView {
	if (by === 0) return {...view, from: 0, to: 1, hair: null};
	const span = clamp((view.to - view.from) * (by > 0 ? 0.5 : 2), 1 / 4096, 1);
	const share = view.hair === null ? 1 : (view.hair - view.from) / (view.to - view.from || 1);
	const center = view.hair ?? view.to;
	const from = clamp(center - share * span, 0, 1 - span);
	return {...view, from, to: from + span};
}

/** Moves the part shown by a quarter of it; the cross-hair stays within. */
export function panned(view: CurveView, by: 1 | -1): CurveView {
	const span = view.to - view.from;
	const from = clamp(view.from + (by * span) / 4, 0, 1 - span);
	const hair = view.hair === null ? null : clamp(view.hair, from, from + span);
	return {...view, from, to: from + span, hair};
}

/** Keeps a metric on the chart while others are chosen, or lets it go. */
export function pinned(view: CurveView, metric: string | null): CurveView {
	if (metric === null) return view;
	const others = view.pinned.filter(name => name !== metric);
	return {
		...view,
		pinned: others.length < view.pinned.length ? others : [...others, metric].slice(-3),
	};
}

/** The next degree of smoothing. */
export function smoother(view: CurveView): CurveView {
	return {...view, smoothing: after(smoothings, view.smoothing)};
}

/** The next x axis. */
export function otherAxis(view: CurveView): CurveView {
	return {...view, axis: after(axes, view.axis ?? 'step')};
}
