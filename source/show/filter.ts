import type {Fact, Facts} from '../core/event.ts';
import {settingsInName} from '../core/name.ts';
import type {Run} from '../core/run.ts';

const comparison = /^([\w/.-]+)(<=|>=|<|>|=)(-?[\d.]+(?:e[+-]?\d+)?)$/i;
const unfinished = /^[\w/.-]*(?:[:<>=]|[<>]=)$/;

/** Values that a filter can name: the loss, metrics by wire or bare name, progress in percent, epoch, step, settings. */
function namedValue(run: Run, name: string): number | undefined {
	const wanted = name.toLowerCase();
	if (wanted === 'loss')
		return run.loss === null ? undefined : run.series.get(run.loss)?.last.value;
	if (wanted === 'best') return run.validation.best?.value;
	if (wanted === 'progress')
		return run.progress.fraction === null ? undefined : 100 * run.progress.fraction;
	if (wanted === 'epoch') return run.progress.epoch ?? undefined;
	if (wanted === 'step') return run.progress.step ?? undefined;
	for (const [wire, series] of run.series) {
		const lower = wire.toLowerCase();
		if (lower === wanted || lower.endsWith(`/${wanted}`)) return series.last.value;
	}

	return settingNamed(run, wanted);
}

/** A number among the settings of a run, by its whole or its last name; else as the run's own name says. */
function settingNamed({settings, name}: Run, wanted: string): number | undefined {
	const told = factNamed(settings?.values ?? {}, wanted) ?? settingsInName(name)[wanted];
	return typeof told === 'number' ? told : undefined;
}

function factNamed(facts: Facts, wanted: string): Fact | undefined {
	for (const [name, fact] of Object.entries(facts)) {
		const lower = name.toLowerCase();
		if (lower === wanted || lower.endsWith(`.${wanted}`)) return fact;
	}

	return undefined;
}

function compares(run: Run, name: string, sign: string, bound: number): boolean {
	const value = namedValue(run, name);
	if (value === undefined) return false;
	if (sign === '<') return value < bound;
	if (sign === '>') return value > bound;
	if (sign === '<=') return value <= bound;
	if (sign === '>=') return value >= bound;
	return value === bound;
}

/** Words that a `field:` term looks in. */
function fieldOf(run: Run, field: string): readonly string[] | undefined {
	switch (field) {
		case 'state':
			return run.archived ? [run.state, 'archived'] : [run.state];
		case 'fmt':
		case 'format':
			return run.formats;
		case 'branch':
			return [run.git?.branch ?? ''];
		case 'verdict':
			return [run.verdict];
		case 'rule':
			return run.alerts.filter(alert => alert.open).map(alert => alert.rule);
		case 'layout':
			return [run.layout];
		case 'host':
			return [run.host];
		default:
			return undefined;
	}
}

function matchesTerm(run: Run, term: string): boolean {
	if (unfinished.test(term)) return true;
	const compared = comparison.exec(term);
	if (compared) return compares(run, compared[1]!, compared[2]!, Number(compared[3]));
	const colon = term.indexOf(':');
	const fields = colon > 0 ? fieldOf(run, term.slice(0, colon).toLowerCase()) : undefined;
	if (fields) {
		const wanted = term.slice(colon + 1).toLowerCase();
		return fields.some(text => text.toLowerCase().includes(wanted));
	}

	const wanted = term.toLowerCase();
	const own = run.remarks ? [run.remarks.label, run.remarks.note] : [];
	return [run.name, run.path, ...run.aliases, ...own].some(text =>
		text.toLowerCase().includes(wanted),
	);
}

/** Whether a run passes a filter: words in its name, `state:running`, `loss<0.5`, `lr=0.02`; `!` before a term turns it round. */
export function matches(run: Run, filter: string): boolean {
	for (const term of filter.split(/\s+/)) {
		if (term === '' || term === '!') continue;
		const inverse = term.startsWith('!');
		if (matchesTerm(run, inverse ? term.slice(1) : term) === inverse) return false;
	}

	return true;
}
