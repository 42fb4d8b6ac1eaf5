#!/usr/bin/env node
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 22)) {
	process.stderr.write(
		`watchexp: it needs Node 22.22 or newer, and this is Node ${process.versions.node}
   where: ${process.execPath}
     try: install a newer Node (https://nodejs.org, or: nvm install 24), then run watchexp again
`,
	);
	process.exit(3);
}

// What was compiled once is kept for the next start; where that cannot be written, nothing is.
const {env} = process;
const caches = env['XDG_CACHE_HOME'] || (env['HOME'] && `${env['HOME']}/.cache`);
if (caches) process.getBuiltinModule('node:module').enableCompileCache(`${caches}/watchexp`);

const [{default: meow}, {default: pkg}, {flagTable, help}, {start}] = await Promise.all([
	import('meow'),
	import('./package.json', {with: {type: 'json'}}),
	import('./source/app/options.ts'),
	import('./source/app/start.ts'),
]);
const {input, unnormalizedFlags} = meow(help, {
	importMeta: import.meta,
	pkg,
	// A bare --poll must not take the path that follows for its value.
	argv: process.argv.slice(2).map(word => (word === '--poll' ? '--poll=' : word)),
	flags: flagTable,
	booleanDefault: undefined,
	autoHelp: false,
	autoVersion: false,
});
const {stdout, stderr} = process;
const code = await start(
	{input, flags: unnormalizedFlags, version: pkg.version},
	{
		// Made when it is asked for: most commands read nothing.
		get stdin() {
			return process.stdin;
		},
		stdout,
		stderr,
		env,
		cwd: process.cwd(),
	},
);
stdout.write('', () => process.exit(code));

export {};
