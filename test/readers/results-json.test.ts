import {expect, test} from 'vitest';
import resultsJson from '../../source/readers/results-json.ts';
import {bytesOf, readAll} from './kit.ts';

const text = `{
  "branch": "exp/adamw",
  "epoch": 12,
  "f_score": 0.75,
  "note": "a } brace",
  "metrics": {"test_acc": 0.5, "train": {"loss": 1.5}, "recall": NaN},
  "predictions": [{"image": "a.jpg", "f_score": 0.25}],
  "config": {"lr": 0.001, "model": {"depth": 3}}
}
`;

test('metrics are told with their split and place, settings as facts, lists not at all', () => {
	const source = {file: '', line: 1, offset: 0};
	const told = [
		{kind: 'metrics', split: 'train', position: {epoch: 12}, values: {loss: 1.5}, source},
		{
			kind: 'metrics',
			split: 'val',
			position: {epoch: 12},
			values: {f_score: 0.75, recall: Number.NaN},
			source,
		},
		{kind: 'metrics', split: 'test', position: {epoch: 12}, values: {acc: 0.5}, source},
		{kind: 'facts', facts: {lr: 0.001, 'model.depth': 3}, source},
	];
	expect(readAll(resultsJson, bytesOf(text)).events).toEqual(told);
	expect(readAll(resultsJson, bytesOf(text), 7).events).toEqual(told);
});

test('an object cut in the middle tells nothing, and says so', () => {
	const {events, report} = readAll(resultsJson, bytesOf(text.slice(0, 100)));
	expect(events).toEqual([]);
	expect(report.trouble).toEqual([{offset: 0, what: 'not a whole JSON object yet'}]);
});

test.each([
	['results.json', text, true],
	['final.json', '{"acc": 0.5, "config": {"lr": 0.1}}', true],
	['scalars.json', '{"loss": 0.5, "step": 1}\n{"loss": 0.4, "step": 2}\n', false],
	['scalars.json', '{"acc": 0.5, "step": 1}\n', false],
	['vocabulary.json', '{\n "the": 1,\n "a": 2\n}', false],
	['results.txt', text, false],
])('whether it claims %s: %s', (name, content, claimed) => {
	expect(resultsJson.claims(name, bytesOf(content))).toBe(claimed);
});
