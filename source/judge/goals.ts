import type {Goal} from '../core/metric.ts';
import type {Validation} from '../core/run.ts';

/** What the user wants of metrics, by wire name: which way they should go, and a value to reach. */
export type Goals = Readonly<Record<string, {readonly goal?: Goal; readonly target?: number}>>;

/** The validation with the value that the user is after. */
export function withTarget(validation: Validation, goals: Goals = {}): Validation {
	const {primary} = validation;
	return {...validation, target: (primary === null ? undefined : goals[primary]?.target) ?? null};
}
