import fc from 'fast-check';
import {expect, test} from 'vitest';
import {shortened} from '../../source/show/shortening.ts';
import {widthOf} from '../../source/show/width.ts';

const short = (names: readonly string[], columns: number) => [
	...shortened(names, columns).values(),
];

test('names that fit stay as they are', () => {
	expect(short(['exp_1', 'exp_2'], 5)).toEqual(['exp_1', 'exp_2']);
});

test('a name too long is cut in the middle', () => {
	expect(short(['exp_20260105_143022', 'swin'], 11)).toEqual(['exp_2…43022', 'swin']);
});

test('what all names begin with goes where one is too long, numbers stay whole', () => {
	expect(short(['swin_tiny_adamw_lr0.1', 'swin_tiny_adamw_lr0.25'], 14)).toEqual([
		'…lr0.1',
		'…lr0.25',
	]);
});

test('names that would be cut to the same text show what they differ in', () => {
	const names = [
		'ocr_r50_adamw_lr1e-3_seed1_coco_full',
		'ocr_r50_adamw_lr1e-3_seed2_coco_full',
		'ocr_r50_adamw_lr1e-4_seed1_coco_full',
		'det_mv3',
	];
	expect(short(names, 19)).toEqual([
		'ocr_…lr1e-3_seed1_…',
		'ocr_…lr1e-3_seed2_…',
		'ocr_…lr1e-4_seed1_…',
		'det_mv3',
	]);
});

test('names of more and of fewer words keep both ends apart', () => {
	const names = ['a/data/one/train_archived', 'a/data/two/more/train_archived', 'b'];
	expect(short(names, 13)).toEqual(['a/data/…one/…', 'a/…two/more/…', 'b']);
});

test('no name is wider than its columns', () => {
	const name = fc.stringMatching(/^[a-z损失_\-.=0-9]{0,40}$/);
	fc.assert(
		fc.property(
			fc.array(name, {maxLength: 12}),
			fc.integer({min: 4, max: 30}),
			(names, columns) => {
				for (const text of short(names, columns))
					expect(widthOf(text)).toBeLessThanOrEqual(columns);
			},
		),
	);
});
