import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {exits} from './complaint.ts';
import {createPlayer, type Player} from './demo/player.ts';
import {actSeconds, script} from './demo/script.ts';
import type {Flags, Io} from './options.ts';

const signals = {SIGHUP: 1, SIGINT: 2, SIGTERM: 15} as const;

/** Plays simulated experiments into a temporary folder and watches them; leaves nothing behind. */
export async function run(_input: readonly string[], flags: Flags, io: Io): Promise<number> {
	const folder = mkdtempSync(join(tmpdir(), 'watchexp-simulated-'));
	const clear = () => rmSync(folder, {recursive: true, force: true, maxRetries: 3});
	process.once('exit', clear);
	for (const [signal, number] of Object.entries(signals)) {
		process.once(signal, () => process.exit(128 + number));
	}

	const live = io.stdin.isTTY && io.stdout.isTTY && io.env.TERM !== 'dumb';
	const player = live ? playLive(folder, flags.speed) : playAtOnce(folder);
	try {
		if (live) return await (await import('./watch.tsx')).watch([folder], flags, io, true);
		const code = await (await import('./check.ts')).run([folder], flags, io);
		return code === exits.usage || code === exits.bug ? code : exits.fine;
	} finally {
		player.stop();
		clear();
		process.off('exit', clear);
	}
}

/** Everything up to the end of the act, as if it had just now ended. */
function playAtOnce(folder: string): Player {
	const start = Date.now() - actSeconds * 1000;
	const moment = (at: number) => start + at * 1000;
	const player = createPlayer(folder, script(start), moment);
	player.playTo(actSeconds);
	return player;
}

/** What lies there already at once, the rest as time goes by. */
function playLive(folder: string, speed: number): Player {
	const start = Date.now();
	const player = createPlayer(folder, script(start, speed), at => start + at * 1000);
	player.playTo(0);
	let timer: NodeJS.Timeout | undefined;
	const onward = () => {
		try {
			player.playTo(((Date.now() - start) / 1000) * speed);
		} catch {
			// Somebody took the folder away: the play is over, the watching goes on.
			player.stop();
		}

		const next = player.next();
		if (next === undefined) return;
		timer = setTimeout(onward, Math.max(0, start + (next / speed) * 1000 - Date.now()));
	};

	onward();
	return {
		...player,
		stop() {
			clearTimeout(timer);
			player.stop();
		},
	};
}
