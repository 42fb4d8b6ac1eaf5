import type {Report} from '../../core/reader.ts';

const advice: ReadonlyArray<readonly [trouble: RegExp, what: string]> = [
	[/^packed with gzip/, 'unpack a copy of it and explain that: gunzip -k'],
	[/^packed with|^a zip archive/, 'unpack a copy of it, and explain what is in it'],
	[/^a pickle/, 'nothing in a pickle is read or run: look for the log beside it'],
	[/not a text$/, 'look for the log or the table of metrics beside it'],
	[
		/checksum|damaged record/,
		'bytes were lost where it lies or on its way here: copy it again, and look at the disk; what stands around the damage was read',
	],
	[
		/cells under/,
		'rows that do not fit their header are left out: did two programs write into it, or was it cut?',
	],
	[
		/no end yet|not a whole|around its log history/,
		'it is still being written, or was cut: look again when its program is through, or copy it again',
	],
	[
		/too long/,
		'what is so long is no record and was passed over: does something else write into it?',
	],
	[
		/switched off|slow/,
		'write the expression in another way: watchexp explain shows how lines match',
	],
];

const unknown =
	'no format knows its lines: describe them under formats: in the settings, which watchexp init prints';

/** What to do about a file that was read badly; nothing where there is nothing to do. */
export function adviceFor({format, lines, understood, trouble}: Report): readonly string[] {
	const told = new Set<string>();
	for (const {what} of trouble) {
		const found = advice.find(([pattern]) => pattern.test(what));
		if (found) told.add(found[1]);
	}

	if (understood === 0 && lines > 0 && format === 'text') told.add(unknown);
	return [...told];
}
