import {expect, test} from 'vitest';
import {formats} from '../../source/formats/index.ts';
import {mayStart, startsOf} from '../../source/gather/starts.ts';

const visible = Array.from({length: 95}, (_, index) => String.fromCharCode(32 + index)).join('');

/** The visible characters that a text may begin with; `…` for those beyond ASCII. */
function shown(expression: RegExp): string | null {
	const starts = startsOf(expression);
	if (!starts) return null;
	return [...`${visible}…`].filter(letter => mayStart(letter, starts)).join('');
}

test.each([
	[/^Epoch/, 'E'],
	[/^epoch/i, 'Ee'],
	[/^\s*\d+/, ' 0123456789…'],
	[/^(?:train|val)/, 'tv'],
	[/^(?<epoch>[1-3])?x/, '123x'],
	[/^(?:a|b|)c/, 'abc'],
	[/^[^ -~]/, '…'],
	[/^\[TRAIN\]/, '['],
	[/^[[\]]/, '[]'],
	[/^[-+]{0,2}7/, '+-7'],
	[/^(?!never)a/, 'a'],
	[/^(?=[xy]).*/, 'xy'],
	[/^\bword/, 'w'],
	[/^\x41|^\u0042/, 'AB'],
	[/^a|b/, null],
	[/^(?:\x41|\u0042)/, 'AB'],
	[/^第\d/, '…'],
	[/^\t?\.5/, '.'],
	[/^k/iu, 'Kk…'],
	[/^\p{L}/u, null],
	[/^.x/, null],
	[/^(?:x?|y)/, null],
	[/^(?=.*x)/, null],
	[/loss/, null],
	[/^(?i:epoch)/, null],
	[/^(?:x|(?-i:\())/, null],
	[/^\(?x/, '(x'],
	[/^x/m, null],
])('what %s matches begins with %j', (expression, letters) => {
	expect(shown(expression)).toBe(letters);
});

test('what an expression of ours matches begins as it says', () => {
	let told = 0;
	for (const format of Object.values(formats)) {
		for (const [line] of format.samples) {
			const head = format.head?.exec(line);
			const text = head ? line.slice(head.index + head[0].length) : line;
			for (const {match} of format.lines) {
				const starts = startsOf(match);
				if (!starts || !match.test(text)) continue;
				expect(mayStart(text, starts), `${match} in ${text}`).toBe(true);
				told++;
			}
		}
	}

	expect(told).toBeGreaterThan(500);
});
