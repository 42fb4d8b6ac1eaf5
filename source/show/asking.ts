import type {RuleId} from '../core/alert.ts';
import type {Run} from '../core/run.ts';
import type {Action} from './action.ts';
import type {Effect} from './effect.ts';
import type {Scene} from './moves.ts';
import {fileUnderCursor, textUnderCursor} from './pointing.ts';
import {hiding, remarked} from './remarking.ts';
import {rowsOf} from './rows.ts';
import type {Ui} from './ui.ts';

/** What an action asks of the outside, beyond what the new screen tells by itself. */
export function ask(ui: Ui, action: Action, scene: Scene): readonly Effect[] {
	const {run} = scene;
	switch (action.kind) {
		case 'quit':
			return [{kind: 'quit'}];
		case 'leave':
			return isAtHome(ui) ? [{kind: 'quit'}] : [];
		case 'redraw':
		case 'suspend':
			return [action];
		case 'acknowledge':
			return run ? [{kind: 'acknowledge', run: run.id, rule: ruleUnderCursor(ui, run)}] : [];
		case 'hide':
			return run ? [hiding(run)] : [];
		case 'accept':
			return run ? remarked(ui, run) : [];
		case 'copy':
			return run ? [{kind: 'copy', text: textUnderCursor(ui, run, scene.world)}] : [];
		case 'open-file':
			return run ? openFile(ui, run, scene) : [];
		default:
			return [];
	}
}

function ruleUnderCursor(ui: Ui, run: Run): RuleId | null {
	if (ui.focus !== 'panel' || ui.panel !== 'alerts') return null;
	return rowsOf.alerts(run)[ui.at.alerts]?.rule ?? null;
}

function openFile(ui: Ui, run: Run, {world}: Scene): readonly Effect[] {
	const pointed = fileUnderCursor(ui, run, world);
	return pointed ? [{kind: 'open-file', ...pointed}] : [];
}

function isAtHome(ui: Ui): boolean {
	return !ui.help && ui.over === null && ui.focus === 'list' && !ui.enlarged && ui.filter === '';
}
