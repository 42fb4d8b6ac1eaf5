import {defineConfig} from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/**/*.test.{ts,tsx}'],
		testTimeout: 60_000,
		hookTimeout: 60_000,
		// End-to-end tests wait for a screen most of the time: left to itself, it would use half of the cores.
		maxWorkers: 3,
		isolate: false,
	},
});
