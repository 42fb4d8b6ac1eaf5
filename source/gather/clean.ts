// Cursor movements and colours, and what terminals are told about titles and links.
const escapes =
	/\u001B(?:\[[0-9;?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)?|[@-Z\\-_=>])/g;
const nothing = /[\u0000\u200B\uFEFF]/g;
const dirty = /[\u0000\u001B\u200B\uFEFF]/;

// `srun -l`, `torchrun --tee`, torch and Ray, in the order in which they stack; CatBoost counts its rounds like that.
const ranks =
	/^(?: *\d{1,5}: (?=\s*(?:[^\s\d]|\d{4}-\d\d))(?! *(?:learn|test): ))?(?:\[default\d+\]:)? ?(?:\[rank ?\d+\]:? ?)?(?:\(\w+(?: pid=\d+(?:, ip=[\d.]+)?)\) )?/;
const ranked = /^(?: *\d{1,5}: |\[default|\[rank|\(\w+ pid=)/;

/**
A line as its program meant it: without colours, NULs and the prefixes of ranks.
`9: [default3]: [rank3]: loss 1.5` → `loss 1.5`
*/
export function clean(text: string): string {
	let plain = text;
	if (dirty.test(plain)) plain = plain.replace(escapes, '').replace(nothing, '');
	if (ranked.test(plain)) plain = plain.slice(ranks.exec(plain)?.[0].length ?? 0);
	return plain;
}
