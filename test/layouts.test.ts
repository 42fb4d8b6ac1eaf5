import {describe, expect, test} from 'vitest';
import {createFinder} from '../source/gather/find.ts';
import {layouts} from '../source/layouts/index.ts';
import {memoryHost} from './kit/host.ts';

/** Path of each run → its logs, in the order in which they are believed. */
async function find(tree: readonly string[]) {
	const host = memoryHost(
		Object.fromEntries(tree.map(path => [path, path.endsWith('/') ? '' : 'x'])),
	);
	const {runs} = await createFinder(host, layouts).search(['/']);
	return Object.fromEntries(runs.map(run => [run.path, run.files.map(file => file.path)]));
}

describe.each(Object.entries(layouts))('%s', (_, layout) => {
	test.each(layout.samples)('sample %#: each run and its logs', async ({tree, runs}) => {
		expect(await find(tree)).toEqual(runs);
	});

	test('a sample holds a run of this layout', async () => {
		const tree = layout.samples.flatMap(sample => sample.tree);
		expect(layout.samples.length).toBeGreaterThan(0);
		const host = memoryHost(Object.fromEntries(tree.map(path => [path, ''])));
		const found = await createFinder(host, layouts).search(['/']);
		expect(found.runs.map(run => layouts[run.layout]?.title)).toContain(layout.title);
	});
});
