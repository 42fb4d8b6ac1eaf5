import {type RuleId, ruleIds} from '../core/alert.ts';
import type {Time} from '../core/event.ts';
import {Complaint} from './complaint.ts';
import {parseDuration, parseMoment} from './moment.ts';

/** What the program was started in: its streams, its environment, its folder. */
export type Io = {
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	readonly stderr: NodeJS.WriteStream;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly cwd: string;
};

/** A command module: `run` resolves to the exit code; a `Complaint` it throws is told in three lines. */
export type Command = {
	readonly run: (input: readonly string[], flags: Flags, io: Io) => Promise<number>;
};

/** What the user asked for, checked. */
export type Flags = {
	/** Folders below a path to look into, 1 to 64. */
	readonly depth: number;
	/** Also archived runs and those not written to for a week. */
	readonly all: boolean;
	/** Only runs written to after this moment. */
	readonly since: Time | null;
	/** Seconds between two looks, where file events are not to be trusted. */
	readonly poll: number | null;
	/** For slow lines: numbers are drawn every few seconds only. */
	readonly slow: boolean;
	readonly ascii: boolean;
	/** Null: as the terminal can. */
	readonly color: boolean | null;
	/** The settings file named on the command line. */
	readonly config: string | null;
	/** The moment to judge as of; null: the machine's clock. */
	readonly now: Time | null;
	readonly json: boolean;
	readonly oneline: boolean;
	/** How `export` writes. */
	readonly format: 'csv' | 'jsonl';
	/** The lowest severity that makes `check` exit non-zero. */
	readonly failOn: 'warn' | 'critical';
	/** Only the alerts of these rules count; empty: all. */
	readonly only: readonly RuleId[];
	readonly prometheus: boolean;
	/** Stay until every run is over or one breaks. */
	readonly wait: boolean;
	/** Compare branches instead of runs. */
	readonly branches: boolean;
	/** Tell a made-up alert. */
	readonly test: boolean;
	/** Honour acknowledgements. */
	readonly ack: boolean;
	/** How many times faster than usual the demo plays. */
	readonly speed: number;
};

const value = {type: 'string', isMultiple: true} as const;
const wish = {type: 'boolean'} as const;

/** Every flag as meow wants it. Values come as lists of texts: the last one counts. */
export const flagTable = {
	depth: value,
	all: wish,
	since: value,
	poll: value,
	slow: wish,
	ascii: wish,
	color: wish,
	config: value,
	now: value,
	json: wish,
	oneline: wish,
	format: value,
	prometheus: wish,
	failOn: value,
	only: value,
	wait: wish,
	branches: wish,
	test: wish,
	ack: wish,
	speed: value,
	help: {...wish, shortFlag: 'h'},
	version: {...wish, shortFlag: 'v'},
} as const;

/** The text of `--help`. */
export const help = `Terminal monitor for deep-learning experiments

Usage
  watchexp [path…]          live screen over all runs below the paths (default: this folder);
                            the name of a run may be shortened while it is unique
  watchexp check [path…]    one look at every run; exit status 0 well, 1 warnings, 2 critical
  watchexp show <run>       one run as a page: curve, evaluations, alerts, how to reproduce it
  watchexp compare <run…>   runs side by side, and only the settings that differ
  watchexp export <run>     every value of its series, for a notebook
  watchexp explain <file>   how one file is read, and what was not understood
  watchexp notify --test    tell a made-up alert in every way that the settings file asks for
  watchexp init             print a commented settings file
  watchexp demo             play simulated experiments in a temporary folder and watch them

Which runs
  --depth N        folders to look into below a path (6)
  --all            also archived runs and those not written to for 7 days
  --since WHEN     only runs written to since: 90m, 12h, 2d, 2026-01-05, 2026-01-05T10:00
  --poll[=SECONDS] look again and again instead of waiting for file events (2)

How it looks
  --ascii          no characters beyond ASCII
  --slow           for slow lines: numbers are drawn every 3 seconds only
  --no-color       no colours (also: NO_COLOR)
  --config FILE    settings file instead of ~/.config/watchexp/config.yaml

check, show, compare, explain, export
  --json           for programs
  --oneline        for a status bar, as plugins of Nagios write it
  --prometheus     for the textfile collector of node_exporter
  --fail-on WHAT   warn or critical: the least that makes check exit non-zero (warn)
  --only RULE      only the alerts of this rule count; may be given again
  --wait           stay until every run has finished or one breaks; 0 only if all finished
  --branches       compare ranks the branches of the runs, and of results/*.json on branches
  --format HOW     csv or jsonl, what export writes (csv)
  --no-ack         count acknowledged alerts too, show hidden runs
  --now TIME       judge as of that moment

demo
  --speed N        play N times as fast (1)

  -v, --version    -h, --help
`;

