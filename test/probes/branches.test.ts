import {readdirSync, statSync} from 'node:fs';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {localHost} from '../../source/host/local.ts';
import {probes} from '../../source/probes/index.ts';
import {createExperiments, type Experiments} from '../kit/experiments.ts';
import {createRepository, type Git, gitIn, hasGit, withGit} from '../kit/git.ts';
import {memoryHost} from '../kit/host.ts';

const noon = Date.UTC(2026, 0, 5, 12) / 1000;
const minutes = (count: number) => noon + count * 60;

describe.skipIf(!hasGit)(`a repository as people leave it, ${withGit}`, () => {
	let experiments: Experiments;
	let git: Git;
	let commits: Record<string, string>;
	beforeEach(() => {
		experiments = createExperiments();
		git = createRepository(experiments.path('code'));
		commits = {};
		commit('main', 0, 'a.txt', 'one');
	});
	afterEach(() => experiments.remove());

	/** Commits a file on the branch that is checked out, so many minutes after noon. */
	function commit(name: string, minute: number, file: string, text: string): void {
		experiments.write(`code/${file}`, text);
		git(minutes(minute), 'add', '.');
		git(minutes(minute), 'commit', '-q', '-m', name);
		commits[name] = git(0, 'rev-parse', 'HEAD');
	}

	async function branchAt(minute: number, folder = 'code/runs/a') {
		const run = {
			id: 'a',
			folders: [experiments.path(folder)],
			startedAt: minutes(minute) * 1000,
			facts: {},
			head: '',
		};
		const answer = (await probes.git.ask(localHost(), [run])).get('a');
		return answer && [answer.branch, answer.commit];
	}

	async function results(folder = 'code') {
		const answer = await probes.branches.ask(localHost(), [experiments.path(folder)]);
		return [
			answer.results.map(({branch, path, text}) => `${branch} ${path} ${text}`),
			answer.trouble.map(({what}) => what),
		];
	}

	test('results are read from a bare repository as well', async () => {
		git(minutes(5), 'checkout', '-q', '-b', 'exp/a');
		commit('exp/a', 10, 'results/a.json', '{"acc": 1}');
		git(minutes(20), 'clone', '-q', '--bare', '.', experiments.path('code.git'));
		expect(await results('code.git')).toEqual([['exp/a results/a.json {"acc": 1}'], []]);
	});

	test('a run belongs to the branch at its start, whatever is checked out now', async () => {
		git(minutes(10), 'checkout', '-q', '-b', 'exp/a');
		commit('exp/a', 20, 'b.txt', 'two');
		git(minutes(30), 'checkout', '-q', 'main');
		expect(await branchAt(5)).toEqual(['main', commits.main]);
		expect(await branchAt(15)).toEqual(['exp/a', commits.main]);
		expect(await branchAt(25)).toEqual(['exp/a', commits['exp/a']]);
		expect(await branchAt(40)).toEqual(['main', commits.main]);
	});

	test('in the middle of a rebase it is the branch that is rebased', async () => {
		git(minutes(10), 'checkout', '-q', '-b', 'exp/a');
		commit('exp/a', 11, 'a.txt', 'theirs');
		git(minutes(12), 'checkout', '-q', 'main');
		commit('newer', 13, 'a.txt', 'ours');
		git(minutes(14), 'checkout', '-q', 'exp/a');
		expect(() => git(minutes(20), 'rebase', 'main')).toThrow('conflict');
		expect((await branchAt(15))?.[0]).toBe('exp/a');
		expect((await branchAt(25))?.[0]).toBe('exp/a');
		git(minutes(30), 'rebase', '--abort');
		expect(await branchAt(35)).toEqual(['exp/a', commits['exp/a']]);
	});

	test('a detached HEAD is a commit without a branch', async () => {
		git(minutes(10), 'checkout', '-q', '--detach');
		expect(await branchAt(20)).toEqual([null, commits.main]);
	});

	test('a linked working tree has a branch of its own', async () => {
		git(minutes(10), 'worktree', 'add', '-q', '-b', 'exp/w', experiments.path('tree'));
		gitIn(experiments.path('tree'))(minutes(11), 'commit', '-q', '--allow-empty', '-m', 'w');
		expect((await branchAt(20, 'tree/runs/a'))?.[0]).toBe('exp/w');
		expect((await branchAt(20))?.[0]).toBe('main');
	});

	test('a shallow clone is read as far as it reaches', async () => {
		const source = `file://${experiments.path('code')}`;
		git(minutes(10), 'clone', '-q', '--depth', '1', source, experiments.path('clone'));
		expect(await branchAt(20, 'clone/runs/a')).toEqual(['main', commits.main]);
		expect(await branchAt(5, 'clone/runs/a')).toEqual([null, null]);
	});

	test('results on branches are read without a checkout, each once, and of its own branch', async () => {
		commit('results', 1, 'results/base.json', '{"acc": 0.5}');
		git(minutes(10), 'checkout', '-q', '-b', 'exp/a');
		commit('exp/a', 11, 'results/a.json', '{"acc": 0.6}');
		commit('exp/a', 12, 'results/notes.txt', 'none');
		git(minutes(13), 'checkout', '-q', '-b', 'feat/b', 'main');
		commit('feat/b', 14, 'results/deep/b.json', '{"acc": 0.7}');
		git(minutes(15), 'checkout', '-q', 'main');
		const before = readdirSync(experiments.path('code/.git')).map(name => [
			name,
			statSync(experiments.path(`code/.git/${name}`)).mtimeMs,
		]);
		expect(await results()).toEqual([
			[
				'main results/base.json {"acc": 0.5}',
				'exp/a results/a.json {"acc": 0.6}',
				'feat/b results/deep/b.json {"acc": 0.7}',
			],
			[],
		]);
		const after = readdirSync(experiments.path('code/.git')).map(name => [
			name,
			statSync(experiments.path(`code/.git/${name}`)).mtimeMs,
		]);
		expect(after).toEqual(before);
	});

	test('a branch of a remote counts where there is none of one’s own', async () => {
		git(minutes(1), 'checkout', '-q', '-b', 'exp/a');
		commit('exp/a', 2, 'results/a.json', '{"acc": 0.6}');
		git(minutes(3), 'clone', '-q', experiments.path('code'), experiments.path('clone'));
		gitIn(experiments.path('clone'))(minutes(4), 'checkout', '-q', '--detach');
		expect(await results('clone')).toEqual([['exp/a results/a.json {"acc": 0.6}'], []]);
	});

	test('a repository that is broken says so', async () => {
		experiments.write('code/.git/HEAD', 'nonsense');
		const [told, trouble] = await results();
		expect([told, trouble![0]]).toEqual([[], expect.stringMatching(/^git: fatal: /)]);
	});
});

