import {expect, test} from 'vitest';
import {wishesIn} from '../../source/app/wishes.ts';

const wishesFor = wishesIn({
	rules: {
		plateau: false,
		'no-best': {thresholds: {evaluations: 8}},
		'stuck-loss': {thresholds: {records: 50}, severity: 'info'},
	},
	runs: [
		{name: 'gan_*', rules: {diverged: false, plateau: {thresholds: {}}}},
		{name: '*_debug', rules: {'no-best': false, 'stuck-loss': {thresholds: {share: 0.5}}}},
		{name: 'a.b', rules: {crashed: {thresholds: {}, severity: 'warn'}}},
	],
});

test('what is said of all rules holds for every run', () => {
	expect(wishesFor('swin')).toEqual({
		thresholds: {plateau: null, 'no-best': {evaluations: 8}, 'stuck-loss': {records: 50}},
		severities: {'stuck-loss': 'info'},
	});
	expect(wishesFor('swin')).toBe(wishesFor('other'));
});

test('what is said of a name is added for runs of that name, and the later word counts', () => {
	expect(wishesFor('gan_big_debug')).toEqual({
		thresholds: {
			plateau: {},
			'no-best': null,
			'stuck-loss': {records: 50, share: 0.5},
			diverged: null,
		},
		severities: {'stuck-loss': 'info'},
	});
});

test('a pattern is of the whole name, and only * and ? are special', () => {
	expect(wishesFor('my_gan_1').thresholds.diverged).toBeUndefined();
	expect(wishesFor('a.b').severities.crashed).toBe('warn');
	expect(wishesFor('axb').severities.crashed).toBeUndefined();
});
