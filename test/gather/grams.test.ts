import {expect, test} from 'vitest';
import {createGrams, gramsOf, mayHold, noteGrams} from '../../source/gather/grams.ts';

test.each([
	['Epoch 3', 'epoch', true],
	['Époque 3/10', 'époque', true],
	['ЭПОХА 3', 'эпоха', true],
	['Ёмкость 3', 'ёмкость', true],
	['ΕΠΟΧΗ 3', 'εποχη', true],
	['Step 3', 'epoch', false],
	['轮次 3', '损失', false],
])('whether %s may hold %s, case aside', (text, literal, may) => {
	const grams = createGrams();
	noteGrams(grams, text);
	expect(mayHold(grams, gramsOf(literal))).toBe(may);
});
