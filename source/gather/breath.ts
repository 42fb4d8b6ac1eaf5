/** Folders, or runs, that are worked on before others get their turn. */
export const breath = 25;

/** Lets keys be heard and frames be drawn. */
export function breathe(): Promise<void> {
	return new Promise(done => {
		setImmediate(done);
	});
}
