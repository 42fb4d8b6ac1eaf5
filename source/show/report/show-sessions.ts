import type {Resume} from '../../core/checkpoint.ts';
import {measure} from '../../core/quantity.ts';
import type {Run} from '../../core/run.ts';
import type {Seam, Session} from '../../core/session.ts';
import {type Line, span} from '../lines.ts';
import {clean} from '../width.ts';
import {tidy} from '../words.ts';
import {momentText} from './show-origin.ts';

/** A row for each launch: where it is told, when it began, from which step. */
export function sessionsOf({sessions}: Run, zone: number): readonly Line[] {
	const heading: Line = [
		span(' sessions', 'strong'),
		span(`   ${sessions.length === 0 ? 'none told' : sessions.length}`, 'quiet'),
	];
	return [
		heading,
		...sessions.flatMap((session, index): readonly Line[] => {
			const {file, source, startedAt, resumed} = session;
			const parts = [
				`${clean(file)}${source ? `:${source.line}` : ''}`,
				startedAt === null ? '' : momentText(startedAt, zone),
				resumed ? 'resumed' : 'started',
				stretchText('epoch', session.firstEpoch, session.lastEpoch),
				stretchText('step', session.firstStep, session.lastStep),
			].filter(part => part !== '');
			return [
				[span(` ${String(index + 1).padStart(3)}  `, 'quiet'), span(parts.join('  '))],
				...seamLines(session),
			];
		}),
	];
}

/** `step 100 to 800`. */
function stretchText(word: string, from: number | null, to: number | null | undefined): string {
	if (from === null) return '';
	const end = typeof to === 'number' && to > from ? ` to ${tidy(to)}` : '';
	return `${word} ${tidy(from)}${end}`;
}

const resumeTexts: Readonly<Record<Resume, string>> = {
	full: 'with the state of its optimizer',
	'weights-only': 'weights only: the optimizer began anew',
	partial: 'which is not whole',
	unknown: 'whose content is not known',
};

type Told = readonly [text: string, good: boolean];

/** How a launch goes on from the one before, and whether it does as it says. */
function seamLines({seam}: Session): readonly Line[] {
	if (!seam) return [];
	return [...fromOf(seam), ...jointOf(seam), ...lossOf(seam)].map(
		([text, good]): Line => [span(`      ${text}`, good ? 'quiet' : 'warn')],
	);
}

function fromOf({from, said, kept}: Seam): readonly Told[] {
	const place = placeText(said);
	if (from === null && place === '') return [];
	const file = from === null ? '' : `${place === '' ? '' : ' of '}${clean(from.path)}`;
	const inside = from?.resume ? `, ${resumeTexts[from.resume]}` : '';
	const lines: Told[] = [[`from ${place}${file}${inside}`, from?.resume !== 'weights-only']];
	return kept === false ? [...lines, ['but it does not go on there', false]] : lines;
}

function jointOf({kind, count, unit}: Seam): readonly Told[] {
	const units = `${tidy(count)} ${unit}${count === 1 ? '' : 's'}`;
	if (kind === 'overlap') return [[`overlap: ${units} told twice`, true]];
	return kind === 'gap' ? [[`gap: ${units} not told`, false]] : [];
}

function lossOf({loss, continuous}: Seam): readonly Told[] {
	if (loss === null) return [];
	const change = `${measure(loss.before)} to ${measure(loss.after)}`;
	return [[`loss ${continuous ? 'goes on' : 'jumps'}: ${change}`, continuous === true]];
}

function placeText({epoch, step}: Seam['said']): string {
	const parts = [epoch === null ? '' : `epoch ${tidy(epoch)}`, step === null ? '' : `step ${step}`];
	return parts.filter(part => part !== '').join(', ');
}
