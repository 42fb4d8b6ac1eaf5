import {setImmediate} from 'node:timers/promises';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {createFleet} from '../../source/app/fleet.ts';
import {meansOf} from '../../source/app/means.ts';
import {type Pipeline, startPipeline} from '../../source/app/pipeline.ts';
import type {News} from '../../source/core/news.ts';
import {taggedLog, trainLine} from '../kit/experiments.ts';
import {type MemoryHost, memoryHost} from '../kit/host.ts';

const log = '/runs/workdirs/exp_20260105_143022/log.txt';
const begun = Date.UTC(2026, 0, 5, 10);
let now = begun;
let pipeline: Pipeline | undefined;
let told: News[] = [];

beforeEach(() => {
	vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval']});
	now = begun;
	told = [];
});
afterEach(async () => {
	await pipeline?.stop();
	vi.useRealTimers();
});

function watch(host: MemoryHost): void {
	const means = {...meansOf(), host};
	const fleet = createFleet(means, {paths: ['/runs'], depth: 6, all: true, since: null});
	const pace = {poll: null, clock: () => now};
	pipeline = startPipeline(fleet, means, pace, news => told.push(news));
}

/** Lets so much time go by; what was told meanwhile. */
async function after(milliseconds: number): Promise<readonly News[]> {
	told = [];
	const step = milliseconds > 5000 ? 250 : 10;
	for (let passed = 0; passed < milliseconds; passed += step) {
		now += step;
		vi.advanceTimersByTime(step);
		for (let turn = 0; turn < 20; turn++) await setImmediate();
	}

	return told;
}

test('a line is told when its file is, not at the next look at every file', async () => {
	const host = memoryHost({[log]: taggedLog(2, 900)});
	watch(host);
	await after(1500);
	host.append(log, trainLine(3, 900, 10, 0.1234));
	host.tell({what: 'changed', path: log});
	const [news] = await after(200);
	expect(news?.runs.map(({series}) => series.get('train/Loss')?.last.value)).toEqual([0.1234]);
});

test('files of silent runs are seen by their names: none is opened, and nothing is told', async () => {
	const host = memoryHost({[log]: taggedLog(2, 900)});
	watch(host);
	await after(1500);
	now += 3_600_000;
	await after(60_000);
	const before = {...host.counts};
	expect(await after(30_000)).toEqual([]);
	expect(host.counts.read).toBe(before.read);
	expect(host.counts.stat - before.stat).toBeLessThan(10);
});

test('a line whose event got lost is found by the next search', async () => {
	const host = memoryHost({[log]: taggedLog(2, 900)});
	watch(host);
	await after(1500);
	now += 3_600_000;
	await after(60_000);
	host.append(log, trainLine(3, 900, 10, 0.1234));
	const news = await after(40_000);
	const losses = news.flatMap(({runs}) =>
		runs.map(({series}) => series.get('train/Loss')?.last.value),
	);
	expect(losses).toContain(0.1234);
});
