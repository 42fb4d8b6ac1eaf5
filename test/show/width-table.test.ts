import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import {widthOf} from '../../source/show/width.ts';

test('every character is as wide as the full rules say, alone and before what may change it', () => {
	const after = ['', 'a', '\ufe0e', '\ufe0f', '\u200d', '\u0301', '\u20e3', '\u3099'];
	const wrong: string[] = [];
	for (let code = 0x20; code < 0x3100; code++) {
		for (const next of after) {
			const text = String.fromCharCode(code) + next;
			if (widthOf(text) !== stringWidth(text))
				wrong.push(`${code.toString(16)} ${JSON.stringify(next)}`);
		}
	}

	for (let code = 0x4e00; code < 0xa000; code += 101) {
		if (widthOf(String.fromCharCode(code)) !== 2) wrong.push(code.toString(16));
	}

	expect(wrong).toEqual([]);
});
