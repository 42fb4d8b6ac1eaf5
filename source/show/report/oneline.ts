import type {Run} from '../../core/run.ts';
import {worstFirst} from '../order.ts';
import {clean} from '../width.ts';
import {troubleOf} from '../words.ts';
import {type CheckReport, countStates, statesText, verdictOfAll} from './json.ts';

const words = {ok: 'OK', warn: 'WARNING', critical: 'CRITICAL'} as const;

/**
`check --oneline`, as plugins of Nagios write it:
`WATCHEXP CRITICAL - 14 runs, 2 crashed; exp_1: CUDA ran out of memory | runs=14 critical=2 …`.
*/
export function onelineText(report: CheckReport): string {
	const {runs} = report;
	const worst = [...runs].sort(worstFirst).find(run => run.verdict !== 'ok');
	const trouble = worst ? `; ${worst.name}: ${troubleOf(worst, 120)[0]}` : '';
	const text = `${statesText(runs)}${trouble}`;
	return `WATCHEXP ${words[verdictOfAll(runs)]} - ${plain(text)} | ${performance(runs)}`;
}

/** The line where nothing could be judged. */
export function onelineUnknown(why: string): string {
	return `WATCHEXP UNKNOWN - ${plain(why)}`;
}

function performance(runs: readonly Run[]): string {
	const {archived: _, ...states} = countStates(runs);
	const count = (verdict: Run['verdict']) => runs.filter(run => run.verdict === verdict).length;
	const counts = {
		runs: runs.length,
		critical: count('critical'),
		warning: count('warn'),
		...states,
	};
	return Object.entries(counts)
		.map(([name, value]) => `${name}=${value}`)
		.join(' ');
}

/** One line in which `|` cannot be taken for the beginning of the numbers. */
function plain(text: string): string {
	return clean(text.replace(/\s+/g, ' ')).replaceAll('|', '/');
}
