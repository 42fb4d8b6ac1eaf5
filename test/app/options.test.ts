import {describe, expect, test} from 'vitest';
import {Complaint, printable, threeLines} from '../../source/app/complaint.ts';
import {parseDuration, parseMoment} from '../../source/app/moment.ts';
import {flagTable, help, parseFlags} from '../../source/app/options.ts';
import {ruleIds} from '../../source/core/alert.ts';

const clock = Date.UTC(2026, 0, 5, 10, 0, 0);
const day = 86_400_000;

test('nothing typed means the defaults', () => {
	expect(parseFlags({}, {}, clock)).toEqual({
		depth: 6,
		all: false,
		since: null,
		poll: null,
		slow: false,
		ascii: false,
		color: null,
		config: null,
		now: null,
		json: false,
		oneline: false,
		prometheus: false,
		format: 'csv',
		failOn: 'warn',
		only: [],
		wait: false,
		branches: false,
		test: false,
		ack: true,
		speed: 1,
	});
});

test('--since counts back from now, and from --now where it is given', () => {
	expect(parseFlags({since: ['2d']}, {}, clock).since).toBe(clock - 2 * day);
	expect(parseFlags({since: ['2d'], now: ['2026-01-03T00:00:00Z']}, {}, clock).since).toBe(
		Date.UTC(2026, 0, 1),
	);
	expect(parseFlags({since: ['2026-01-01T00:00:00+08:00']}, {}, clock).since).toBe(
		Date.UTC(2025, 11, 31, 16),
	);
});

test('of a flag that is given twice the last one counts, but --only adds up', () => {
	const flags = parseFlags({depth: ['3', '4'], only: ['nan-loss', 'cuda-oom,crashed']}, {}, clock);
	expect(flags.depth).toBe(4);
	expect(flags.only).toEqual(['nan-loss', 'cuda-oom', 'crashed']);
});

test('a bare --poll looks every 2 seconds', () => {
	expect(parseFlags({poll: ['']}, {}, clock).poll).toBe(2);
	expect(parseFlags({poll: ['0.5']}, {}, clock).poll).toBe(0.5);
});

test('colours: the command line before NO_COLOR, and NO_COLOR before the terminal', () => {
	expect(parseFlags({color: false}, {}, clock).color).toBe(false);
	expect(parseFlags({color: true}, {NO_COLOR: '1'}, clock).color).toBe(true);
	expect(parseFlags({}, {NO_COLOR: '1'}, clock).color).toBe(false);
	expect(parseFlags({}, {NO_COLOR: ''}, clock).color).toBe(null);
});

describe('what cannot be meant is told', () => {
	test.each([
		[{dpeth: true}, 'there is no option --dpeth', 'watchexp --help lists every option'],
		[{failsOn: 'x'}, 'there is no option --fails-on', 'watchexp --help lists every option'],
		[{q: true}, 'there is no option -q', 'watchexp --help lists every option'],
		[{depth: ['0']}, "--depth cannot be '0'", '--depth takes a whole number from 1 to 64'],
		[{depth: ['2.5']}, "--depth cannot be '2.5'", '--depth takes a whole number from 1 to 64'],
		[{depth: ['']}, '--depth needs a value', '--depth takes a whole number from 1 to 64'],
		[{poll: ['abc']}, "--poll cannot be 'abc'", '--poll takes a number from 0.1 to 3600'],
		[
			{only: ['oom']},
			"--only cannot be 'oom': there is no such rule",
			`--only takes ${ruleIds.join(', ')}`,
		],
		[{only: ['']}, '--only needs a value', `--only takes ${ruleIds.join(', ')}`],
		[{failOn: ['info']}, "--fail-on cannot be 'info'", '--fail-on takes warn or critical'],
		[
			{now: ['yesterday']},
			"--now cannot be 'yesterday'",
			'--now takes an ISO time such as 2026-01-05T10:00:00Z',
		],
		[
			{since: ['2 days']},
			"--since cannot be '2 days'",
			'--since takes 90m, 12h, 2d, 1w, or a date such as 2026-01-05',
		],
		[{config: ['']}, '--config needs a value', '--config takes the path of a file'],
	])('%j', (raw, what, tip) => {
		let told: unknown;
		try {
			parseFlags(raw, {}, clock);
		} catch (error) {
			told = error;
		}

		expect(told).toBeInstanceOf(Complaint);
		expect(threeLines(told as Complaint)).toBe(
			`watchexp: ${what}\n   where: the command line\n     try: ${tip}\n`,
		);
	});
});

test('the help tells of every option, and of no other', () => {
	const told = [...help.matchAll(/--(?<name>[a-z-]+)/g)].map(({groups}) => groups!.name!);
	const known = Object.keys(flagTable).map(name => {
		const typed = name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
		return ['color', 'ack'].includes(name) ? `no-${typed}` : typed;
	});
	expect([...new Set(told)].toSorted()).toEqual(known.toSorted());
});

test.each([
	['90m', 5400],
	['1d12h', 129_600],
	['0.5h', 1800],
	['2w', 1_209_600],
	['2', undefined],
	['2 d', undefined],
	['-2d', undefined],
])('%s is %s seconds', (text, seconds) => {
	expect(parseDuration(text)).toBe(seconds);
});

test.each([
	['2026-01-05T10:00:00Z', clock],
	['2026-01-05 10:00:00.500Z', clock + 500],
	['2026-01-05T12:00+02:00', clock],
	['2026-13-01', undefined],
	['10:00', undefined],
	['1767607200', undefined],
])('%s is the moment %s', (text, moment) => {
	expect(parseMoment(text)).toBe(moment);
});

test('a date without a zone is one of this machine', () => {
	expect(parseMoment('2026-01-05')).toBe(new Date(2026, 0, 5).getTime());
});

test('what a file is called cannot control the terminal', () => {
	expect(printable('a\x1b[2Jb\r\u202Ec')).toBe('a\\u{1b}[2Jb\\u{d}\\u{202e}c');
});
