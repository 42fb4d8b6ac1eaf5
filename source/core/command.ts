const starter = String.raw`(?:\S*\/)?(?:python[\d.]*|torchrun|accelerate|deepspeed)`;
const launch = String.raw`(?:[A-Za-z_]\w*=\S+ +){0,8}(?:(?:srun|mpirun|nohup|nice|time|numactl) (?:-\S+(?:[= ][^-\s]\S*)? ?){0,20}){0,3}${starter}\s.*`;
const shell = String.raw`(?:srun|mpirun) (?:\S+ ){0,20}\S+\.sh\b.*`;
const begins: readonly RegExp[] = [
	// A shell that tells what it does, or a line that is nothing else; a logger may have put its words before it.
	new RegExp(
		String.raw`^(?:.{0,120}?\bINFO\b[^\w$+]{0,6})?\s*(?:\++ |[$>#] )?(?<command>${launch}|${shell})$`,
	),
	new RegExp(
		String.raw`\b(?:command|cmd|launching|running|executing)(?:[ _-]?line)?["']?\s*[:=]\s*(?<quote>["'\x60]?)(?<command>${launch}|${shell})$`,
		'i',
	),
];
const script = /(?:^|\s)(?:\S+\.(?:py|sh)|-m\s+[\w.]+)(?=\s|$)/;
/** What only tells of a command: a frame of a traceback, a shell that says what was killed. */
const never =
	/File "|line \d+|Killed|: command not found|No such file|Usage:|usage:|Traceback|returned non-zero/;
const longest = 4000;

/** Whether a text of any length may tell of a launch: false is sure. */
export function mayHoldCommand(text: string): boolean {
	return /python|torchrun|accelerate|deepspeed|srun|mpirun/.test(text);
}

/** `+ python train.py --lr 0.1` in a line of a log → what was started; undefined where it tells of no launch. */
export function commandIn(line: string): string | undefined {
	if (!mayHoldCommand(line) || never.test(line)) return undefined;
	for (const pattern of begins) {
		const {command, quote = ''} = pattern.exec(line.slice(0, longest))?.groups ?? {};
		if (command === undefined || !script.test(command)) continue;
		const end = quote === '' ? -1 : command.lastIndexOf(quote);
		return (end < 0 ? command : command.slice(0, end)).trim();
	}

	return undefined;
}
