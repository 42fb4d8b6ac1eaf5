/** What the settings say of saving, beside what lies there; or what need not be kept. */
export type PolicyNote = {
	readonly kind: 'too-many' | 'irregular' | 'overdue' | 'elsewhere' | 'same-file' | 'spare';
	/** Only `warn` may cost something: a checkpoint that is not saved, or damaged. */
	readonly severity: 'info' | 'warn';
	/** One sentence. */
	readonly text: string;
	/** The setting it rests on; null: none. */
	readonly setting: string | null;
	/** The checkpoints it is about, as seen from the run's folder. */
	readonly paths: readonly string[];
	/** What deleting them would free; null where that is not the question. */
	readonly bytes: number | null;
};
