import {existsSync, readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {peek} from './peek.ts';

const corpus = new URL('../../../../shared/corpus', import.meta.url).pathname;
const there = existsSync(corpus);

describe.skipIf(!there)('the corpus (skipped where it is not there)', () => {
	test.each([
		['checkpoint/hf-rng_state.pth', 'torch', true, false, false, {}],
		['checkpoint/hf-scheduler.pt', 'torch', true, false, false, {last_epoch: 2197}],
		['checkpoint/legacy-tarless-alex.pth', 'torch-legacy', true, true, false, {}],
		['checkpoint/lfs-pointer.safetensors', 'lfs-pointer', false, null, null, {}],
		['checkpoint/lightning-mnist.ckpt', 'torch', true, true, true, {epoch: 2, global_step: 5157}],
		['checkpoint/textual-inversion.safetensors', 'safetensors', true, true, false, {}],
		['real-keras/tf-complete/checkpoints/06-0.5062.keras', 'keras', true, true, true, {}],
		['real-keras/tf-complete/checkpoints/last.weights.h5', 'hdf5', true, true, true, {}],
	])('%s', (path, kind, whole, weights, optimizer, numbers) => {
		const name = path.slice(path.lastIndexOf('/') + 1);
		const told = peek(name, new Uint8Array(readFileSync(`${corpus}/${path}`)));
		expect(told).toMatchObject({kind, whole, weights, optimizer, numbers});
		expect(told.asked).toBeLessThan(100_000);
	});

	test('a file of old torch is whole with its last storage only', () => {
		const bytes = new Uint8Array(readFileSync(`${corpus}/checkpoint/legacy-tarless-alex.pth`));
		expect(peek('a.pth', bytes.subarray(0, -1))).toMatchObject({whole: false, why: 'is cut short'});
	});
});
