/** How one family of projects lays out its experiment folders. Data only. */
export type Layout = {
	readonly title: string;
	/** A folder is a run of this layout when it holds an entry that matches, or its path does. */
	readonly marks: {
		/** Any of these among the names of the folder's entries (folders end in `/`). */
		readonly holds?: readonly RegExp[];
		/** The path from the root of the search, with `/` between names. */
		readonly path?: RegExp;
	};
	/** Paths of files below the run's folder worth reading, as seen from it; the most telling first. */
	readonly logs: readonly RegExp[];
	/** Folders below the run's folder that hold logs, to look into and to watch; they end in `/`. */
	readonly inside?: readonly RegExp[];
	/** A folder without logs yet is a waiting run when it holds one of these files. */
	readonly waits?: readonly RegExp[];
	/** A folder inside that holds such a file, and no log below it, told of no training: it is passed over. */
	readonly spoiled?: RegExp;
	/** Files that tell the same: of those in one folder only the first is read. */
	readonly same?: readonly RegExp[];
	/** Each such file tells all that those with a smaller number (its first group) do: only the newest is read. */
	readonly newest?: RegExp;
	/** Its logs tell what a run around it tells too: it belongs to that run. */
	readonly loose?: boolean;
	/** Claims a folder only when no run of its own lies below it. */
	readonly weak?: boolean;
	/** The settings file, as seen from the run's folder, first choice first. */
	readonly settings?: readonly RegExp[];
	/** Folders of checkpoints, as seen from the run's folder (`''`: the folder itself). */
	readonly checkpoints?: readonly string[];
	/** Groups `name` and `time`: an archived run's folder name. */
	readonly archived?: RegExp;
	/** A twin folder with more files of the same run: `tb_logger/<name>` beside `experiments/<name>`. */
	readonly twin?: {readonly from: RegExp; readonly to: string};
	/** Each tree (paths, folders end in `/`) and the runs to be found in it: path → its logs. */
	readonly samples: ReadonlyArray<{
		readonly tree: readonly string[];
		readonly runs: Readonly<Record<string, readonly string[]>>;
	}>;
};
