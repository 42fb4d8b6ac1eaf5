import {type State, states} from '../../core/run.ts';
import {cell, type Line, span} from '../lines.ts';
import type {Glyphs} from '../theme.ts';
import {stateTones} from '../words.ts';

const meanings: Readonly<Record<State, string>> = {
	waiting: 'found, nothing logged yet',
	running: 'writes as often as it usually does',
	quiet: 'silent for longer than usual',
	stalled: 'silent for far longer than usual',
	finished: 'done, as its log or its plan says',
	crashed: 'ended by an error, which is shown',
	interrupted: 'stopped short of its plan',
	unknown: 'silent, and nobody can tell why',
};

/** Every state with its sign and what it means. */
export function stateLegend({state: signs}: Glyphs): readonly Line[] {
	return states.map(
		(state): Line => [
			span(`${signs[state]} `, stateTones[state]),
			span(cell(state, 13), stateTones[state]),
			span(meanings[state], 'quiet'),
		],
	);
}

/** The other signs and what they mean. */
export function signLegend(glyphs: Glyphs): readonly Line[] {
	const [done, open] = glyphs.bar;
	const signs: ReadonlyArray<readonly [sign: string, meaning: string]> = [
		[glyphs.mark, 'a run that is marked'],
		[glyphs.here, 'a folded group; where the cursor is while a panel has the keys'],
		[glyphs.descending, 'an unfolded group; what the list is sorted by'],
		[glyphs.severity.critical, 'critical'],
		[glyphs.severity.warn, 'a warning'],
		[glyphs.best, 'the best value, and where it was reached'],
		[glyphs.resumed, 'training went on from a checkpoint'],
		[glyphs.notFinite, 'NaN or infinite'],
		[`${done}${done}${open}`, 'how much of the plan is done'],
		[glyphs.spark.join(''), 'the loss from its beginning on, highest to the top'],
	];
	return signs.map(
		([sign, meaning]): Line => [span(cell(sign, 10), 'accent'), span(meaning, 'quiet')],
	);
}
