import {describe, expect, test} from 'vitest';
import type {Event} from '../../source/core/event.ts';
import {compose} from '../../source/judge/compose.ts';
import {createWitness, reduce} from '../../source/judge/witness.ts';
import {dawn, foundOf, lined, runOf, witnessOf, writers} from '../kit/patient.ts';

const steps = (count: number, of = 1000): readonly Event[] =>
	Array.from({length: count}, (_, index) => ({
		kind: 'metrics',
		split: 'train',
		position: {step: index + 1, steps: of},
		values: {loss: 1 / (index + 1)},
		at: dawn + index * 6000,
	}));
const stateAfter = (
	events: readonly Event[],
	silence: number,
	writer: keyof typeof writers = 'unknown',
) => {
	const {state, why} = runOf([witnessOf(lined(events))], {silence, writer: writers[writer]}).run;
	return `${state}: ${why}`;
};

describe('state', () => {
	test.each<[string, readonly Event[], number, keyof typeof writers, string]>([
		['writes', steps(20), 3, 'alive', 'running: wrote 3s ago; usual interval 6s'],
		['a little late', steps(20), 40, 'alive', 'quiet: quiet 40s, usual 6s, stalls at 10m'],
		[
			'silent, and its process lives',
			steps(20),
			3600,
			'alive',
			'stalled: quiet 1h, usual 6s, stalls at 10m; process 4242 still has it open',
		],
		[
			'silent, and its process is gone',
			steps(20),
			3600,
			'gone',
			'interrupted: quiet 1h, usual 6s; no process writes it, and it is short of its plan',
		],
		[
			'silent, and nobody can tell',
			steps(20),
			3600,
			'unknown',
			'unknown: quiet 1h, usual 6s; whether its process lives is not known: another user',
		],
		[
			'reached its plan',
			steps(20, 20),
			60,
			'gone',
			'finished: reached its planned length (line 20)',
		],
		[
			'says that it is done',
			[...steps(20), {kind: 'phase', phase: 'finished', text: 'End of training'}],
			0,
			'alive',
			'finished: says so: End of training (line 21)',
		],
		[
			'says so in a line that its format knows, far from its plan and this very moment',
			[...steps(20), {kind: 'phase', phase: 'finished'}],
			0,
			'unknown',
			'finished: its log says so (line 21)',
		],
		[
			'an error ends it',
			[...steps(20), {kind: 'trouble', what: 'exception', text: 'KeyError: 3'}],
			60,
			'gone',
			'crashed: KeyError: 3 (line 21)',
		],
		[
			'an error, but its process goes on',
			[...steps(20), {kind: 'trouble', what: 'error', text: 'bad image'}],
			3,
			'alive',
			'running: wrote 3s ago; usual interval 6s',
		],
		[
			'stopped by a person',
			[...steps(20), {kind: 'trouble', what: 'cancelled', text: 'KeyboardInterrupt'}],
			60,
			'gone',
			'interrupted: stopped: KeyboardInterrupt (line 21)',
		],
		[
			'nothing logged yet',
			[],
			3,
			'alive',
			'waiting: nothing logged yet; redirected output may be buffered',
		],
	])('%s', (_, events, silence, writer, wanted) => {
		const told = events.map((event, index) => ({
			...event,
			at: event.at ?? dawn + index * 6000,
		}));
		expect(stateAfter(told, silence, writer)).toBe(wanted);
	});

	test('after a first validation the bar is lower, and longer pauses raise it', () => {
		const val: Event = {kind: 'metrics', split: 'val', values: {acc: 0.5}, at: dawn + 20 * 6000};
		const later = steps(40).slice(20);
		expect(stateAfter([...steps(20), val, ...later], 40)).toBe(
			'quiet: quiet 40s, usual 6s, stalls at 3m',
		);
		const slow = later.map(event => ({...event, at: (event.at ?? 0) + 300_000}));
		expect(stateAfter([...steps(20), val, ...slow], 500)).toBe(
			'quiet: quiet 8m, usual 6s, stalls at 15m18s'.replace('15m18s', '15m'),
		);
	});

	test('one that was seen writing and went silent is stalled, whoever writes it', () => {
		const witness = createWitness({file: 'log.txt', path: 'log.txt', format: 'tagged'});
		for (const event of lined(steps(20))) reduce(witness, event, event.at ?? null);
		expect(runOf([witness], {silence: 3600}).run).toMatchObject({
			state: 'stalled',
			why: 'quiet 1h, usual 6s, stalls at 10m; whether its process lives is not known',
		});
	});

	test('a file dated in the future tells no time', () => {
		const witness = witnessOf(
			lined(steps(20).map(({at, ...event}) => event)).map(({at, ...event}) => event),
		);
		const run = compose(foundOf(['log.txt'], dawn + 3e10), [witness], {
			now: dawn,
			host: 'local',
			read: 1,
			partial: false,
		});
		expect(`${run.state}: ${run.why}`).toBe(
			'unknown: no time can be trusted: its files are dated in the future',
		);
	});

	test('a file that was copied long after its last line is as old as that line', () => {
		const witness = witnessOf(lined(steps(20)));
		const month = 30 * 86_400_000;
		const run = compose(foundOf(['log.txt'], dawn + month), [witness], {
			now: dawn + month,
			host: 'local',
			read: 1,
			partial: false,
		});
		expect(run.state).toBe('unknown');
		expect(run.why).toMatch(/^quiet 29d, usual 6s/);
	});
});

test.each([
	[[true], 'its GPU is idle'],
	[[false, false], 'its GPUs are busy'],
	[[true, false, null], '1 of its GPUs are idle'],
])('a silent run says of its GPUs (%j) that %s', (idle, expected) => {
	const witness = witnessOf(lined(steps(6)));
	const gpus = idle.map((one, index) => ({index, memory: 1, idle: one}));
	const at = (seconds: number) =>
		compose(foundOf(['log.txt'], dawn), [witness], {
			now: dawn + seconds * 1000,
			host: 'local',
			writer: writers.alive,
			read: 1,
			partial: false,
			gpus,
		}).why;
	expect(at(3600)).toMatch(new RegExp(`^quiet .*; ${expected}$`));
	expect(at(5)).not.toContain('GPU');
});
