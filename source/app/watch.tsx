import {homedir, hostname} from 'node:os';
import type {News} from '../core/news.ts';
import {startScreen} from '../show/screen.tsx';
import {type Theme, themeOf} from '../show/theme.ts';
import {loadConfig} from './config.ts';
import {createPerformer} from './effects.ts';
import {whenFaulty} from './fault.ts';
import {createFleet} from './fleet.ts';
import {createGauge} from './gauge.ts';
import {keepSmall} from './heap.ts';
import {whenAskedToLeave} from './leaving.ts';
import {meansOf} from './means.ts';
import type {Flags, Io} from './options.ts';
import {heldBack} from './pacing.ts';
import {depthFor, pathsOf} from './paths.ts';
import {startPipeline} from './pipeline.ts';
import type {Look} from './preferences.ts';
import {openRemarks} from './remarks.ts';
import {beginSitting} from './sitting.ts';
import {createStore} from './store.ts';
import {untilNextText} from './ticker.ts';

/** Seconds between two screens on a slow line where only numbers moved. */
const slowSeconds = 3;

/** Bytes read at a time: a key waits no longer than they take. */
const livePiece = 131_072;

/** `watchexp [path…]`: the live screen; without a terminal, what `check` prints. */
export async function run(input: readonly string[], flags: Flags, io: Io): Promise<number> {
	if (!isScreen(io)) return (await import('./check.ts')).run(input, flags, io);
	return watch(input, flags, io, false);
}

/** Shows the live screen until it is left; `demo` says that the runs are simulated. */
export async function watch(
	input: readonly string[],
	flags: Flags,
	io: Io,
	demo: boolean,
): Promise<number> {
	keepSmall();
	const desk = await openRemarks(io.env, flags, demo);
	const config = await loadConfig(flags.config, io.env);
	const means = {
		...meansOf(config, {anew: flags.poll !== null, archives: flags.all}),
		remarksFor: desk.of,
		piece: livePiece,
	};
	const paths = await pathsOf(input, io.cwd, means, flags);
	const started = Date.now();
	/** `--now` moves the clock; from there on it goes at its usual pace. */
	const clock = () => (flags.now === null ? Date.now() : flags.now + Date.now() - started);
	const store = createStore({
		now: clock(),
		zone: -new Date().getTimezoneOffset(),
		host: hostname(),
		folder: folderName(paths, homedir()),
		demo,
	});
	const performer = createPerformer(means.host, store, io, {
		lend: use => leaving.lend(use),
		acknowledge: (run, rule) => sitting.acknowledge(run, rule),
		remark: (run, wish) => sitting.remark(run, wish),
		showResults: run => pipeline.showResults(run),
		unfold: () => {
			fleet.unfold();
			pipeline.searchSoon();
		},
	});
	const fleet = createFleet(means, {...flags, paths});
	const hear = (news: News) => {
		store.take(news, clock());
		sitting.heard(news);
		performer.follow();
		schedule();
	};
	const slow = flags.slow ? heldBack(slowSeconds, hear) : undefined;
	const pipeline = startPipeline(fleet, means, {poll: flags.poll, clock}, slow?.hear ?? hear);
	const sitting = beginSitting({
		io,
		wishes: demo ? {...config.notify, desktop: false, command: null} : config.notify,
		desk,
		store,
		// A look at another time is no visit.
		roots: flags.now === null ? paths : [],
		clock,
		say: performer.say,
		rejudge: pipeline.rejudge,
	});
	const theme = themeFor(config.theme, flags, io);
	const shown = startScreen({
		store,
		theme,
		...(config.keys && {keys: config.keys}),
		unfolded: flags.all,
		perform: performer.perform,
		onKey: () => {
			pipeline.giveWay();
			sitting.looked();
		},
		stdin: io.stdin,
		stdout: io.stdout,
	});
	const gauge = createGauge(means.host, paths[0] ?? io.cwd, store.measure);
	let ticking: NodeJS.Timeout | undefined;
	function schedule(): void {
		clearTimeout(ticking);
		gauge.tick(clock());
		const wait = untilNextText(store.snapshot(), clock());
		ticking = setTimeout(tick, flags.slow ? Math.max(wait, slowSeconds * 1000) : wait);
	}

	function tick(): void {
		store.tell(clock());
		schedule();
	}

	schedule();
	const noFault = whenFaulty(shown.stop, io);
	const leaving = whenAskedToLeave(() => {
		void sitting.end().then(shown.stop);
	});
	await shown.finished;
	clearTimeout(ticking);
	slow?.stop();
	await sitting.end();
	await pipeline.stop();
	leaving.stop();
	noFault();
	return leaving.code();
}

/** What the command line says comes before the settings; the Linux console has few signs. */
function themeFor(look: Look, flags: Flags, io: Io): Theme {
	const ascii = flags.ascii || look.ascii || io.env.TERM === 'linux';
	const asked = flags.color === null && look.colors !== 'auto' ? look.colors : null;
	return themeOf(asked ?? depthFor(flags, io), ascii, look.name);
}

function isScreen({stdin, stdout, env}: Io): boolean {
	return stdin.isTTY === true && stdout.isTTY === true && env.TERM !== 'dumb';
}

/** `/home/ann/ocr` → `~/ocr`; of several paths the first and how many more. */
function folderName(paths: readonly string[], home: string): string {
	const [first = '', ...more] = paths;
	const short =
		first === home || first.startsWith(`${home}/`) ? `~${first.slice(home.length)}` : first;
	return more.length > 0 ? `${short} +${more.length}` : short;
}
