import type {LineShape} from '../../core/format.ts';

/** The averages that pycocotools prints of an evaluation, whoever asked for them (cocoeval.py, summarize). */
export const averages = [
	{
		kind: 'metrics',
		split: 'val',
		name: 'AP@[.5:.95]',
		joins: true,
		has: 'Average Precision',
		match:
			/^ ?Average Precision +\(AP\) @\[ IoU=0\.50:0\.95 *\| area= *all \|.*\] = (?<value>-?[\d.]+)/,
	},
	{
		kind: 'metrics',
		split: 'val',
		name: 'AP@.5',
		joins: true,
		has: 'Average Precision',
		match: /^ ?Average Precision +\(AP\) @\[ IoU=0\.50 +\| area= *all \|.*\] = (?<value>-?[\d.]+)/,
	},
	{
		kind: 'metrics',
		split: 'val',
		name: 'AP@.75',
		joins: true,
		has: 'Average Precision',
		match: /^ ?Average Precision +\(AP\) @\[ IoU=0\.75 +\| area= *all \|.*\] = (?<value>-?[\d.]+)/,
	},
	{
		kind: 'metrics',
		split: 'val',
		name: 'AP@small',
		joins: true,
		has: 'Average Precision',
		match:
			/^ ?Average Precision +\(AP\) @\[ IoU=0\.50:0\.95 *\| area= *small \|.*\] = (?<value>-?[\d.]+)/,
	},
	{
		kind: 'metrics',
		split: 'val',
		name: 'AP@medium',
		joins: true,
		has: 'Average Precision',
		match:
			/^ ?Average Precision +\(AP\) @\[ IoU=0\.50:0\.95 *\| area= *medium \|.*\] = (?<value>-?[\d.]+)/,
	},
	{
		kind: 'metrics',
		split: 'val',
		name: 'AP@large',
		joins: true,
		has: 'Average Precision',
		match:
			/^ ?Average Precision +\(AP\) @\[ IoU=0\.50:0\.95 *\| area= *large \|.*\] = (?<value>-?[\d.]+)/,
	},
	{kind: 'noise', match: /^ ?Average (?:Precision|Recall) +\(A[PR]\) @\[/},
] as const satisfies readonly LineShape[];
