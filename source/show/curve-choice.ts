export const smoothings = ['none', 'light', 'strong'] as const;
export const axes = ['step', 'epoch', 'time'] as const;

/** What the curves panel shows of which metrics. */
export type CurveView = {
	/** Wire name of the metric drawn; null: the primary loss. */
	readonly metric: string | null;
	/** Wire names of metrics drawn beside it. */
	readonly pinned: readonly string[];
	/** A metric drawn alone brings the same one as measured on another split. */
	readonly twins: boolean;
	readonly smoothing: (typeof smoothings)[number];
	readonly logarithmic: boolean;
	/** Null: the one that the log tells. */
	readonly axis: (typeof axes)[number] | null;
	/** The part shown, in shares of the whole. */
	readonly from: number;
	readonly to: number;
	/** Place of the cross-hair in shares of the whole; null: none. */
	readonly hair: number | null;
};

/** The loss from its first to its last value. */
export const wholeCurve: CurveView = {
	metric: null,
	pinned: [],
	twins: true,
	smoothing: 'none',
	logarithmic: false,
	axis: null,
	from: 0,
	to: 1,
	hair: null,
};
