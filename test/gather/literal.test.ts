import {expect, test} from 'vitest';
import {formats} from '../../source/formats/index.ts';
import {literalOf} from '../../source/gather/literal.ts';

test.each([
	[/^epoch\s+(?<epoch>\d+), loss/, ', loss'],
	[/^\[TRAIN\] Epoch:? (?<epoch>\d+)/, '[TRAIN] Epoch'],
	[/^Saving checkpoint at (?<epoch>\d+) epochs?$/, 'Saving checkpoint at '],
	[/(?:train|valid) loss/, ' loss'],
	[/^(?:Best: (?<value>\d+))? saved/, ' saved'],
	[/^(?<text>End of training)\./, 'End of training'],
	[/(?!never)a(?=bcd)/, 'bcd'],
	[/ab{2}cd+ef/, 'ab'],
	[/x+y?zz*/, null],
	[/one|two/, null],
	[/Loss: \d+/i, 'Loss: '],
	[/\d+\/\d+/, null],
	[/\p{L}+损失[:：]\s*/u, '损失'],
	[/\tlr: /, '\tlr: '],
	[/[ab](?:cd|ef)gh/, 'gh'],
	[/a\bbc/, 'abc'],
])('every match of %s holds %j', (expression, literal) => {
	expect(literalOf(expression)).toBe(literal);
});

test('what an expression of ours matches holds its literal', () => {
	let found = 0;
	for (const format of Object.values(formats)) {
		for (const [line] of format.samples) {
			const head = format.head?.exec(line);
			const text = head ? line.slice(head.index + head[0].length) : line;
			for (const {match} of format.lines) {
				const literal = literalOf(match);
				if (literal === null || !match.test(text)) continue;
				expect(text.toLowerCase(), String(match)).toContain(literal.toLowerCase());
				found++;
			}
		}
	}

	expect(found).toBeGreaterThan(300);
});
