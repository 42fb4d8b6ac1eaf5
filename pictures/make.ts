// Makes the pictures and the screen in the README from the built program playing its demo in tmux.
import {execFileSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {setTimeout as pause} from 'node:timers/promises';
import xterm from '@xterm/headless';
import {keySheet} from '../source/show/keys.ts';
import {program} from '../test/kit/program.ts';
import {svgOf} from './svg.ts';

const server = `watchexp-pictures-${process.pid}`;
const tmux = (...args: readonly string[]) =>
	execFileSync('tmux', ['-L', server, '-f', '/dev/null', ...args], {encoding: 'utf8'});

const [wide, narrow] = [
	{columns: 120, rows: 40},
	{columns: 80, rows: 24},
];
const {CI: _, TMUX: __, ...environment} = process.env;
const command = `env TERM=tmux-256color LANG=C.UTF-8 '${process.execPath}' '${program}' demo`;
execFileSync(
	'tmux',
	[
		...['-L', server, '-f', '/dev/null', 'new-session', '-d'],
		...size(wide),
		command,
		';',
		'set',
		'-g',
		'status',
		'off',
	],
	{env: environment},
);
try {
	tmux('resize-window', ...size(wide));
	await pause(40_000);
	const text = tmux('capture-pane', '-p');
	await draw(wide, 'pictures/screen-120x40.svg');
	tmux('resize-window', ...size(narrow));
	await pause(2000);
	await draw(narrow, 'pictures/screen-80x24.svg');
	writeReadme(text);
} finally {
	tmux('kill-server');
}

function size({columns, rows}: typeof wide): readonly string[] {
	return ['-x', String(columns), '-y', String(rows)];
}

async function draw({columns, rows}: typeof wide, file: string): Promise<void> {
	const terminal = new xterm.Terminal({
		cols: columns,
		rows,
		allowProposedApi: true,
		convertEol: true,
	});
	const text = tmux('capture-pane', '-p', '-e', '-N').replace(/\n$/, '');
	await new Promise<void>(resolve => terminal.write(text, resolve));
	writeFileSync(file, svgOf(terminal));
}

/** Replaces what stands between two marks: the screen, and the table of keys. */
function writeReadme(screen: string): void {
	const shown = screen
		.split('\n')
		.slice(0, 40)
		.map(line => line.trimEnd())
		.join('\n')
		.trimEnd();
	const readme = readFileSync('README.md', 'utf8')
		.replace(between('screen'), `$1\n\`\`\`text\n${shown.replaceAll('$', '$$$$')}\n\`\`\`\n$2`)
		.replace(between('keys'), `$1\n${keySheet().replaceAll('$', '$$$$')}\n$2`);
	writeFileSync('README.md', readme);
}

function between(name: string): RegExp {
	return new RegExp(`(<!-- ${name} -->)[^]*?(<!-- /${name} -->)`);
}
