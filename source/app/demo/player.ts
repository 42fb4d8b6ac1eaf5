import {
	closeSync,
	mkdirSync,
	openSync,
	renameSync,
	utimesSync,
	writeFileSync,
	writeSync,
} from 'node:fs';
import {dirname, join} from 'node:path';
import type {Time} from '../../core/event.ts';
import type {Deed} from './deed.ts';

/** Does deeds in a folder, and holds open what its simulated processes hold open. */
export type Player = {
	/** Does all that is due up to this second of the simulation. */
	readonly playTo: (at: number) => void;
	/** The second of the next deed; undefined when the play is over. */
	readonly next: () => number | undefined;
	readonly stop: () => void;
};

/** A player of `deeds`; `moment` gives files of the past their times. */
export function createPlayer(
	folder: string,
	deeds: readonly Deed[],
	moment: (at: number) => Time,
): Player {
	const pens = new Map<string, number>();
	let done = 0;

	const drop = (prefix: string) => {
		for (const [file, pen] of pens) {
			if (file !== prefix && !file.startsWith(`${prefix}/`)) continue;
			closeSync(pen);
			pens.delete(file);
		}
	};

	const penFor = (file: string) => {
		const known = pens.get(file);
		if (known !== undefined) return known;
		mkdirSync(dirname(join(folder, file)), {recursive: true});
		const pen = openSync(join(folder, file), 'a');
		pens.set(file, pen);
		return pen;
	};

	const write = (deed: Deed & {readonly kind: 'append' | 'put'}) => {
		const full = join(folder, deed.file);
		if (deed.kind === 'append') {
			writeSync(penFor(deed.file), deed.text);
		} else {
			mkdirSync(dirname(full), {recursive: true});
			writeFileSync(full, deed.text);
		}

		const time = moment(deed.at);
		if (time < Date.now() - 2000) utimesSync(full, time / 1000, time / 1000);
	};

	const perform = (deed: Deed) => {
		if (deed.kind === 'end') drop(deed.file);
		else if (deed.kind !== 'move') write(deed);
		else {
			drop(deed.file);
			renameSync(join(folder, deed.file), join(folder, deed.to));
		}
	};

	return {
		playTo(at) {
			for (; done < deeds.length && deeds[done]!.at <= at; done++) perform(deeds[done]!);
		},
		next: () => deeds[done]?.at,
		stop() {
			done = deeds.length;
			for (const pen of pens.values()) closeSync(pen);
			pens.clear();
		},
	};
}
