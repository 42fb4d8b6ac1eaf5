import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {describe, expect, test} from 'vitest';
import {createFinder} from '../../source/gather/find.ts';
import {localHost} from '../../source/host/local.ts';
import {layouts} from '../../source/layouts/index.ts';

const corpus = resolve(import.meta.dirname, '../../../shared/corpus');
const diagnosis = resolve(import.meta.dirname, '../../../shared/diagnosis');

function search(path: string) {
	return createFinder(localHost(), layouts).search([path]);
}

describe.skipIf(!existsSync(corpus))(
	'the corpus of real logs (skipped where it is not there)',
	() => {
		test('every layout finds its own', async () => {
			const {runs, trouble, cut} = await search(corpus);
			const count = (layout: string) => runs.filter(run => run.layout === layout).length;
			expect({
				basicsr: count('basicsr'),
				mmengine: count('mmengine'),
				mmcv: count('mmcv'),
				workdirs: count('workdirs'),
				paddle: count('paddle'),
				lightning: count('lightning'),
				ultralytics: count('ultralytics'),
			}).toEqual({
				basicsr: 12,
				mmengine: 3,
				mmcv: 5,
				workdirs: 2,
				paddle: 5,
				lightning: 5,
				ultralytics: 7,
			});
			expect([trouble, cut]).toEqual([[], false]);
		});

		test('no file belongs to two runs, and every log of the manifests belongs to one', async () => {
			const {runs} = await search(corpus);
			const files = runs.flatMap(run => run.files.map(file => file.full));
			expect(new Set(files).size).toBe(files.length);
			const found = new Set(files);
			const missing = wanted().filter(path => !found.has(resolve(corpus, path)));
			expect(missing).toEqual(nowhere);
		});
	},
);

/** No logs by name: loose JSON, older checkpoints, what a test wrote, a list of GPUs. */
const nowhere: readonly string[] = [
	'hf-trainer-state/multi-eval.json',
	'hf-trainer-state/whisper-small.json',
	'real-hf/gpt2-complete/out/checkpoint-60/trainer_state.json',
	'real-hf/gpt2-nan-filtered/out/checkpoint-40/trainer_state.json',
	'real-hf/gpt2-resumed/out/checkpoint-60/trainer_state.json',
	'mmengine/rtmdet_tiny_Ear/20230604_164657/20230604_164657.log',
	'mmengine/rtmdet_tiny_Ear/20230604_164657/20230604_164657.json',
	'paddleocr/det_v5_multisession/default.gpu.log',
];

function wanted(): readonly string[] {
	return readdirSync(corpus)
		.filter(name => /^manifest-.*\.tsv$/.test(name))
		.flatMap(name => {
			const rows = readFileSync(resolve(corpus, name), 'utf8').split('\n');
			return rows.filter(row => row && !row.startsWith('#')).map(row => row.split('\t')[0] ?? '');
		})
		.filter(
			path =>
				path.includes('/') &&
				/\.\w+$/.test(path) &&
				!/\.(?:pth|pt|ckpt|safetensors|ya?ml)$/.test(path),
		);
}

describe.skipIf(!existsSync(diagnosis))('labelled runs (skipped where they are not there)', () => {
	const rows = existsSync(diagnosis)
		? readFileSync(resolve(diagnosis, 'runs.tsv'), 'utf8').trim().split('\n').slice(1)
		: [];
	test.each(rows.map(row => row.split('\t')))('%s is one run', async (id, log) => {
		const {runs} = await search(resolve(diagnosis, id ?? ''));
		expect(runs.map(run => run.files[0]?.full)).toEqual([resolve(diagnosis, id ?? '', log ?? '')]);
	});
});
