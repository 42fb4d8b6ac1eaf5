/** One GPU of a machine at one moment; null where its driver does not tell. */
export type Gpu = {
	readonly index: number;
	/** The name by which processes are told to hold it. */
	readonly uuid: string;
	/** Share of the time it was busy, 0 to 1. */
	readonly busy: number | null;
	/** Bytes in use, and of all. */
	readonly memory: number | null;
	readonly memoryTotal: number | null;
	/** Watts. */
	readonly power: number | null;
	/** Degrees Celsius. */
	readonly temperature: number | null;
};

/** What the processes of a run hold of one GPU. */
export type GpuUse = {
	readonly index: number;
	/** Bytes. */
	readonly memory: number | null;
	/** It computed nothing when it was asked; null where its driver does not tell. */
	readonly idle?: boolean | null;
	/** Of the whole GPU when it was asked, as in `Gpu`; absent where nobody asked. */
	readonly busy?: number | null;
	readonly memoryTotal?: number | null;
	readonly power?: number | null;
	readonly temperature?: number | null;
};
