import type {Fact} from '../../core/event.ts';
import type {SettingsTold} from '../../core/settings.ts';

const most = 200;

/** The command in the comment before the options that BasicSR copies: `# CMD:`, `# train.py -opt x.yml`. */
export function commandBefore(text: string): SettingsTold | undefined {
	const head = text.slice(0, 4000);
	const [before, command] = /^(?:#[^\n]*\n)*?# CMD:[ \t]*\n# ([^\n]+)/.exec(head) ?? [];
	if (before === undefined || command === undefined) return undefined;
	return argumentsIn(splitWords(command), before.split('\n').length);
}

const starter = /^(?:.*\/)?(?:python[\d.]*|torchrun|accelerate|deepspeed|[^/]+\.sh)$/;

/** The words of a command behind the program that is started: `srun -n 2 python train.py --lr 1` → `train.py --lr 1`. */
export function wordsOf(command: string): readonly string[] {
	const words = splitWords(command);
	return words.slice(words.findIndex(word => starter.test(word)) + 1);
}

/** The options in the words of a command, all of one line of a text. */
export function argumentsIn(words: readonly string[], line: number): SettingsTold {
	const values: Record<string, Fact> = {};
	const lines: Record<string, number> = {};
	const add = (name: string, value: Fact) => {
		const plain = name.replace(/^[+-]+/, '').replaceAll('-', '_');
		if (plain === '' || plain === '__proto__' || Object.keys(values).length >= most) return;
		values[plain] = value;
		lines[plain] = line;
	};
	for (let index = 0; index < words.length; index++) {
		const word = words[index]!;
		const [, name = '', value] =
			/^(-{1,2}[A-Za-z][\w.-]*|\+{0,2}[A-Za-z][\w.]*)(?:=(.*))?$/s.exec(word) ?? [];
		if (name === '') continue;
		if (name === '-m') {
			index++;
			continue;
		}

		if (value !== undefined) add(name, factOf(value));
		else if (name.startsWith('-')) {
			const next = words[index + 1];
			if (next === undefined || isOption(next)) add(name, true);
			else {
				add(name, factOf(next));
				index++;
			}
		}
	}

	return {values, lines, trouble: null};
}

/** `--lr`, `-b`, but not `-1` and not `-0.5`. */
function isOption(word: string): boolean {
	return /^-{1,2}[A-Za-z]/.test(word);
}

/** `0.1` → 0.1, `True` → true, everything else as it stands. */
export function factOf(text: string): Fact {
	const plain = text.trim().replace(/^(['"])(.*)\1$/s, '$2');
	if (/^(?:true|false)$/i.test(plain)) return /^t/i.test(plain);
	if (/^[-+]?(?:\d[\d_]*\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(plain))
		return Number(plain.replaceAll('_', ''));
	return plain.slice(0, 500);
}

/** The words of a command as a shell cuts it; quotes hold together, nothing is expanded. */
export function splitWords(command: string): readonly string[] {
	const words: string[] = [];
	for (const [word] of command.matchAll(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'])+/g)) {
		if (/^(?:[|&;>]|2>|&>)/.test(word)) break;
		words.push(word.replace(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g, (_whole, a, b) => a ?? b));
	}

	return words.slice(0, 2 * most);
}
