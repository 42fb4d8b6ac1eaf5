import {expect, test} from 'vitest';
import {formats} from '../../source/formats/index.ts';
import {literalsOf} from '../../source/gather/literal.ts';

test.each([
	[/^epoch\s+(?<epoch>\d+), loss/, [', loss']],
	[/^\[TRAIN\] Epoch:? (?<epoch>\d+)/, ['[TRAIN] Epoch']],
	[/^Saving checkpoint at (?<epoch>\d+) epochs?$/, ['Saving checkpoint at ']],
	[/(?:train|valid) loss/, [' loss']],
	[/^(?:Best: (?<value>\d+))? saved/, [' saved']],
	[/^(?<text>End of training)\./, ['End of training']],
	[/(?!never)a(?=bcd)/, ['bcd']],
	[/ab{2}cd+ef/, ['ab']],
	[/x+y?zz*/, []],
	[/one|two/, ['one', 'two']],
	[/^(?:Saved|Loaded(?: again)?): \d/, ['Saved', 'Loaded']],
	[/^(?:Best|\d+) of/, [' of']],
	[/^(?:Best|\d+)$/, []],
	[/Loss: \d+/i, ['Loss: ']],
	[/\d+\/\d+/, []],
	[/\p{L}+损失[:：]\s*/u, ['损失']],
	[/\tlr: /, ['\tlr: ']],
	[/[ab](?:cd|ef)gh/, ['gh']],
	[/a\bbc/, ['abc']],
	[/(?i:epoch) \d+: loss/, []],
	[/\(?epoch/, ['epoch']],
])('every match of %s holds one of %j', (expression, literals) => {
	expect(literalsOf(expression)).toEqual(literals);
});

test('what an expression of ours matches holds its literal', () => {
	let found = 0;
	for (const format of Object.values(formats)) {
		for (const [line] of format.samples) {
			const head = format.head?.exec(line);
			const text = head ? line.slice(head.index + head[0].length) : line;
			for (const {match} of format.lines) {
				const literals = literalsOf(match);
				if (literals.length === 0 || !match.test(text)) continue;
				const low = text.toLowerCase();
				const held = literals.filter(literal => low.includes(literal.toLowerCase()));
				expect(held, `${match} in ${text}`).not.toHaveLength(0);
				found++;
			}
		}
	}

	expect(found).toBeGreaterThan(300);
});
