import {expect, test} from 'vitest';
import {runNamed} from '../../source/app/names.ts';
import {defaults} from '../../source/app/preferences.ts';
import {memoryHost} from '../kit/host.ts';

const line = '[TRAIN] Epoch 1/2, Iter 10/60, Loss: 1.5, LR: 0.001\n';
const host = memoryHost({
	'/w/exp_20260105/log.txt': line,
	'/w/exp_20260106/log.txt': line,
	'/w/sub/swin_t/log.txt': line,
	'/w/sub/swin/log.txt': line,
	'/w/job-12.out': line,
});
host.linkTo('/w/exp_v1_baseline', '/w/sub/swin');
const find = (text: string, ignore: readonly string[] = []) =>
	runNamed(text, '/w', {host, config: {...defaults, ignore}}, {depth: 6, now: 1_800_000_000_000});

test.each([
	['exp_20260105', '/w/exp_20260105'],
	['exp_20260106', '/w/exp_20260106'],
	['swin', '/w/sub/swin'],
	['swin_', '/w/sub/swin_t'],
	['0106', '/w/exp_20260106'],
	['job-12', '/w/job-12.out'],
	['exp_v1_baseline', '/w/sub/swin'],
	['v1_base', '/w/sub/swin'],
	['nothing', undefined],
])('%s means %s', async (text, path) => {
	expect(await find(text)).toBe(path);
});

test('a name that fits several runs is told with all of them', async () => {
	await expect(find('exp_')).rejects.toMatchObject({
		message: '2 runs could be meant',
		where: 'exp_',
		help: 'write more of the name: exp_20260105, exp_20260106',
	});
});

test('what the settings ignore is not found', async () => {
	expect(await find('exp_', ['*0105'])).toBe('/w/exp_20260106');
});
