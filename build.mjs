import {chmod, mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {builtinModules} from 'node:module';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {literalsOf} from './source/gather/literal.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const out = 'dist';
const quiet = process.argv.includes('--quiet');

/** Ink asks for it only when DEV=true; the real one is not installed. */
const withoutDevtools = {
	name: 'without-devtools',
	setup(bundle) {
		bundle.onResolve({filter: /^react-devtools-core$/}, ({path}) => ({path, namespace: 'stub'}));
		bundle.onLoad({filter: /.*/, namespace: 'stub'}, () => ({
			contents: 'export default {initialize() {}, connectToDevTools() {}};',
		}));
	},
};

/** Yoga's loader fetches a data: URL, which loads all of undici: 45 of 190 ms to the first paint. */
const synchronousYoga = {
	name: 'synchronous-yoga',
	setup(bundle) {
		bundle.onLoad({filter: /yoga-wasm-base64-esm\.js$/}, async ({path}) => {
			const before = await readFile(path, 'utf8');
			const place = 'if(h.instantiateWasm)try';
			if (before.split(place).length !== 2)
				throw new Error(`${path}: '${place}' is not there once`);
			const instance =
				'a(new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(H.slice(H.indexOf(",")+1),"base64")),d));return{};';
			return {contents: before.replace(place, instance + place), loader: 'js'};
		});
	},
};

/** Meow puts a package.json right before it reads its name: ours is right. It makes a function for that which nobody calls. Both take half of its start. */
const withoutNormalizing = {
	name: 'without-normalizing',
	setup(bundle) {
		bundle.onLoad({filter: /meow[/\\]build[/\\]dependencies\.js$/}, async ({path}) => {
			let contents = await readFile(path, 'utf8');
			for (const [place, instead] of [
				['var normalizeExports = requireNormalize();', 'var normalizeExports = () => {};'],
				['\npromisify(execFile);', ''],
				["\nimport { execFile } from 'node:child_process';", ''],
			]) {
				if (contents.split(place).length !== 2)
					throw new Error(`${path}: '${place}' is not there once`);
				contents = contents.replace(place, instead);
			}

			return {contents, loader: 'js'};
		});
	},
};

/** As a module, each of Node's own names all that it exports, which evaluates what is lazy in it: 25 ms of a start. */
const plainBuiltins = {
	name: 'plain-builtins',
	setup(bundle) {
		const names = builtinModules.filter(name => !name.startsWith('_')).join('|');
		const builtin = new RegExp(`^(?:node:)?(${names})$`);
		bundle.onResolve({filter: builtin}, ({path}) => ({
			path: path.replace('node:', ''),
			namespace: 'builtin',
		}));
		bundle.onLoad({filter: /.*/, namespace: 'builtin'}, ({path}) => ({
			contents: `module.exports = process.getBuiltinModule('${path}');`,
		}));
	},
};

/**
Functions of packages that many a start needs none of, and what evaluating them takes: rare characters' widths
(20 ms), YAML (8 ms), packed files, commands (5 ms each).
*/
const rare = {
	'string-width': ['default'],
	yaml: ['isAlias', 'isMap', 'isScalar', 'parseDocument'],
	'node:zlib': ['createGunzip'],
	'node:child_process': ['spawn'],
};

const whenNeeded = {
	name: 'when-needed',
	setup(bundle) {
		const filter = new RegExp(`^(?:${Object.keys(rare).join('|')})$`);
		bundle.onResolve({filter}, ({path, kind, importer}) => {
			const ours = importer.startsWith(join(root, 'source')) && importer !== settings;
			return kind === 'import-statement' && ours ? {path, namespace: 'when-needed'} : undefined;
		});
		bundle.onLoad({filter: /.*/, namespace: 'when-needed'}, ({path}) => ({
			contents: [
				`let full; const it = () => (full ??= require('${path}'));`,
				...rare[path].map(
					name => `export ${named(name)}(...words) { return it().${name}(...words); }`,
				),
			].join('\n'),
			resolveDir: root,
		}));
	},
};

/** It reads the user's YAML in any case, and makes objects of the package's classes. */
const settings = join(root, 'source/app/settings.ts');

function named(name) {
	return name === 'default' ? 'default function' : `function ${name}`;
}

/** Ink's output, for which ours stands in, is known in this version only. */
const knownInk = '8.0.0';
const {version} = JSON.parse(await readFile(join(root, 'node_modules/ink/package.json'), 'utf8'));
if (version !== knownInk) {
	throw new Error(
		`ink is ${version}: compare its build/output.js and line-update.js with those of ${knownInk}, then ink/`,
	);
}

/** Ink puts every cell together anew for every frame, and every character of a line that changed: ours do less. */
const ownOutput = {
	name: 'own-output',
	setup(bundle) {
		bundle.onResolve({filter: /^\.\/(?:output|line-update)\.js$/}, ({path, importer}) =>
			/[/\\]ink[/\\]build[/\\]/.test(importer)
				? {path: join(root, 'ink', path.replace('.js', '.ts'))}
				: undefined,
		);
	},
};

/** Samples and examples are for the tests: half of what the drawers hold. What is sure of a shape is added. */
const withoutSamples = {
	name: 'without-samples',
	setup(bundle) {
		const apart = /source\/rules\/[\w-]+\/examples\.ts$/;
		bundle.onLoad({filter: apart}, () => ({contents: 'export const examples = [];', loader: 'ts'}));
		const drawers = /source\/(?:formats|layouts|rules)\/[\w-]+\.ts$/;
		bundle.onLoad({filter: drawers}, async ({path}) => {
			if (path.endsWith('/index.ts')) return undefined;
			const text = await readFile(path, 'utf8');
			const place = /^\t(samples|examples)(?:: \[\n[\s\S]*?^\t\])?,$/m;
			if (!place.test(text)) throw new Error(`${path}: its samples are not where they were`);
			return {contents: withLiterals(text.replace(place, '\t$1: [],')), loader: 'ts'};
		});
		bundle.onLoad({filter: /source\/formats\/\w+\/[\w-]+\.ts$/}, async ({path}) => {
			return {contents: withLiterals(await readFile(path, 'utf8')), loader: 'ts'};
		});
	},
};

/** What is sure of the lines that an expression matches takes 20 ms to find, so it stands beside it. */
function withLiterals(text) {
	const written = /(\bmatch:\s*)(\/(?:\[(?:\\.|[^\\\]\n])*\]|\\.|[^\\/[\n])+\/)([a-z]*),/g;
	return text.replace(written, (whole, _begin, expression, flags) => {
		const literals = literalsOf(new RegExp(expression.slice(1, -1), flags));
		return `${whole} held: ${JSON.stringify(literals)},`;
	});
}

const {metafile, outputFiles} = await build({
	write: false,
	absWorkingDir: root,
	entryPoints: ['cli.tsx'],
	outdir: out,
	chunkNames: 'chunks/[name]-[hash]',
	bundle: true,
	splitting: true,
	minify: true,
	metafile: true,
	platform: 'node',
	format: 'esm',
	target: 'node22',
	jsx: 'automatic',
	define: {'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"'},
	// CommonJS packages inside the bundle call require().
	banner: {
		js: "const require=process.getBuiltinModule('module').createRequire(import.meta.url);",
	},
	plugins: [
		withoutDevtools,
		synchronousYoga,
		withoutNormalizing,
		whenNeeded,
		plainBuiltins,
		ownOutput,
		withoutSamples,
	],
	logLevel: 'warning',
}).catch(error => {
	console.error(error.message);
	process.exit(1);
});

// A build that fails leaves the last good one, and a program that runs keeps its chunks till the end.
for (const {path, contents} of outputFiles) {
	await mkdir(dirname(path), {recursive: true});
	await writeFile(path, contents);
}

const written = new Set(outputFiles.map(({path}) => path));
for (const entry of await readdir(join(root, out), {recursive: true, withFileTypes: true})) {
	const path = join(entry.parentPath, entry.name);
	if (entry.isFile() && !written.has(path)) await rm(path);
}

await chmod(join(root, out, 'cli.js'), 0o755);

/** Every chunk that loads with `output`, itself first. */
function loadsWith(output) {
	const seen = new Set([output]);
	for (const chunk of seen) {
		for (const {path, kind} of metafile.outputs[chunk].imports) {
			if (kind === 'import-statement' && path in metafile.outputs) seen.add(path);
		}
	}

	return [...seen];
}

/** `node_modules/ink/build/ink.js` → `ink`. */
function packageOf(input) {
	return /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? 'watchexp';
}

for (const [output, {entryPoint}] of Object.entries(metafile.outputs)) {
	if (!entryPoint) continue;
	const chunks = loadsWith(output);
	const sizes = new Map();
	for (const chunk of chunks) {
		for (const [input, {bytesInOutput}] of Object.entries(metafile.outputs[chunk].inputs)) {
			const name = packageOf(input);
			sizes.set(name, (sizes.get(name) ?? 0) + bytesInOutput);
		}
	}

	if (/app\/(?:check|compare|explain|export|init|show|start)\.ts$/.test(entryPoint)) {
		const heavy = ['ink', 'react', 'react-reconciler', 'yoga-layout', 'chokidar'].filter(name =>
			sizes.has(name),
		);
		if (heavy.length > 0) throw new Error(`${entryPoint} loads ${heavy.join(', ')}`);
	}

	if (quiet) continue;
	const total = chunks.reduce((sum, chunk) => sum + metafile.outputs[chunk].bytes, 0);
	const largest = [...sizes].sort((a, b) => b[1] - a[1]).slice(0, 4);
	console.log(
		`${kilobytes(total)}  ${packagePath(entryPoint).padEnd(24)}${largest.map(([name, bytes]) => `${name} ${kilobytes(bytes).trim()}`).join(', ')}`,
	);
}

/** `node_modules/meow/build/index.js` → `meow/build/index.js`. */
function packagePath(input) {
	return input.replace(/^.*node_modules\//, '');
}

function kilobytes(bytes) {
	return `${(bytes / 1024).toFixed(1).padStart(7)}k`;
}
