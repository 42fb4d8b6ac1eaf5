import {globSync, readFileSync} from 'node:fs';
import {basename, dirname, join, normalize} from 'node:path';
import {describe, expect, test} from 'vitest';

/** Which rooms and drawers of source/ a file may import besides its own. */
const doors: Readonly<Record<string, readonly string[]>> = {
	core: [],
	formats: ['core'],
	layouts: ['core'],
	readers: ['core'],
	rules: ['core'],
	probes: ['core'],
	host: ['core'],
	gather: ['core'],
	judge: ['core'],
	show: ['core'],
	app: [
		'core',
		'formats',
		'layouts',
		'readers',
		'rules',
		'probes',
		'host',
		'gather',
		'judge',
		'show',
	],
};

/** Packages, and node: itself, stay in the rooms that need them. */
const guests: Readonly<Record<string, RegExp>> = {
	host: /^(?:node:.+|chokidar|modern-tar)$/,
	readers: /^(?:yaml|papaparse|protobufjs|@bufbuild\/protobuf)(?:\/.+)?$/,
	show: /^(?:ink|react|asciichart|string-width)$/,
	app: /^(?:node:.+|yaml)$/,
};

const drawers = ['formats', 'layouts', 'readers', 'rules', 'probes'];
const files = globSync('source/**/*.{ts,tsx}').sort();
const texts = new Map(files.map(file => [file, readFileSync(file, 'utf8')]));

/** `source/gather/read.ts` → `gather`. */
function roomOf(file: string): string {
	return file.split('/')[1]!;
}

/** `from '…'` and `import('…')`, of code and types alike. */
function importsOf(file: string): readonly string[] {
	const text = texts.get(file) ?? readFileSync(file, 'utf8');
	const found = text.matchAll(
		/^(?:import|export)\b[^;]*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'/gm,
	);
	return [...found].map(([, from, bare, lazy]) => from ?? bare ?? lazy!);
}

describe.each(files)('%s', file => {
	const text = texts.get(file)!;
	const lines = text.split('\n');

	test('lies in a room and imports only what that room may', () => {
		const room = roomOf(file);
		expect(Object.keys(doors)).toContain(room);
		for (const from of importsOf(file)) {
			if (from.startsWith('.')) {
				const target = normalize(join(dirname(file), from));
				expect([room, ...doors[room]!], `${file} → ${from}`).toContain(roomOf(target));
				expect(from, 'imports are written with their extension').toMatch(/\.tsx?$/);
			} else {
				expect(from, file).toMatch(guests[room] ?? /^nobody$/);
			}
		}
	});

	test('imports from a drawer only its list', () => {
		for (const from of importsOf(file).filter(one => one.startsWith('.'))) {
			const target = normalize(join(dirname(file), from));
			if (!drawers.includes(roomOf(target)) || roomOf(target) === roomOf(file)) continue;
			expect(target).toMatch(/^source\/\w+\/index\.ts$/);
		}
	});

	test('fits on a few screens', () => {
		expect(lines.length - 1).toBeLessThanOrEqual(250);
	});

	test('has a name that says what is in it', () => {
		expect(basename(file)).toMatch(/^[a-z\d]+(?:-[a-z\d]+)*\.tsx?$/);
		expect(file).not.toMatch(/util|helper|common|manager|service|misc/i);
		if (basename(file) === 'index.ts') expect(file).toMatch(/^source\/\w+\/index\.ts$/);
	});

	test('says of everything it exports what it is', () => {
		const bare = lines.filter(
			(line, index) =>
				/^export (?:async )?(?:function|type|class) /.test(line) &&
				!lines[index - 1]!.endsWith('*/'),
		);
		expect(bare).toEqual([]);
	});

	test.skipIf(['host', 'app'].includes(roomOf(file)))('is told the time and reads no clock', () => {
		expect(text).not.toMatch(/\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b|\bhrtime\b/);
		expect(text).not.toMatch(/\bset(?:Timeout|Interval)\(/);
	});

	test('has named exports only, unless it lies in a drawer', () => {
		const inDrawer = drawers.includes(roomOf(file)) && basename(file) !== 'index.ts';
		if (!inDrawer) expect(text).not.toMatch(/^export default\b/m);
	});

	test('runs no text as code', () => {
		const code = lines.filter(line => /^[^'"`/]*(?:\beval\(|\bnew Function\b)/.test(line));
		expect(code).toEqual([]);
		expect(importsOf(file)).not.toContain('node:vm');
	});
});

describe.each(drawers)('the drawer %s', drawer => {
	test('lists every file that lies in it', () => {
		const listed = importsOf(`source/${drawer}/index.ts`)
			.filter(from => from.startsWith('./'))
			.map(from => normalize(`source/${drawer}/${from}`));
		const lying = files.filter(
			file => dirname(file) === `source/${drawer}` && basename(file) !== 'index.ts',
		);
		const parts = globSync(`source/${drawer}/*/index.ts`);
		expect([...listed].sort()).toEqual([...lying, ...parts].sort());
	});

	test('holds files that each have one default export', () => {
		for (const file of files.filter(one => dirname(one) === `source/${drawer}`)) {
			if (basename(file) === 'index.ts') continue;
			expect(texts.get(file)!.match(/^export default\b/gm), file).toHaveLength(1);
		}
	});
});

test('only the door knows the joinery', () => {
	const outside = [...globSync('*.{ts,tsx,mjs}'), ...globSync('bench/**/*.ts')].sort();
	const callers = outside.filter(file =>
		importsOf(file).some(from => /(?:^|\/)source\/app\//.test(from)),
	);
	expect(callers).toEqual(['cli.tsx']);
});

test('only the door knows meow', () => {
	expect(importsOf('cli.tsx')).toContain('meow');
	expect(files.filter(file => importsOf(file).includes('meow'))).toEqual([]);
});

test('no files import each other in a circle, not even types', () => {
	const done = new Set<string>();
	const follow = (file: string, way: readonly string[]): void => {
		expect(way, 'a circle').not.toContain(file);
		if (done.has(file) || !texts.has(file)) return;
		for (const from of importsOf(file)) {
			if (from.startsWith('.')) follow(normalize(join(dirname(file), from)), [...way, file]);
		}

		done.add(file);
	};
	for (const file of files) follow(file, []);
});
