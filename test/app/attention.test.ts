import {expect, test} from 'vitest';
import {dueOf} from '../../source/app/attention.ts';
import type {Followed} from '../../source/app/followed.ts';
import type {Tracked} from '../../source/app/tracked.ts';
import {run} from '../kit/runs.ts';

const now = Date.UTC(2026, 0, 5, 10);

/** A run whose one file was written `silent`, looked at `looked`, and which was judged `judged` seconds ago. */
function runOf(silent: number, looked: number, judged: number): Tracked {
	const ago = (seconds: number) => now - seconds * 1000;
	const file = {modifiedAt: () => ago(silent), lookedAt: () => ago(looked)} as Followed;
	const known = {...run('a', 'running', {}), updatedAt: ago(silent)};
	return {files: new Map([['a', file]]), run: known, judgedAt: ago(judged)} as unknown as Tracked;
}

function told(tracked: Tracked, every: number | null = null): string {
	const {judging, looks, endings, wait} = dueOf(tracked, now, every);
	const due = [judging && 'judge', looks.length > 0 && 'look', endings.length > 0 && 'end'];
	return `${due.filter(Boolean).join(', ') || 'nothing'}; again in ${wait / 1000} s`;
}

test('a run that writes is judged every second and looked at every two', () => {
	expect(told(runOf(1, 1, 0.5))).toBe('nothing; again in 0.5 s');
	expect(told(runOf(1, 2, 1.5))).toBe('judge, look; again in 1 s');
});

test('a run that was silent for an hour is left alone for a minute', () => {
	expect(told(runOf(3600, 20, 20))).toBe('end; again in 40 s');
	expect(told(runOf(3600, 60, 181))).toBe('judge, look, end; again in 60 s');
});

test('where file events cannot be trusted every file is looked at as often as asked', () => {
	expect(told(runOf(3600, 1, 20), 1)).toBe('look, end; again in 1 s');
	expect(told(runOf(3600, 1, 20), 10)).toBe('end; again in 9 s');
});
