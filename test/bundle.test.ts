import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join, normalize} from 'node:path';
import {describe, expect, test} from 'vitest';

const chunks = 'dist/chunks';

/** Texts that only these packages hold, minified or not. */
const traces: Readonly<Record<string, string>> = {
	react: 'react.transitional.element',
	ink: 'ink-root',
	yoga: 'AGFzbQ',
	chokidar: 'awaitWriteFinish',
};

/** All the code that loads when a chunk loads. */
function codeOf(entry: string): string {
	const seen = new Set([entry]);
	let code = '';
	for (const file of seen) {
		const text = readFileSync(file, 'utf8');
		code += text;
		for (const [, from] of text.matchAll(/(?:\bfrom|\bimport)\s*"(\.{1,2}\/[^"]+)"/g)) {
			seen.add(normalize(join(dirname(file), from!)));
		}
	}

	return code;
}

/** `check` → the code that `watchexp check` loads. */
function commandCode(command: string): string {
	const names = readdirSync(chunks).filter(name => name.startsWith(`${command}-`));
	expect(names).toHaveLength(1);
	return codeOf(join(chunks, names[0]!));
}

describe.skipIf(!existsSync(chunks))('the built program', () => {
	test.each(['check', 'compare', 'explain', 'export', 'init', 'show', 'start'])(
		'%s loads none of the heavy packages',
		command => {
			const code = commandCode(command);
			for (const [name, trace] of Object.entries(traces)) {
				expect(code.includes(trace), `${command} loads ${name}`).toBe(false);
			}
		},
	);

	test('the screen loads ink, react and yoga, as these traces tell', () => {
		const code = commandCode('watch');
		for (const name of ['ink', 'react', 'yoga']) expect(code, name).toContain(traces[name]);
	});

	test('chokidar lies in some chunk', () => {
		const all = readdirSync(chunks).map(name => readFileSync(join(chunks, name), 'utf8'));
		expect(all.some(code => code.includes(traces.chokidar!))).toBe(true);
	});

	test('yoga starts without fetch, which would load all of undici', () => {
		expect(commandCode('watch')).toContain('new WebAssembly.Instance(');
	});

	test('the door is a script of a few lines that an old Node can read', () => {
		const door = readFileSync('dist/cli.js', 'utf8');
		expect(door.startsWith('#!/usr/bin/env node\n')).toBe(true);
		expect(door.length).toBeLessThan(3000);
	});
});
