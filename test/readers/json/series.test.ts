import {expect, test} from 'vitest';
import {seriesOf} from '../../../source/readers/json/series.ts';

test('lists of unequal lengths are a table with gaps, records a table by their names', () => {
	const table = {
		header: ['loss', 'val_loss'],
		rows: [
			[2, 3],
			[1, undefined],
		],
	};
	expect(seriesOf({loss: [2, 1], val_loss: [3]})).toEqual(table);
	expect(
		seriesOf([
			{epoch: 1, loss: 2, val_loss: 3},
			{epoch: 2, loss: 1},
		]),
	).toEqual({
		header: ['epoch', 'loss', 'val_loss'],
		rows: [
			[1, 2, 3],
			[2, 1],
		],
	});
});

test('a table with far more gaps than numbers is not filled', () => {
	const names = Array.from({length: 300}, (_, index) => `loss_${index}`);
	const narrow = Object.fromEntries(names.map(name => [name, [1]]));
	expect(seriesOf({...narrow, loss_0: Array(1000).fill(1)})?.rows).toHaveLength(1000);
	expect(seriesOf({...narrow, loss_0: Array(30_000).fill(1)})).toBeUndefined();
	const first = {epoch: 1, ...Object.fromEntries(names.map(name => [name, 1]))};
	const last = {loss_299: 1};
	expect(seriesOf([first, ...Array(1000).fill(last)])?.rows).toHaveLength(1001);
	expect(seriesOf([first, ...Array(30_000).fill(last)])).toBeUndefined();
});
