import {exits, printable} from './complaint.ts';
import type {Io} from './options.ts';

/** What a person reads when watchexp itself is at fault: what happened, where, what to do, and the stack. */
export function faultText(error: unknown): string {
	const fault = error instanceof Error ? error : new Error(String(error));
	const stack = (fault.stack ?? '').split('\n').filter(line => /^ {4}at /.test(line));
	return `watchexp: a fault of watchexp itself: ${printable(fault.message)}
   where: Node ${process.versions.node} on ${process.platform}
     try: please report these lines and what watchexp --version says to its maintainers
${stack.map(line => `${printable(line)}\n`).join('')}`;
}

/** While something is shown: a fault gives the terminal back, is told, and ends the program. */
export function whenFaulty(restore: () => void, {stderr, stdin, stdout}: Io): () => void {
	const handler = (error: unknown) => {
		try {
			restore();
		} catch {
			// What fails in a drawing may fail while it is taken down: the terminal matters more.
			if (stdin.isTTY) stdin.setRawMode(false);
			stdout.write('\x1b[?2004l\x1b[?1049l\x1b[?25h');
		}

		stderr.write(faultText(error));
		process.exit(exits.bug);
	};
	process.on('uncaughtException', handler);
	process.on('unhandledRejection', handler);
	return () => {
		process.off('uncaughtException', handler);
		process.off('unhandledRejection', handler);
	};
}
