import type {Position, Source, Time} from '../core/event.ts';
import type {Heard} from '../core/rule.ts';
import type {Run} from '../core/run.ts';
import type {Chain} from './chain.ts';
import type {Mention, Witness} from './told.ts';

/** Something to be told to rules, and its place in its file. */
export type Spoken = {readonly order: number; readonly heard: Heard; readonly place: Mention};

/** What every thing heard has: its line, its time, its place. */
export function headOf({source, at, step, epoch}: Mention): {
	readonly source: Source | null;
	readonly at: Time | null;
	readonly position: Position;
} {
	return {source, at, position: positionOf(step, epoch)};
}

function positionOf(step: number | null, epoch: number | null): Position {
	if (step === null) return epoch === null ? {} : {epoch};
	return epoch === null ? {step} : {step, epoch};
}

/** What lists tell in a stretch of a file: everything but the losses, in order. */
export function itemsOf(witness: Witness, from: number, to: number, run: Run): readonly Spoken[] {
	const items: Spoken[] = [];
	if (!tellsSince(witness, from)) return items;
	const add = <T extends Mention>(list: readonly T[], heardOf: (told: T) => Heard) => {
		for (let index = list.length - 1; index >= 0; index--) {
			const told = list[index] as T;
			if (told.order < from) return;
			if (told.order < to) items.push({order: told.order, place: told, heard: heardOf(told)});
		}
	};
	const primary = run.validation.primary;
	add(witness.evaluationRecords, told => ({
		...headOf(told),
		kind: 'evaluation',
		values: told.values,
		primary: primary === null ? null : (told.values[primary] ?? null),
	}));
	add(witness.troubles, told => ({
		...headOf(told),
		kind: 'trouble',
		what: told.what,
		text: told.text,
		passing: told.passing,
	}));
	add(witness.phases, told => ({
		...headOf(told),
		kind: 'phase',
		phase: told.phase,
		text: told.text,
	}));
	add(witness.checkpoints, told => ({
		...headOf(told),
		kind: 'checkpoint',
		best: told.best,
		path: told.path,
	}));
	return items.sort((a, b) => a.order - b.order);
}

function tellsSince(
	{evaluationRecords, troubles, phases, checkpoints}: Witness,
	from: number,
): boolean {
	return [evaluationRecords, troubles, phases, checkpoints].some(
		list => (list.at(-1)?.order ?? -1) >= from,
	);
}

/** Evaluations told by files beside the main ones, where those tell none; each is given once. */
export function otherEvaluations(
	next: Map<Witness, number>,
	main: Chain,
	chains: readonly Chain[],
): Spoken[] {
	if (main.witnesses.some(({evaluationCount}) => evaluationCount > 0)) return [];
	const other = chains.find(
		chain => chain !== main && chain.witnesses.some(({evaluationCount}) => evaluationCount > 0),
	);
	return (other?.witnesses ?? []).flatMap(witness => {
		const from = next.get(witness) ?? 0;
		next.set(witness, witness.order);
		return witness.evaluationRecords
			.filter(({order}) => order >= from)
			.map(told => ({
				order: told.order,
				place: told,
				heard: {...headOf(told), kind: 'evaluation', values: told.values, primary: null} as const,
			}));
	});
}
