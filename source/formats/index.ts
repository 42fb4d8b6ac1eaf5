import type {Format} from '../core/format.ts';
import tagged from './tagged.ts';

/** Every format by its id, most particular first. */
export const formats: Readonly<Record<string, Format>> = {
	tagged,
};
