import {expect, test} from 'vitest';
import {createGathering} from '../../source/app/gathering.ts';

type File = Parameters<ReturnType<typeof createGathering>['add']>[0];
type Run = Parameters<ReturnType<typeof createGathering>['add']>[1];
const files = ['a', 'b'].map(id => ({id}) as File);
const run = {} as Run;

test('files that change while news must wait are handed over together, each once with its own moment', async () => {
	const {promise: handed, resolve} = Promise.withResolvers<void>();
	const hurried: string[] = [];
	const hurry = ({id}: File, _run: Run, at: number) => {
		hurried.push(`${id} at ${at}`);
		if (id === 'b') resolve();
	};
	const gathering = createGathering({hurry}, () => 1);
	for (const [at, file] of [files[0]!, files[0]!, files[1]!].entries())
		gathering.add(file, run, at);
	expect(hurried).toEqual([]);
	await handed;
	expect(hurried).toEqual(['a at 1', 'b at 2']);
});

test('where news need not wait a file is handed over at once', () => {
	const hurried: string[] = [];
	const gathering = createGathering({hurry: ({id}) => hurried.push(id)}, () => 0);
	for (const file of [files[0]!, files[0]!]) gathering.add(file, run, 0);
	expect(hurried).toEqual(['a', 'a']);
});
