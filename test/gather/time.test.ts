import {expect, test} from 'vitest';
import {parseTime} from '../../source/gather/time.ts';

const local = (...parts: [number, number, number, number, number, number, number?]) =>
	new Date(...parts).getTime();
const modifiedAt = local(2026, 0, 2, 12, 0, 0);

test.each([
	['2024-05-01 10:00:05,123', local(2024, 4, 1, 10, 0, 5, 123)],
	['2024/05/01 10:00:05', local(2024, 4, 1, 10, 0, 5)],
	['2024-05-01T10:00:05.5Z', Date.UTC(2024, 4, 1, 10, 0, 5, 500)],
	['2024-05-01T10:00:05+08:00', Date.UTC(2024, 4, 1, 2, 0, 5)],
	['20240501_100005', local(2024, 4, 1, 10, 0, 5)],
	['01/31/2024 10:00:00', local(2024, 0, 31, 10, 0, 0)],
	['Wed May  1 10:00:05 2024', local(2024, 4, 1, 10, 0, 5)],
	['1714557605.5', 1_714_557_605_500],
	['01/02 10:00:05', local(2026, 0, 2, 10, 0, 5)],
	['12/30 10:00:05', local(2025, 11, 30, 10, 0, 5)],
	['1230 10:00:05.434405', local(2025, 11, 30, 10, 0, 5, 434)],
	['Dec 30 10:00:05', local(2025, 11, 30, 10, 0, 5)],
	['10:00:05', local(2026, 0, 2, 10, 0, 5)],
])('%s', (text, time) => {
	expect(parseTime(text, {modifiedAt})).toBe(time);
});

test('what is not told and not known stays unknown', () => {
	expect(parseTime('12/30 10:00:05')).toBeUndefined();
	expect(parseTime('12/30 10:00:05', {year: 2024})).toBe(local(2024, 11, 30, 10, 0, 5));
	expect(parseTime('10:00:05')).toBeUndefined();
	expect(parseTime('2024-13-01 10:00:05')).toBeUndefined();
	expect(parseTime('yesterday', {modifiedAt})).toBeUndefined();
});
