import type {Format} from '../core/format.ts';

/** The table of `spacy train`: epoch, step, a loss for each part of the pipeline, scores (spacy/training/loggers.py). */
export default {
	title: 'spaCy',
	url: 'https://github.com/explosion/spaCy',
	hallmark: /^E {4}# {4,}LOSS /,
	losses: ['LOSS NER', 'LOSS TEXTCAT', 'LOSS PARSER', 'LOSS TAGGER', 'LOSS SPANCAT'],
	primary: ['ENTS_F', 'CATS_SCORE', 'DEP_LAS', 'TAG_ACC', 'SPANS_SC_F', 'SCORE'],
	goals: {
		SCORE: 'max',
		ENTS_F: 'max',
		ENTS_P: 'max',
		ENTS_R: 'max',
		CATS_SCORE: 'max',
		DEP_LAS: 'max',
	},
	lines: [
		{
			kind: 'phase',
			phase: 'training',
			columns: true,
			has: 'LOSS ',
			match: /^E {4}# {4,}(?<text>LOSS [A-Z].*?)\s*$/,
		},
		{
			kind: 'metrics',
			split: 'val',
			within: true,
			columns: true,
			match:
				/^ {1,3}(?<epoch>\d+) +(?<step>\d+) {2,}(?<c1>\d+\.\d+|nan) {2,}(?<c2>\d+\.\d+|nan)(?: {2,}(?<c3>\d+\.\d+|nan))?(?: {2,}(?<c4>\d+\.\d+|nan))?(?: {2,}(?<c5>\d+\.\d+|nan))?(?: {2,}(?<c6>\d+\.\d+|nan))?(?: {2,}(?<c7>\d+\.\d+|nan))?[\d. ]*$/,
		},
		{kind: 'noise', match: /^--- {2}-{4,} {2}-[- ]+$/},
		{
			kind: 'phase',
			phase: 'finished',
			has: 'Saved pipeline',
			match: /^\W*Saved pipeline to output directory/,
		},
	],
	samples: [
		[
			'E    #       LOSS TOK2VEC  LOSS NER  ENTS_F  SCORE ',
			{kind: 'phase', phase: 'training', text: 'LOSS TOK2VEC  LOSS NER  ENTS_F  SCORE'},
		],
		[
			'  0     200         50.25   1200.5   52.50    0.53',
			{
				kind: 'metrics',
				split: 'val',
				position: {epoch: 0, step: 200},
				values: {c1: 50.25, c2: 1200.5, c3: 52.5, c4: 0.53},
			},
		],
		['---  ------  ------------  --------  ------  ------', []],
		['✔ Saved pipeline to output directory', {kind: 'phase', phase: 'finished'}],
		['E    #       name', null],
	],
} satisfies Format;
