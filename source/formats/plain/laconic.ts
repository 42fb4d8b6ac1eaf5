import type {LineShape} from '../../core/format.ts';
import {places, prefixes} from './names.ts';

/** Records of loops that name little of what they count or measure. */
export const laconic = [
	{
		kind: 'metrics',
		match:
			/^(?!\W*best)(?=(?:.*?\W)??(?:epoch|ep)\b[\s:=#[(]{0,10}(?<epoch>\d+)(?:\s*(?:\/|of)\s*(?<epochs>\d+))?).*?\bloss(?:es)?\W{1,4}(?:train(?:ing)?|tr)\W{1,4}(?<loss>\d+\.?\d*(?:e[-+]?\d+)?|nan|inf)\W{1,6}(?:val(?:id(?:ation)?)?|dev|vl|test)\W{1,4}(?<val_loss>\d+\.?\d*(?:e[-+]?\d+)?|nan|inf)/i,
		prefixes,
	},
	{
		kind: 'metrics',
		has: 'pisode',
		match:
			/^\W*episode[\s:=#[(]{0,10}(?<step>\d+)(?:\s*(?:\/|of)\s*(?<steps>\d+))?\]?[\s:|,-]+(?=(?:avg|average|mean|total|sum)\b[^\w:=]{0,3}[:=]\s*[-+]?\d)/i,
		rest: 'pairs',
		places: {...places, Steps: 'none', steps: 'none', Episode: 'none', Best: 'none'},
	},
	{
		kind: 'metrics',
		match:
			/^\W{0,4}(?<epoch>\d+)\s?[)\]:|,-]\W{0,3}(?=(?:(?:avg|mean|train\w*)[ _])?loss\s*[:=]\s*[-+\d.n].*\b(?:val|valid|validation|test|dev))/i,
		rest: 'pairs',
		places,
		prefixes,
	},
	{
		kind: 'metrics',
		match: /^(?:\d+ ){1,2}(?=train loss: [-+\d.n])/,
		rest: 'pairs',
		places,
		prefixes,
	},
] as const satisfies readonly LineShape[];
