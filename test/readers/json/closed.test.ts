import {expect, test} from 'vitest';
import {closed} from '../../../source/readers/json/closed.ts';

const nested = (depth: number) => `${'['.repeat(depth)}1, `;

test.each([
	['cut within a number', '{"loss": [1, 2, 0.', '{"loss": [1, 2]}'],
	['cut within a name', '[{"a": 1}, {"b": 2, "c', '[{"a": 1}, {"b": 2}]'],
	['cut behind a value', '{"a": {"b": [1]}', '{"a": {"b": [1]}}'],
	['marks within texts', String.raw`{"a\"]": "}", "b": [1, `, String.raw`{"a\"]": "}", "b": [1]}`],
	['whole', ' {"a": [1, 2]}\n', ' {"a": [1, 2]}\n'],
	['without a whole value', '{"loss": [1', undefined],
	['two documents', '{"a": 1}\n{"a": 2}', undefined],
	['brackets that do not match', '{"loss": [2, 1}]', undefined],
	['as deep as may be', nested(64), `${'['.repeat(64)}1${']'.repeat(64)}`],
	['nested too deep', nested(65), undefined],
	['nothing', '', undefined],
])('what is %s', (_what, text, whole) => {
	expect(closed(text)).toBe(whole);
});
