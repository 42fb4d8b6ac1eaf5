import {Complaint, exits, threeLines} from './complaint.ts';
import {faultText} from './fault.ts';
import {nursery} from './heap.ts';
import {type Command, help, type Io, parseFlags, type RawFlags} from './options.ts';

const commands: Readonly<Record<string, () => Promise<Command>>> = {
	check: () => import('./check.ts'),
	show: () => import('./show.ts'),
	compare: () => import('./compare.ts'),
	export: () => import('./export.ts'),
	explain: () => import('./explain.ts'),
	demo: () => import('./demo.ts'),
	notify: () => import('./notify.ts'),
	init: () => import('./init.ts'),
	watch: () => import('./watch.tsx'),
};

/** What the door hands over: words, flags, and who we are. */
export type Asked = {
	readonly input: readonly string[];
	readonly flags: RawFlags;
	readonly version: string;
};

/** Runs the command that was asked for and resolves to the exit code; never rejects. */
export async function start({input, flags: raw, version}: Asked, io: Io): Promise<number> {
	quietOnClosedPipe(io);
	quietNode();
	nursery.grow();
	try {
		const flags = parseFlags(raw, io.env, Date.now());
		if (raw.help === true) return say(io, help);
		if (raw.version === true) return say(io, `${version}\n`);
		const [word = 'watch', ...rest] = input;
		const named = Object.hasOwn(commands, word);
		const {run} = await commands[named ? word : 'watch']!();
		nursery.stay();
		return await run(named ? rest : input, flags, io);
	} catch (error) {
		return tell(error, io);
	}
}

/** Node warns developers on standard error: on a screen that is a line too many, in a report noise. */
function quietNode(): void {
	process.removeAllListeners('warning');
}

function say(io: Io, text: string): number {
	io.stdout.write(text);
	return exits.fine;
}

function tell(error: unknown, io: Io): number {
	if (error instanceof Complaint) {
		io.stderr.write(threeLines(error));
		return exits.usage;
	}

	io.stderr.write(faultText(error));
	return exits.bug;
}

/** `watchexp check | head -1` closes the pipe early: nobody listens any more, and that is no error. */
function quietOnClosedPipe(io: Io): void {
	for (const stream of [io.stdout, io.stderr]) {
		stream.on('error', (error: NodeJS.ErrnoException) => {
			// The terminal was closed: SIGHUP tells it as well, and whoever holds something saves it.
			if (error.code === 'EIO' && stream.isTTY) return;
			if (error.code !== 'EPIPE') throw error;
			process.exit(exits.fine);
		});
	}
}
