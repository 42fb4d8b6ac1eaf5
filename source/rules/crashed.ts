import {atPlace, evidenceOf} from '../core/finding.ts';
import type {Heard, Rule, Told} from '../core/rule.ts';
import {trained} from '../core/telling.ts';

type Trouble = Extract<Heard, {kind: 'trouble'}>;
type Memory = {
	first: Trouble | null;
	trouble: Trouble | null;
	/** What another rule tells was the cause. */
	explained: boolean;
	last: boolean;
};

const causes: ReadonlySet<string> = new Set([
	'cuda-oom',
	'host-oom',
	'collective-timeout',
	'device-error',
	'disk-full',
	'time-limit',
]);
const fatal: ReadonlySet<string> = new Set(['traceback', 'exception', 'failed', 'error']);

/** Ended by an error that stands in its log. A later launch closes it. */
export default {
	title: 'Crashed',
	explains: ['interrupted', 'stalled'],
	settings: {},
	begin: () => ({first: null, trouble: null, explained: false, last: false}),
	hear(memory, heard) {
		switch (heard.kind) {
			case 'trouble':
				if (!heard.passing && causes.has(heard.what)) memory.explained = true;
				if (heard.passing || !fatal.has(heard.what)) return 'same';
				memory.first = memory.trouble ? memory.first : heard;
				memory.trouble = moreTelling(memory.trouble, heard);
				return 'same';
			case 'session': {
				const {trouble, explained} = memory;
				memory.trouble = null;
				memory.explained = false;
				memory.last = trouble !== null && trouble.what !== 'error' && !explained;
				return memory.last && trouble ? find(trouble, memory.first) : null;
			}

			case 'loss':
			case 'evaluation':
				Object.assign(memory, {trouble: null, explained: false, last: false});
				return null;
			default:
				return 'same';
		}
	},
	judge(memory, run) {
		if (memory.last) return 'same';
		if (run.state !== 'crashed') return null;
		return memory.trouble ? find(memory.trouble, memory.first) : 'same';
	},
	examples: [
		{
			title: 'an error is the last thing it says',
			events: [
				trained(110, 0.5),
				{kind: 'trouble', what: 'traceback', text: 'Traceback (most recent call last):'},
				{kind: 'trouble', what: 'exception', text: 'KeyError: missing weight'},
			],
			silence: 60,
			writer: 'gone',
			finds: 'critical',
			raisedAt: 2,
			message: /^KeyError: missing weight at step 110$/,
		},
		{
			title: 'it trains on after the error',
			events: [
				trained(1, 0.5),
				{kind: 'trouble', what: 'error', text: 'could not read a.png'},
				trained(2, 0.4),
			],
			silence: 60,
			finds: null,
		},
		{
			title: 'a later launch closes it',
			events: [
				trained(1, 0.5),
				{kind: 'trouble', what: 'traceback', text: 'Traceback (most recent call last):'},
				{kind: 'phase', phase: 'resumed'},
				trained(2, 0.4),
			],
			finds: null,
		},
	],
} satisfies Rule<Memory>;

/** The raising line says more than the head of the traceback. */
function moreTelling(before: Trouble | null, now: Trouble): Trouble {
	return before && before.what !== 'traceback' && now.what !== 'exception' ? before : now;
}

function find({text, position, source}: Trouble, first: Trouble | null): Told {
	const [line = ''] = text.trim().split('\n').slice(-1);
	return {
		severity: 'critical',
		certain: true,
		message: `${line.slice(0, 160)}${atPlace(position)}`,
		advice: 'read the traceback in the log, then check settings, data paths and annotations',
		evidence: [
			...(first && first.text !== text ? evidenceOf(first.source, first.text) : []),
			...evidenceOf(source, text),
		],
	};
}
