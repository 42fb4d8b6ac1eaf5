import type {RuleId, Severity} from './alert.ts';
import type {TroubleKind} from './event.ts';
import {atPlace, evidenceOf} from './finding.ts';
import type {Case, Example, Heard, Rule} from './rule.ts';

/** The trouble that was heard last, and how many records were trained after it. */
export type TroubleMemory = {trouble: Extract<Heard, {kind: 'trouble'}> | null; since: number};

/** Records trained after a trouble until it is forgotten. */
export type TroubleSettings = {readonly forget: number};

/**
A rule for one kind of trouble that text tells: grave while it is the last thing told, a warning
once training goes on after it, closed by a later launch or by `forget` records.
*/
export function troubleRule(kind: {
	readonly title: string;
	readonly what: TroubleKind;
	readonly severity: Severity;
	/** `CUDA ran out of memory`: the place follows. */
	readonly message: string;
	readonly advice: (run: Case) => string;
	readonly explains: readonly RuleId[];
	readonly examples: readonly Example[];
}): Rule<TroubleMemory, TroubleSettings> {
	return {
		title: kind.title,
		explains: kind.explains,
		settings: {forget: 50},
		begin: () => ({trouble: null, since: 0}),
		hear(memory, heard, run, settings) {
			const change = follow(memory, heard, kind.what, settings.forget);
			if (change !== 'found') return change;
			const {trouble} = memory;
			if (!trouble) return null;
			const survived = trouble.passing || memory.since > 0;
			const goesOn = survived ? '; training goes on' : '';
			return {
				severity: survived && kind.severity === 'critical' ? 'warn' : kind.severity,
				certain: true,
				message: `${kind.message}${atPlace(trouble.position)}${goesOn}`,
				advice: kind.advice(run),
				evidence: evidenceOf(trouble.source, trouble.text),
			};
		},
		examples: kind.examples,
	};
}

function follow(
	memory: TroubleMemory,
	heard: Heard,
	what: TroubleKind,
	forget: number,
): 'found' | 'same' | null {
	if (heard.kind === 'trouble' && heard.what === what) {
		// Of one error told in several lines the first is the evidence.
		if (!memory.trouble || memory.since > 0) memory.trouble = heard;
		memory.since = 0;
		return 'found';
	}

	if (heard.kind === 'session') {
		memory.trouble = null;
		return null;
	}

	if (heard.kind !== 'loss' || !memory.trouble) return 'same';
	memory.since++;
	if (memory.since < forget) return memory.since === 1 ? 'found' : 'same';
	memory.trouble = null;
	return null;
}
