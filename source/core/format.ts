import type {Event, Phase, Position, Split, TroubleKind} from './event.ts';

/** How one framework writes its log. Data only: a format file imports nothing but this type. */
export type Format = {
	readonly title: string;
	readonly url?: string;
	/**
	What every line may begin with (groups `time`, `level`); cut off before `lines` are tried.
	A line without it is tried whole.
	*/
	readonly head?: RegExp;
	readonly lines: readonly LineShape[];
	/** Metrics whose direction their name does not tell; null: neither way is better. */
	readonly goals?: Readonly<Record<string, 'min' | 'max' | null>>;
	/** The loss, where it is not called `loss`, first choice first. */
	readonly losses?: readonly string[];
	/** The metric that this framework calls best, first choice first. */
	readonly primary?: readonly string[];
	/** A line that only this framework writes: settles the choice between formats. */
	readonly hallmark?: RegExp;
	/** Other programs may write lines like these: chosen only where its hallmark was seen. */
	readonly guarded?: boolean;
	/** Understands a little of everything: chosen only where no other format understands much. */
	readonly fallback?: boolean;
	/** From the user's settings: preferred where it understands half as many records as another. */
	readonly own?: boolean;
	/** Lines as the framework writes them, and what each must become (null: nothing). */
	readonly samples: ReadonlyArray<readonly [line: string, told: Event | readonly Event[] | null]>;
};

/**
One kind of line. Named groups of `match` are fields: the places of `Position`, `time`, `level`,
`path`, `text`, `monitor`, `value` (of `monitor` or of `key`), `key` (names one metric); any other
group is a metric of that name. A group's digits may hold thousands separators.
*/
export type LineShape = {
	/** Text that every such line holds: a cheap test before `match`. */
	readonly has?: string;
	readonly match: RegExp;
	/** What `literalsOf` tells of `match`: the build writes it down, so that no start has to find it. */
	readonly held?: readonly string[];
	/**
	How to read what follows the match: `pairs` are `name: 1.5`, `name=1.5` or `name 1.5` in any mix,
	`python` is a dict, `json` an object.
	*/
	readonly rest?: 'pairs' | 'python' | 'json';
	/** Names in the rest that are places, the time, or nothing worth keeping. */
	readonly places?: Readonly<Record<string, keyof Position | 'time' | 'none'>>;
	/** Prefixes of names that tell the split; the prefix is cut off. */
	readonly prefixes?: Readonly<Record<string, Split>>;
	/** Ends of names that tell the split, where no prefix does; the end is cut off: `loss_val`. */
	readonly suffixes?: Readonly<Record<string, Split>>;
	/** Facts known of every such line. */
	readonly position?: Position;
	/**
	On a phase, its `text` names what the records after it belong to (`Task: bbox`); on metrics, that
	name leads theirs: `bbox/AP`.
	*/
	readonly within?: boolean;
	/**
	On a phase, its `text` is a heading: names with `|`, commas or blanks between them. On metrics, the values
	are called by these names, in their order; a name may be a place, or tell the split: `| Epoch | Val Loss |`.
	*/
	readonly columns?: boolean;
} & (
	| {
			readonly kind: 'metrics';
			readonly split?: Split;
			/** Name of the metric in group `value`, where no group `key` can name it. */
			readonly name?: string;
			/**
			A progress bar. `each`: a value that changes is a record and stands at the count beside it;
			`next`: at the count after it, as tqdm's set_postfix draws before it counts; `mean`: values
			are running means, and only the last of an epoch is a record.
			*/
			readonly bar?: 'each' | 'next' | 'mean';
			/** Of a bar of running means: the split of what is drawn after the bar of an epoch, before the next begins. */
			readonly tried?: Split;
			/** Adds to the record of the line before it, as in a table or a list of metrics; `once`: what that has already is not told again. */
			readonly joins?: boolean | 'once';
			/** Without one of these names it is no record. */
			readonly needs?: readonly string[];
	  }
	| {readonly kind: 'checkpoint'; readonly best?: boolean}
	| {readonly kind: 'trouble'; readonly what: TroubleKind; readonly passing?: boolean}
	| {readonly kind: 'phase'; readonly phase: Phase}
	/** Settings and planned length; numeric groups that are places go to the position. */
	| {
			readonly kind: 'facts';
			/** Only places, and they belong to the record of the line before it; without one it tells nothing. */
			readonly joins?: boolean;
			/** Only places, and they are those of the joining lines that follow. */
			readonly opens?: boolean;
			/** Of a line that opens: the split of the joining lines that follow. */
			readonly split?: Split;
	  }
	/** Known and worth nothing: counted as understood. */
	| {readonly kind: 'noise'}
);
