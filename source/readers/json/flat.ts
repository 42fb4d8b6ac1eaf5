import type {Fact} from '../../core/event.ts';
import {isObject, type Json} from './loose.ts';

const most = 2000;

/** `{model: {depth: 3}, gpus: [0, 1]}` → `model.depth` 3, `gpus` `[0,1]`: settings as names and plain values. */
export function flatten(
	value: Json | undefined,
	into: Record<string, Fact> = {},
	name = '',
	depth = 0,
): Record<string, Fact> {
	if (Object.keys(into).length >= most || depth > 20) return into;
	if (isObject(value)) {
		for (const [key, inner] of Object.entries(value)) {
			flatten(inner, into, name === '' ? key : `${name}.${key}`, depth + 1);
		}
	} else if (name !== '' && name !== '__proto__' && value !== null && value !== undefined) {
		into[name] = typeof value === 'object' ? JSON.stringify(value).slice(0, 500) : value;
	}

	return into;
}
