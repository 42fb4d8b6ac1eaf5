import {setTimeout as pause} from 'node:timers/promises';
import type {Alert} from '../core/alert.ts';
import type {Time} from '../core/event.ts';
import {Complaint, exits} from './complaint.ts';
import {loadConfig} from './config.ts';
import {bell, desktopNotice, hasTitle, keepTitle, restoreTitle, titled} from './notify/escapes.ts';
import {startHook} from './notify/hook.ts';
import {type Message, messageOf, sentenceOf} from './notify/message.ts';
import type {Flags, Io} from './options.ts';
import type {Notify} from './preferences.ts';

/** `watchexp notify --test`: tells a made-up alert in every way that is wished for, and what came of it. */
export async function run(
	_input: readonly string[],
	flags: Flags,
	io: Io,
	titleSeconds = 2,
): Promise<number> {
	if (!flags.test) {
		throw new Complaint('notify only tells a made-up alert', {
			where: 'the command line',
			help: 'watchexp notify --test; the live screen tells the true ones by itself',
		});
	}

	const {notify} = await loadConfig(flags.config, io.env);
	const say = (way: string, outcome: string) => {
		io.stdout.write(`${way.padEnd(8)} ${outcome}\n`);
	};
	const terminal = io.stdout.isTTY === true;
	const inTerminal = (way: keyof Notify, outcome: string, tell: () => void) => {
		if (!notify[way]) return `off (notify: {${way}: true} in the settings file turns it on)`;
		if (!terminal) return 'not told: standard output is no terminal';
		tell();
		return outcome;
	};
	const message = madeUp(flags.now ?? Date.now());
	const sentence = sentenceOf([message]);
	say(
		'bell',
		inTerminal('bell', 'rung', () => io.stdout.write(bell)),
	);
	const {TMUX} = io.env;
	const hint = TMUX ? '; tmux lets it through after: set -g allow-passthrough on' : '';
	say(
		'desktop',
		inTerminal('desktop', `sent as OSC 9 and OSC 777${hint}`, () =>
			io.stdout.write(desktopNotice('watchexp', sentence, io.env)),
		),
	);
	const failed = await tellCommand(notify, message, io, say);
	const titles = terminal && notify.title && hasTitle(io.env);
	if (titles) io.stdout.write(keepTitle + titled('watchexp: test'));
	say(
		'title',
		notify.title && terminal && !titles
			? `not told: a terminal of kind ${io.env.TERM ?? 'unknown'} has none`
			: inTerminal('title', `shown for ${titleSeconds} s`, () => undefined),
	);
	if (titles) {
		await pause(titleSeconds * 1000);
		io.stdout.write(restoreTitle);
	}

	return failed ? exits.warning : exits.fine;
}

async function tellCommand(
	{command}: Notify,
	message: Message & {readonly at: Time},
	{env}: Io,
	say: (way: string, outcome: string) => void,
): Promise<boolean> {
	if (!command) {
		say('command', 'none (notify: {command: [program, argument]} in the settings file)');
		return false;
	}

	const begun = performance.now();
	const trouble = await startHook(command, messageOf(message, message.at), env).done;
	const seconds = ((performance.now() - begun) / 1000).toFixed(1);
	say('command', trouble ?? `ended well after ${seconds} s`);
	return trouble !== null;
}

/** An alert that nobody raised, and that says so. */
function madeUp(at: Time): Message & {readonly at: Time} {
	const alert: Alert = {
		rule: 'cuda-oom',
		severity: 'critical',
		certain: true,
		message: 'this is a test: no run is out of memory',
		advice: 'nothing is to be done',
		evidence: [],
		since: at,
		until: null,
		open: true,
		raised: null,
		acknowledged: false,
	};
	const run = {
		name: 'made_up_run',
		folder: '/nowhere/made_up_run',
		state: 'crashed',
		files: [],
	} as const;
	return {run, alert, at};
}
