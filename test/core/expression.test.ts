import {describe, expect, test} from 'vitest';
import {compile, groupsOf, nested} from '../../source/core/expression.ts';

/** What is wrong with an expression, and a caret under the place. */
function told(text: string): string {
	const compiled = compile(text);
	if (compiled instanceof RegExp) return 'well';
	return `${text}\n${' '.repeat(compiled.at)}^ ${compiled.what}`;
}

describe('what is no expression is told with the place', () => {
	test.each([
		String.raw`^loss (?<loss>\d+
      ^ is no valid expression: unterminated group`,
		`a)b
 ^ is no valid expression: unmatched ')'`,
		`ab[c
  ^ is no valid expression: unterminated character class`,
		`x(?z)
 ^ is no valid expression: invalid group`,
		`a(b**)
    ^ is no valid expression: nothing to repeat`,
		`(?<a>x)(?<a>y)
       ^ is no valid expression: duplicate capture group name`,
		`x[z-a]
 ^ is no valid expression: range out of order in character class`,
		`abc\\
   ^ is no valid expression: \\ at end of pattern`,
		`(?<1a>x)
^ is no valid expression: invalid capture group name`,
	])('%s', wanted => {
		expect(told(wanted.slice(0, wanted.indexOf('\n')))).toBe(wanted);
	});
});

describe('what may take exponential time is refused', () => {
	test.each([
		`^(a+)*$
 ^ repeats what may take exponential time, (a+)*`,
		`(?:a|a)*b
^ repeats what may take exponential time, (?:a|a)*`,
		String.raw`^x(?:\w+ ?)+:
  ^ repeats what may take exponential time, (?:\w+ ?)+`,
		`(?:(?:a|b)c)+
^ repeats what may take exponential time, (?:(?:a|b)c)+`,
	])('%s', wanted => {
		expect(told(wanted.slice(0, wanted.indexOf('\n')))).toBe(wanted);
	});

	test.each([
		String.raw`^(?<loss>\S+) \[(?<step>\d+)/\d+\]`,
		'(?:a|b)?c',
		'(?:(?!loss|acc).)*end',
		'[(a+)*]',
		String.raw`\(a+\)*`,
	])('%s is fine', text => {
		expect(told(text)).toBe('well');
	});
});

test('an expression of more than 2000 characters is refused', () => {
	expect(compile('a'.repeat(2000))).toBeInstanceOf(RegExp);
	expect(compile('a'.repeat(2001))).toEqual({what: 'is longer than 2000 characters', at: 2000});
});

test('nested repetition is found, and single repetition is not', () => {
	expect(nested('^(a+)*$')?.text).toBe('(a+)*');
	expect(nested('^(?:[a-z]+ ?)+$')?.text).toBe('(?:[a-z]+ ?)+');
	expect(nested(String.raw`^\w*(?:[/_]\w+)*:`)).toEqual({text: String.raw`(?:[/_]\w+)*`, at: 4});
	expect(nested(String.raw`(?: \w+ [\d.]+)*\s*$`)).toBeUndefined();
	expect(nested(String.raw`^(?:(?!loss).)*\d+ (?:a*)? [(]+\)+`)).toBeUndefined();
});

test('the names of groups are known, in whatever alternative they stand', () => {
	expect(groupsOf(/(?<epoch>\d+) (?:a(?<loss>.)|b(?<acc>.))/)).toEqual(['epoch', 'loss', 'acc']);
	expect(groupsOf(/none/)).toEqual([]);
});
