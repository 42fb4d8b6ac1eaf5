/** A bar that ended no line, of tqdm or of MMCV. */
const bar =
	/^(?:[^|]{0,200}\|[^|]{0,400}\| *[\d.]+[kMG]?\/[\d.?]+[kMG]? \[[^\]]{4,400}\]|\[[> ]*\] \d+\/\d+, [\d.]+ task\/s, elapsed: \d+s, ETA: +\d+s)(?= ?[^\s\]])/;

/** Where in a line that begins with a bar something else was printed right behind it: `50%|█  | 1/2 [00:01<00:01, 1.0s/it]Epoch 3 loss 0.5`; 0: nowhere. */
export function behindBar(line: string): number {
	if (!line.includes('|') && !line.includes('task/s')) return 0;
	return bar.exec(line)?.[0].length ?? 0;
}
