import {describe, expect, test} from 'vitest';
import trainerState from '../../source/readers/trainer-state.ts';
import {bytesOf, readAll} from './kit.ts';

const state = `{
  "best_metric": 0.25,
  "best_model_checkpoint": "out/checkpoint-20",
  "global_step": 20,
  "log_history": [
    {"epoch": 0.5, "grad_norm": NaN, "learning_rate": 0.001, "loss": 1.5, "step": 10},
    {"epoch": 1.0, "eval_loss": 0.25, "eval_note": "a } \\" {", "eval_runtime": 2.5, "step": 20}
  ],
  "max_steps": 40,
  "num_train_epochs": 2,
  "stateful_callbacks": {"TrainerControl": {"args": {"log_history": [{"loss": 9}]}}}
}`;

const told = [
	{
		kind: 'metrics',
		split: 'train',
		position: {epoch: 0.5, step: 10},
		values: {grad_norm: Number.NaN, learning_rate: 0.001, loss: 1.5},
		source: {file: '', line: 6, offset: 117},
	},
	{
		kind: 'metrics',
		split: 'val',
		position: {epoch: 1, step: 20},
		values: {loss: 0.25},
		source: {file: '', line: 7, offset: 204},
	},
	{kind: 'facts', facts: {num_train_epochs: 2}, position: {steps: 40}},
	{
		kind: 'checkpoint',
		best: true,
		path: 'out/checkpoint-20',
		value: 0.25,
		monitor: 'eval_loss',
	},
];

test('tells records, evaluations, the plan and the best checkpoint', () => {
	const {events, report} = readAll(trainerState, bytesOf(state));
	expect(events).toEqual(told);
	expect(report).toMatchObject({understood: 2, lines: 12, trouble: []});
});

test('the pieces in which it arrives do not matter', () => {
	for (const size of [1, 13])
		expect(readAll(trainerState, bytesOf(state), size).events).toEqual(told);
});

test('the summary at the end says that the training has ended', () => {
	const text =
		'{"log_history": [{"step": 5, "loss": 1}, {"step": 5, "epoch": 1, "train_loss": 1.5, "train_runtime": 9}], "max_steps": 5}';
	expect(readAll(trainerState, bytesOf(text)).events.slice(1)).toMatchObject([
		{kind: 'phase', phase: 'finished', position: {step: 5, epoch: 1}},
		{kind: 'facts', position: {steps: 5}},
	]);
});

test('a checkpoint at the last step does not say that the training has ended', () => {
	const text = '{"log_history": [{"step": 5, "loss": 1}], "max_steps": 5, "num_train_epochs": 1}';
	expect(readAll(trainerState, bytesOf(text)).events[1]).toEqual({kind: 'facts', facts: {}});
});

test('what is cut off in the middle is read up to there, and told', () => {
	const {events, report} = readAll(trainerState, bytesOf(state.slice(0, 230)));
	expect(events).toEqual(told.slice(0, 1));
	expect(report.trouble).toEqual([{offset: 0, what: 'the document has no end yet'}]);
});

test('an entry that is no JSON is passed over and shown', () => {
	const {events, report} = readAll(
		trainerState,
		bytesOf('{"log_history": [{"loss": x}, {"loss": 2, "step": 3}]}'),
	);
	expect(events[0]).toMatchObject({values: {loss: 2}, position: {step: 3}});
	expect(report.notUnderstood).toEqual([{line: 1, text: '{"loss": x}'}]);
});

describe('what it claims', () => {
	test('a state by its log history', () => {
		expect(trainerState.claims('x.json', bytesOf(state))).toBe(true);
	});

	test.each([
		'{"a": {"log_history": []}}',
		'{"loss": 1}\n{"log_history": [1]}\n',
		'[]',
		'',
		'log_history',
	])('not %s', text => {
		expect(trainerState.claims('trainer_state.json', bytesOf(text))).toBe(false);
	});
});

test('the epoch that its history rounds is told in full', () => {
	const text =
		'{"epoch": 1.2249, "log_history": [{"step": 5, "epoch": 1.22, "loss": 1}], "max_steps": 9}';
	const [, around] = readAll(trainerState, bytesOf(text)).events;
	expect(around).toEqual({kind: 'facts', facts: {}, position: {epoch: 1.2249, steps: 9}});
});
