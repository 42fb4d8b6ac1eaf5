import type {Run} from '../../core/run.ts';
import {type Line, span, wrap} from '../lines.ts';
import type {Glyphs} from '../theme.ts';
import {clean} from '../width.ts';

const mostRows = 3;

/** How the run saves beside how its settings say it should, and what could be deleted. */
export function policyLines({policy = []}: Run, glyphs: Glyphs, width: number): readonly Line[] {
	return policy.flatMap(({severity, text}) =>
		wrap(clean(text), width - 4, mostRows).map((part, index): Line => {
			const sign = index === 0 ? glyphs.severity[severity] : ' ';
			const tone = severity === 'warn' ? 'warn' : 'quiet';
			return [span(` ${sign} `, tone), span(part, tone)];
		}),
	);
}