test('a git that hangs is asked once and left', async () => {
	const asked: string[] = [];
	const host = {
		...memoryHost({'/code/.git/HEAD': 'ref: refs/heads/main\n', '/code/a/log.txt': ''}),
		async run(command: string, args: readonly string[]) {
			asked.push([command, ...args].join(' '));
			return {status: 124, out: '', err: 'took longer than 3 s'};
		},
	};
	expect(await probes.branches.ask(host, ['/code/a', '/code'])).toEqual({
		results: [],
		trouble: [{path: '/code', what: 'git: took longer than 3 s'}],
	});
	expect(asked).toHaveLength(1);
	expect(asked[0]).toMatch(/^git --no-optional-locks .* -c protocol\.allow=never .* for-each-ref /);
});

test('what is too large, no JSON or no name of a file is not asked for', async () => {
	const one = '1'.repeat(40);
	const asked: string[] = [];
	const answers: Readonly<Record<string, string>> = {
		'for-each-ref': `refs/heads/exp/a\t${one}\t1767600000\nrefs/remotes/origin/HEAD\t${one}\t1\ngarbage\n`,
		'ls-tree': [
			`100644 blob ${'2'.repeat(40)}  12\tresults/a.json`,
			`100644 blob ${'3'.repeat(40)} 99999999\tresults/huge.json`,
			`120000 blob ${'4'.repeat(40)}  12\tresults/link.json`,
			`100644 blob --upload-pack=x  12\tresults/evil.json`,
			`100644 blob ${'5'.repeat(40)}  12\tresults/b.txt`,
			'',
		].join('\0'),
	};
	const host = {
		...memoryHost({'/code/.git/HEAD': 'x'}),
		async run(_: string, args: readonly string[]) {
			const command = args.find(arg => Object.hasOwn(answers, arg));
			if (command === undefined) asked.push(args.slice(-3).join(' '));
			return {status: 0, out: answers[command ?? ''] ?? '{}', err: ''};
		},
	};
	const {results} = await probes.branches.ask(host, ['/code']);
	expect(results.map(({branch, path}) => [branch, path])).toEqual([['exp/a', 'results/a.json']]);
	expect(asked).toEqual([`cat-file blob ${'2'.repeat(40)}`]);
});