/** Flags as meow hands them over. */
export type RawFlags = Readonly<Record<string, unknown>>;

/** Checks what was typed; throws a Complaint about the first thing that cannot be meant. */
export function parseFlags(raw: RawFlags, env: Io['env'], clock: Time): Flags {
	refuseUnknown(raw);
	const text = (name: keyof typeof flagTable) => lastText(raw, name);
	const now = read(text('now'), '--now', parseMoment, 'an ISO time such as 2026-01-05T10:00:00Z');
	return {
		depth: numberOf(text('depth'), '--depth', {from: 1, to: 64, whole: true}) ?? 6,
		all: raw.all === true,
		since: read(
			text('since'),
			'--since',
			said => {
				const seconds = parseDuration(said);
				return seconds === undefined ? parseMoment(said) : (now ?? clock) - seconds * 1000;
			},
			'90m, 12h, 2d, 1w, or a date such as 2026-01-05',
		),
		poll: text('poll') === '' ? 2 : numberOf(text('poll'), '--poll', {from: 0.1, to: 3600}),
		slow: raw.slow === true,
		ascii: raw.ascii === true,
		color: typeof raw.color === 'boolean' ? raw.color : env.NO_COLOR ? false : null,
		config: read(text('config'), '--config', said => said || undefined, 'the path of a file'),
		now,
		json: raw.json === true,
		oneline: raw.oneline === true,
		format:
			read(
				text('format'),
				'--format',
				said => (['csv', 'jsonl'] as const).find(one => one === said),
				'csv or jsonl',
			) ?? 'csv',
		failOn:
			read(
				text('failOn'),
				'--fail-on',
				said => (['warn', 'critical'] as const).find(one => one === said),
				'warn or critical',
			) ?? 'warn',
		only: rulesOf(raw.only),
		prometheus: raw.prometheus === true,
		wait: raw.wait === true,
		branches: raw.branches === true,
		test: raw.test === true,
		ack: raw.ack !== false,
		speed: numberOf(text('speed'), '--speed', {from: 0.01, to: 10_000}) ?? 1,
	};
}

function refuseUnknown(raw: RawFlags): void {
	for (const name of Object.keys(raw)) {
		if (name === '--' || name === 'h' || name === 'v' || Object.hasOwn(flagTable, name)) continue;
		const typed =
			name.length === 1
				? `-${name}`
				: `--${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`;
		throw new Complaint(`there is no option ${typed}`, {
			where: 'the command line',
			help: 'watchexp --help lists every option',
		});
	}
}

function rulesOf(said: unknown): readonly RuleId[] {
	const names = (Array.isArray(said) ? said : []).flatMap(one => String(one).split(','));
	return names.map(name => {
		const rule = ruleIds.find(id => id === name);
		if (rule) return rule;
		throw new Complaint(
			name === '' ? '--only needs a value' : `--only cannot be '${name}': there is no such rule`,
			{where: 'the command line', help: `--only takes ${ruleIds.join(', ')}`},
		);
	});
}

function lastText(raw: RawFlags, name: string): string | undefined {
	const given = raw[name];
	return Array.isArray(given) ? given.map(String).at(-1) : undefined;
}

function read<Value>(
	said: string | undefined,
	option: string,
	parse: (said: string) => Value | undefined,
	allowed: string,
): Value | null {
	if (said === undefined) return null;
	const parsed = parse(said);
	if (parsed !== undefined) return parsed;
	throw new Complaint(said === '' ? `${option} needs a value` : `${option} cannot be '${said}'`, {
		where: 'the command line',
		help: `${option} takes ${allowed}`,
	});
}

function numberOf(
	said: string | undefined,
	option: string,
	{from, to, whole = false}: {readonly from: number; readonly to: number; readonly whole?: boolean},
): number | null {
	return read(
		said,
		option,
		text => {
			const number = text.trim() === '' ? Number.NaN : Number(text);
			const allowed = number >= from && number <= to && (!whole || Number.isInteger(number));
			return allowed ? number : undefined;
		},
		`a ${whole ? 'whole ' : ''}number from ${from} to ${to}`,
	);
}
