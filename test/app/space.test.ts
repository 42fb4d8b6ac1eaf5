import {expect, test} from 'vitest';
import {createFleet} from '../../source/app/fleet.ts';
import {meansOf} from '../../source/app/means.ts';
import {createSpaceWatch} from '../../source/app/space.ts';
import {judge, type Tracked} from '../../source/app/tracked.ts';
import {memoryHost} from '../kit/host.ts';

const start = Date.UTC(2026, 0, 5, 10);
const minute = 60_000;
const line = (iter: number) =>
	`2026/01/05 10:00:${iter} - mmengine - INFO - Epoch(train)  [1][${iter}/1000]  lr: 1.0000e-02  eta: 0:00:10  time: 0.1  data_time: 0.01  loss: 0.5\n`;

/** A run that began at `start`, on a disk whose free bytes the test sets. */
async function onDisk(lines: string) {
	const room = {device: '1', size: 1e12, free: 5e11};
	const memory = memoryHost({'/runs/exp_1/log.txt': lines});
	const means = {...meansOf(), host: {...memory, space: async () => ({...room})}};
	const fleet = createFleet(means, {paths: ['/runs'], depth: 6, all: true, since: null});
	await fleet.search(start);
	const run = fleet.runs.values().next().value as Tracked;
	for (const file of run.files.values()) while (await file.step(start, false));
	judge(run, means, start + minute);
	return {means, run, room};
}

test('after an hour of watching, what the disk loses tells when it is full', async () => {
	const {means, run, room} = await onDisk([10, 20, 30].map(line).join(''));
	const spaces = createSpaceWatch();
	for (let minutes = 1; minutes <= 61; minutes++) {
		room.free -= 1e9;
		await spaces.ask(means, [run], start + minutes * minute);
	}

	const {disk} = judge(run, means, start + 2 * minute);
	expect(disk?.falling).toBeCloseTo(60e9);
	expect(disk?.fullSeconds).toBeCloseTo(((disk?.free ?? 0) / 60e9) * 3600);
});

test('a disk that hardly changes makes no run stale', async () => {
	const {means, run, room} = await onDisk([10, 20, 30].map(line).join(''));
	const spaces = createSpaceWatch();
	expect(await spaces.ask(means, [run], start + minute)).toBe(true);
	room.free -= 1e8;
	expect(await spaces.ask(means, [run], start + 2 * minute)).toBe(false);
});

test('a disk that is nearly full alarms for a run that writes, not for one that is over', async () => {
	const going = await onDisk([10, 20, 30].map(line).join(''));
	const over = await onDisk(`${[10, 20, 30].map(line).join('')}KeyboardInterrupt\n`);
	for (const {means, run, room} of [going, over]) {
		room.free = 5e7;
		await createSpaceWatch().ask(means, [run], start + minute);
	}

	const rules = ({means, run}: typeof going, now: number) =>
		judge(run, means, now).alerts.map(({rule, severity}) => `${severity} ${rule}`);
	expect(rules(going, start + minute)).toContain('critical disk-filling');
	expect(rules(over, start + minute)).not.toContain('critical disk-filling');
});
