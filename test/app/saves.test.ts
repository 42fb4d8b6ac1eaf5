import {expect, test} from 'vitest';
import {createFleet} from '../../source/app/fleet.ts';
import {meansOf} from '../../source/app/means.ts';
import {watchSaves} from '../../source/app/saves.ts';
import {survey} from '../../source/app/survey.ts';
import {judge} from '../../source/app/tracked.ts';
import {dictOf, torchFile} from '../kit/checkpoints.ts';
import {memoryHost} from '../kit/host.ts';

const full = torchFile(dictOf({model: {}, optimizer: {}}));
const log = '/lab/workdirs/exp_20260105_143022/log.txt';
const folder = '/lab/workdirs/exp_20260105_143022/checkpoints';

/** A run with one save, read and judged once. */
async function read() {
	const host = memoryHost({
		[log]: '[TRAIN] Epoch 1/5, Iter 11/57, Loss: 1.498, LR: 0.007000\n',
		[`${folder}/last_model.pth`]: full,
	});
	const means = {...meansOf(), host};
	const wanted = {paths: ['/lab'], depth: 4, all: true, since: null, only: []};
	const fleet = createFleet(means, wanted);
	const now = (await host.stat(log))!.modifiedAt + 2000;
	const report = await survey(fleet, means, now);
	return {host, means, now, report, runs: [...fleet.runs.values()]};
}

test('a look at every run tells which of its checkpoints can be resumed from', async () => {
	const {report} = await read();
	expect(report.runs.map(({checkpoints}) => checkpoints)).toMatchObject([
		[{path: 'checkpoints/last_model.pth', kind: 'last', resume: 'full'}],
	]);
});

test('a new save is seen ten seconds after the last look, not before', async () => {
	const {host, means, now, runs} = await read();
	host.write(`${folder}/epoch_2.pth`, full.subarray(0, 200));
	const {promise, resolve} = Promise.withResolvers<void>();
	const watch = watchSaves(means, resolve);
	watch.tick(runs, now + 9000);
	expect(runs[0]?.savesAskedAt).toBe(now);
	watch.tick(runs, now + 10_000);
	await promise;
	const run = judge(runs[0]!, means, now + 10_000);
	expect(run.checkpoints.map(({path, resume}) => [path, resume])).toEqual([
		['checkpoints/last_model.pth', 'full'],
		['checkpoints/epoch_2.pth', 'partial'],
	]);
});

test('a run that is silent is looked at every ten minutes', async () => {
	const {host, means, now, runs} = await read();
	const later = now + 3_600_000;
	const watch = watchSaves(means, () => {});
	runs[0]!.savesAskedAt = later;
	const before = host.counts.list;
	watch.tick(runs, later + 599_000);
	expect(host.counts.list).toBe(before);
	watch.tick(runs, later + 600_000);
	expect(host.counts.list).toBeGreaterThan(before);
});
