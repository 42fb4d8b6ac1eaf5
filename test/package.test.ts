import {execFile} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {delimiter, dirname, join} from 'node:path';
import {promisify} from 'node:util';
import {afterAll, beforeAll, expect, test} from 'vitest';
import pkg from '../package.json' with {type: 'json'};
import {threeRuns} from './kit/experiments.ts';

const execute = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'watchexp-test-'));
const env = {
	...process.env,
	PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
	npm_config_cache: join(folder, 'cache'),
};
const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier'];
let packed: readonly string[] = [];

beforeAll(async () => {
	const {stdout} = await execute(
		'npm',
		['pack', '--json', '--pack-destination', folder, ...quiet],
		{
			env,
		},
	);
	const told = JSON.parse(stdout);
	const [tarball] = Array.isArray(told) ? told : Object.values(told);
	packed = tarball.files.map((file: {path: string}) => file.path);
	writeFileSync(join(folder, 'package.json'), '{"private": true}');
	await execute('npm', ['install', join(folder, tarball.filename), '--offline', ...quiet], {
		cwd: folder,
		env,
	});
}, 60_000);
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const installed = (...args: readonly string[]) =>
	execute(join(folder, 'node_modules/.bin/watchexp'), args, {cwd: folder, env});

test('the tarball holds the program, its licence and its readme, and nothing else', () => {
	const others = packed.filter(path => !path.startsWith('dist/'));
	expect(others.toSorted()).toEqual(expect.arrayContaining(['LICENSE', 'package.json']));
	expect(
		others.filter(path => !/^(?:LICENSE|README\.md|CHANGELOG\.md|package\.json)$/.test(path)),
	).toEqual([]);
	expect(packed).toContain('dist/cli.js');
});

test('installed anywhere, it runs without another package', async () => {
	expect((await installed('--version')).stdout).toBe(`${pkg.version}\n`);
});

test('installed anywhere, it checks runs', async () => {
	const experiments = threeRuns();
	const outcome = installed('check', '--json', experiments.folder);
	const {code, stdout} = await outcome.then(
		({stdout: out}) => ({code: 0, stdout: out}),
		error => ({code: error.code as number, stdout: String(error.stdout)}),
	);
	expect(code).toBe(2);
	expect(JSON.parse(stdout).runs).toHaveLength(3);
	experiments.remove();
});
