import {expect, test} from 'vitest';
import {createLexicon} from '../../../source/readers/binary/lexicon.ts';
import {bytesOf} from '../kit.ts';

const find = (lexicon: ReturnType<typeof counted>, text: string) => {
	const bytes = bytesOf(`<${text}>`);
	return lexicon.find(bytes, 1, bytes.length - 1);
};

function counted() {
	let count = 0;
	return createLexicon(name => `${name} ${++count}`);
}

test('a name is made once, in whichever order the names come', () => {
	const lexicon = counted();
	const told = ['a', 'b', 'a', 'b', 'b', '损失', 'a', '损失', ''].map(name => find(lexicon, name));
	expect(told).toEqual(['a 1', 'b 2', 'a 1', 'b 2', 'b 2', '损失 3', 'a 1', '损失 3', ' 4']);
});

test('names beyond a length or a number are not known, and those before them still are', () => {
	const lexicon = counted();
	expect(find(lexicon, 'x'.repeat(1025))).toBeUndefined();
	for (let number = 0; number < 10_000; number++) find(lexicon, `layer${number}`);
	expect(find(lexicon, 'one more')).toBeUndefined();
	expect(find(lexicon, 'layer9999')).toBe('layer9999 10000');
});
