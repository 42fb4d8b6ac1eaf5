import type {RemarkWish} from '../core/remark.ts';
import type {Run} from '../core/run.ts';
import {tame} from './notify/escapes.ts';
import {longestLabel, longestNote} from './state.ts';

/** `{label: ' \x1b[2J best '}` → `{label: 'best'}`: what the user wrote, fit to be kept and shown. */
export function changeOf({hidden, label, note}: RemarkWish): RemarkWish {
	return {
		...(hidden !== undefined && {hidden}),
		...(label !== undefined && {label: tame(label, longestLabel).trim()}),
		...(note !== undefined && {note: tame(note, longestNote).trim()}),
	};
}

/** `{hidden: true}` → `exp_1 is hidden`: what was done, in words. */
export function saidOf({name}: Run, {hidden, label, note}: RemarkWish): string {
	if (hidden !== undefined) return hidden ? `${name} is hidden` : `${name} is shown again`;
	if (label !== undefined) return label === '' ? `${name} has no label` : `${name}: ${label}`;
	return note === '' ? `no note on ${name}` : `noted on ${name}`;
}
