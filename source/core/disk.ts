/** What a file system has and has left, in bytes; `free` is what this user may still use. */
export type Space = {readonly device: string; readonly size: number; readonly free: number};

/** The space where a run writes, and how fast it goes. */
export type Disk = {
	readonly free: number;
	readonly size: number;
	/** Bytes an hour that the run itself keeps: its checkpoints and logs; null: not to be told yet. */
	readonly growth: number | null;
	/** Bytes an hour that the file system lost to all who write to it, while it was watched; null: not long enough. */
	readonly falling: number | null;
	/** Seconds until it is full at this pace; null: it does not fill, or nobody knows. */
	readonly fullSeconds: number | null;
};

/** `{free: 7200, …}` filling by 3600 bytes an hour → full in 7200 seconds. */
export function diskOf(
	{free, size}: Pick<Space, 'free' | 'size'>,
	growth: number | null,
	falling: number | null,
): Disk {
	const pace = Math.max(growth ?? 0, falling ?? 0);
	const fullSeconds = pace > 0 ? (free / pace) * 3600 : null;
	return {free, size, growth, falling, fullSeconds};
}
