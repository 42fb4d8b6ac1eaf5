import {expect, test} from 'vitest';
import type {Facts} from '../../source/core/event.ts';
import type {Host} from '../../source/core/host.ts';
import type {Git} from '../../source/core/run.ts';
import {probes} from '../../source/probes/index.ts';
import {memoryHost} from '../kit/host.ts';

const [one, two, three] = ['1', '2', '3'].map(digit => digit.repeat(40)) as [
	string,
	string,
	string,
];
const zero = '0'.repeat(40);

/** A line of a reflog, `minute` minutes after noon. */
function moved(from: string, to: string, minute: number, said: string): string {
	return `${from} ${to} Ada B <ada@example.org> ${noon / 1000 + minute * 60} +0800\t${said}\n`;
}

const noon = Date.UTC(2026, 0, 5, 12);
const at = (minute: number) => noon + minute * 60_000;

const reflog = [
	moved(zero, one, 0, 'commit (initial): one'),
	moved(one, one, 10, 'checkout: moving from main to exp/adamw'),
	moved(one, two, 20, 'commit: two'),
	moved(two, one, 30, 'checkout: moving from exp/adamw to main'),
	moved(one, two, 40, `checkout: moving from main to ${two}`),
	moved(two, one, 50, `checkout: moving from ${two} to main`),
].join('');

const tree = {
	'/code/.git/HEAD': 'ref: refs/heads/main\n',
	'/code/.git/logs/HEAD': reflog,
	'/code/runs/a/log.txt': '',
};

async function ask(
	startedAt: number | null,
	{host = memoryHost(tree) as Host, folder = '/code/runs/a', facts = {} as Facts, head = ''} = {},
): Promise<Git | null | undefined> {
	const run = {id: 'a', folders: [folder], startedAt, facts, head};
	return (await probes.git.ask(host, [run])).get('a');
}

const inferred = {dirty: null, inferred: true};

test.each([
	[5, 'main', one],
	[15, 'exp/adamw', one],
	[25, 'exp/adamw', two],
	[35, 'main', one],
	[45, null, two],
	[90, 'main', one],
])('a run begun at minute %i is told by the reflog: %s', async (minute, branch, commit) => {
	expect(await ask(at(minute))).toEqual({...inferred, branch, commit});
});

test('before the reflog begins nothing is known, and without a start neither', async () => {
	const unknown = {branch: null, commit: null, dirty: null};
	expect(await ask(at(-1))).toEqual({
		...unknown,
		why: 'the reflog of /code/.git begins after the run',
	});
	expect(await ask(null)).toEqual({
		...unknown,
		why: 'nothing tells when the run began, and so not what /code/.git had checked out',
	});
});

test('a folder in no repository belongs to no branch', async () => {
	expect(
		await ask(at(5), {host: memoryHost({'/data/a/log.txt': ''}), folder: '/data/a'}),
	).toBeNull();
});

test('the run’s own settings win over the reflog', async () => {
	const facts = {
		'git.commit': 'ABCDEF1234',
		'git.branch': 'feat/x',
		'git.dirty': true,
		'git.patch': 'files/diff.patch',
	};
	expect(await ask(at(25), {facts})).toEqual({
		branch: 'feat/x',
		commit: 'abcdef1234',
		dirty: true,
		patch: 'files/diff.patch',
	});
});

test('a commit that the run tells takes its branch from the reflog only where they agree', async () => {
	expect(await ask(at(25), {facts: {git_commit: two.slice(0, 8)}})).toEqual({
		branch: 'exp/adamw',
		commit: two.slice(0, 8),
		dirty: null,
	});
	expect(await ask(at(25), {facts: {git_commit: 'abcdef12'}})).toEqual({
		branch: null,
		commit: 'abcdef12',
		dirty: null,
	});
});

test.each([
	[
		'git:\n  sha: 47a03098a0e7d77638c58a7880e0954ef0c43051, status: has uncommited changes, branch: main\n',
		{branch: 'main', commit: '47a03098a0e7d77638c58a7880e0954ef0c43051', dirty: true},
	],
	['  sha: N/A, status: clean, branch: N/A\n', null],
	['[INFO] Git commit: abc1234\n', {branch: null, commit: 'abc1234', dirty: null}],
	['2026-01-05 10:00:00 git_branch=exp/b\n', {branch: 'exp/b', commit: null, dirty: null}],
	['commit to learning, sharpen: deadbeef\n', null],
])('what the log says: %j', async (head, expected) => {
	const host = memoryHost({'/data/a/log.txt': ''});
	expect(await ask(at(5), {host, folder: '/data/a', head})).toEqual(expected);
});

