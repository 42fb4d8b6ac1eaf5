/** Milliseconds after which the program ends all the same: a terminal may be gone, and writing hang. */
const patience = 3000;
const signals = {SIGHUP: 1, SIGINT: 2, SIGTERM: 15} as const;

/** Waits for a signal that asks the program to leave. */
export type Leaving = {
	/** 0, or 128 and the number of the signal that came. */
	readonly code: () => number;
	/** Lets Ctrl-C be for somebody else while something is done. */
	readonly lend: <Result>(use: () => Promise<Result>) => Promise<Result>;
	readonly stop: () => void;
};

/** Calls `leave` on the first such signal; a second one ends the program at once. */
export function whenAskedToLeave(leave: () => void): Leaving {
	let code = 0;
	let lent = 0;
	const handlers = Object.entries(signals).map(([signal, number]) => {
		const handler = () => {
			if (lent > 0 && signal === 'SIGINT') return;
			if (code !== 0) process.exit(128 + number);
			code = 128 + number;
			setTimeout(() => process.exit(code), patience).unref();
			leave();
		};
		process.on(signal, handler);
		return [signal, handler] as const;
	});
	return {
		code: () => code,
		lend: async use => {
			lent++;
			try {
				return await use();
			} finally {
				lent--;
			}
		},
		stop: () => {
			for (const [signal, handler] of handlers) process.off(signal, handler);
		},
	};
}
