/** A bar that ended no line, of tqdm or of MMCV. */
const bar =
	/^(?:[^|]{0,200}\|[^|]{0,400}\| *[\d.]+[kMG]?\/[\d.?]+[kMG]? \[[^\]]{4,400}\]|\[[> ]*\] \d+\/\d+, [\d.]+ task\/s, elapsed: \d+s, ETA: +\d+s)(?= ?[^\s\]])/;

const traceback = 'Traceback (most recent call last):';
/** What may stand before it in words about one. */
const apart = /[^\w\])%]/;

/**
Where in a line something else was printed right behind a bar: `50%|█  | 1/2 [00:01<00:01, 1.0s/it]Epoch 3 loss 0.5`, or a
traceback behind anything: `3/9 [==>...] - ETA: 4s - loss: 0.5Traceback (most recent call last):`; 0: nowhere.
*/
export function behindBar(line: string): number {
	const barred = line.includes('|') || line.includes('task/s');
	const end = barred ? (bar.exec(line)?.[0].length ?? 0) : 0;
	return end > 0 ? end : raisedBehind(line);
}

function raisedBehind(line: string): number {
	const at = line.indexOf(traceback);
	return at > 0 && !apart.test(line.charAt(at - 1)) ? at : 0;
}
