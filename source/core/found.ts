/** A run as the search finds it: a folder, or a lone log file. */
export type Found = {
	/** Device and inode of the folder (of the file, where it is a lone log): survives renames. */
	readonly id: string;
	readonly name: string;
	/** The name that versions of one experiment share. */
	readonly base?: string;
	/** Absolute path of the folder; of a lone log, of the folder that holds it. */
	readonly folder: string;
	/** As the user would type it: relative to the folder that was searched. */
	readonly path: string;
	readonly aliases: readonly string[];
	/** Id of the layout that claims it: a file name of the drawer, or `file` for a lone log. */
	readonly layout: string;
	readonly archived: boolean;
	readonly files: readonly FoundFile[];
	/** Absolute path of the settings file. */
	readonly settings: string | null;
	/** Absolute paths of folders to list for checkpoints. */
	readonly checkpoints: readonly string[];
};

/** A file of a run, as the search finds it. */
export type FoundFile = {
	/** Device and inode. */
	readonly id: string;
	/** Absolute. */
	readonly full: string;
	/** As seen from the run's folder. */
	readonly path: string;
	/** At the time of the search, as `modifiedAt`. */
	readonly bytes: number;
	readonly modifiedAt: number;
	/** Written by this rank of a distributed job, where the name tells; beside rank 0 a witness for trouble only. */
	readonly rank?: number;
};
