import {readFileSync} from 'node:fs';
import {afterAll, describe, expect, test} from 'vitest';
import {ruleIds} from '../source/core/alert.ts';
import {keySheet} from '../source/show/keys.ts';
import {threeRuns} from './kit/experiments.ts';
import {runProgram} from './kit/program.ts';

const readme = readFileSync('README.md', 'utf8');
const {scripts} = JSON.parse(readFileSync('package.json', 'utf8')) as {
	scripts: Readonly<Record<string, string>>;
};
const commands = [...readme.matchAll(/^```sh\n([\s\S]*?)^```$/gm)]
	.flatMap(([, block]) => block!.trim().split('\n'))
	.map(line => line.replace(/\s+#.*$/, ''));

describe('the README', () => {
	const experiments = threeRuns();
	afterAll(() => experiments.remove());

	test('has the table of keys that the program obeys', () => {
		expect(readme).toContain(`<!-- keys -->\n${keySheet()}\n<!-- /keys -->`);
	});

	test('names only rules that there are', () => {
		const [, section] = readme.split('## What it notices');
		const named = [...section!.split('\n## ')[0]!.matchAll(/`([a-z]+(?:-[a-z]+)*)`/g)];
		for (const [, id] of named) expect(ruleIds).toContain(id);
		expect(named.length).toBeGreaterThan(20);
	});

	test.each(commands.flatMap(line => [...line.matchAll(/npm (run )?(\w+)/g)].map(([all]) => all)))(
		'%s is a script, or part of npm',
		command => {
			const [, run, name] = /npm (run )?(\w+)/.exec(command)!;
			if (run || name === 'test') expect(Object.keys(scripts)).toContain(name);
			else expect(['ci', 'pack', 'install']).toContain(name);
		},
	);

	test.each(commands.filter(line => line.startsWith('watchexp')))('%s works', async line => {
		const words = line.split(' > ')[0]!.split(' ').slice(1);
		const {code, out, err} = await runProgram(words, {cwd: experiments.folder});
		expect(err).toBe('');
		expect([0, 1, 2]).toContain(code);
		expect(out).not.toBe('');
	});
});
