import {trained} from '../core/telling.ts';
import {troubleRule} from '../core/trouble-rule.ts';

/** Data that could not be read: a missing file, a broken image, an annotation in another form. */
export default troubleRule({
	title: 'Bad data',
	what: 'bad-data',
	severity: 'warn',
	message: 'some data could not be read',
	advice: () =>
		'check data paths in the settings first, then the named file and the form of its annotation',
	explains: [],
	examples: [
		{
			title: 'the last thing it says',
			events: [
				trained(7, 0.5),
				{kind: 'trouble', what: 'bad-data', text: 'FileNotFoundError: data/train/a.png'},
			],
			finds: 'warn',
			raisedAt: 2,
			message: /^some data could not be read at step 7$/,
		},
		{
			title: 'a later launch goes on',
			events: [
				trained(7, 0.5),
				{kind: 'trouble', what: 'bad-data', text: 'FileNotFoundError: data/train/a.png'},
				{kind: 'phase', phase: 'resumed'},
				trained(8, 0.5),
			],
			finds: null,
		},
	],
});