test('a linked working tree has its own HEAD, and the tags of all', async () => {
	const host = memoryHost({
		'/code/.git/packed-refs': `# pack-refs with: peeled fully-peeled sorted\n${three} refs/tags/v1\n^${two}\n${one} refs/heads/main\n`,
		'/code/.git/refs/tags/light': `${two}\n`,
		'/code/.git/worktrees/b/HEAD': 'ref: refs/heads/exp/b\n',
		'/code/.git/worktrees/b/commondir': '../..\n',
		'/code/.git/worktrees/b/logs/HEAD': moved(zero, two, 0, ''),
		'/other/b/.git': 'gitdir: /code/.git/worktrees/b\n',
		'/other/b/out/log.txt': '',
	});
	expect(await ask(at(5), {host, folder: '/other/b/out'})).toEqual({
		...inferred,
		branch: 'exp/b',
		commit: two,
		tags: ['v1', 'light'],
	});
});

test('in the middle of a rebase the branch is the one that is rebased', async () => {
	const host = memoryHost({
		'/code/.git/HEAD': `${two}\n`,
		'/code/.git/rebase-merge/head-name': 'refs/heads/exp/a\n',
		'/code/.git/logs/HEAD':
			moved(zero, one, 0, 'commit (initial): one') +
			moved(one, two, 10, 'rebase (start): checkout main'),
	});
	expect(await ask(at(15), {host})).toEqual({...inferred, branch: 'exp/a', commit: two});
});

test('a finished rebase and a renamed branch are told by the reflog', async () => {
	const host = memoryHost({
		'/code/.git/HEAD': 'ref: refs/heads/exp/c\n',
		'/code/.git/logs/HEAD':
			moved(one, two, 10, 'rebase (start): checkout main') +
			moved(two, three, 11, 'rebase (finish): returning to refs/heads/exp/b') +
			moved(three, three, 20, 'Branch: renamed refs/heads/exp/b to refs/heads/exp/c'),
	});
	expect((await ask(at(12), {host}))?.branch).toBe('exp/b');
	expect((await ask(at(21), {host}))?.branch).toBe('exp/c');
});

test('without a reflog HEAD holds only for runs that began after it was written', async () => {
	const host = memoryHost({
		'/code/.git/HEAD': 'ref: refs/heads/main\n',
		'/code/.git/refs/heads/main': `${one}\n`,
	});
	const written = (await host.stat('/code/.git/refs/heads/main'))!.modifiedAt;
	expect(await ask(written + 1000, {host})).toEqual({...inferred, branch: 'main', commit: one});
	expect(await ask(written - 60_000, {host})).toEqual({
		branch: null,
		commit: null,
		dirty: null,
		why: '/code/.git keeps no reflog and was changed after the run began',
	});
});

test('without a reflog a packed branch tells its commit as well', async () => {
	const host = memoryHost({
		'/code/.git/HEAD': 'ref: refs/heads/main\n',
		'/code/.git/packed-refs': `# pack-refs with: peeled\n${two} refs/heads/a/refs/heads/main2\n${one} refs/heads/main\n`,
	});
	const {modifiedAt} = (await host.stat('/code/.git/packed-refs'))!;
	expect(await ask(modifiedAt + 1000, {host})).toEqual({...inferred, branch: 'main', commit: one});
});

test('in a reflog of a hundred thousand lines an old run finds its place, reading little', async () => {
	const moves = Array.from({length: 100_000}, (_, index) =>
		moved(one, two, index, `checkout: moving from b${index - 1} to b${index}`),
	).join('');
	const host = memoryHost({...tree, '/code/.git/logs/HEAD': moves});
	for (const minute of [0, 1, 500, 50_000, 99_000, 99_999])
		expect(await ask(at(minute), {host})).toEqual({
			...inferred,
			branch: `b${minute}`,
			commit: two,
		});
	expect(await ask(at(-1), {host})).toMatchObject({branch: null});
});

test('a repository is read once for all runs in it, and a broken one is no repository', async () => {
	const host = memoryHost({...tree, '/bad/.git': 'gitdir: /nowhere\n', '/bad/x/log.txt': ''});
	const runs = ['a', 'b', 'c'].map(id => ({
		id,
		folders: [`/code/runs/${id}`],
		startedAt: at(5),
		facts: {},
		head: '',
	}));
	const answers = await probes.git.ask(host, [
		...runs,
		{id: 'bad', folders: ['/bad/x'], startedAt: at(5), facts: {}, head: ''},
	]);
	expect([...answers.values()].map(git => git?.branch ?? null)).toEqual([
		'main',
		'main',
		'main',
		null,
	]);
	expect(host.counts.open).toBeLessThan(10);
});

test('where references lie in tables no branch is made up', async () => {
	const head = 'ref: refs/heads/.invalid\n';
	const host = memoryHost({'/code/.git/HEAD': head, '/code/run/log.txt': ''});
	const run = {
		id: 'a',
		folders: ['/code/run'],
		startedAt: Date.now() + 60_000,
		facts: {},
		head: '',
	};
	expect((await probes.git.ask(host, [run])).get('a')?.branch ?? null).toBeNull();
});
