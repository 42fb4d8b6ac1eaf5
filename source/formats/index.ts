import type {Format} from '../core/format.ts';
import basicsr from './basicsr.ts';
import mmcv from './mmcv.ts';
import mmengine from './mmengine.ts';
import tagged from './tagged.ts';

/** Every format by its id, most particular first. */
export const formats: Readonly<Record<string, Format>> = {
	basicsr,
	mmcv,
	mmengine,
	tagged,
};
