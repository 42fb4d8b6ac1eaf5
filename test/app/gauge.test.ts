import {expect, test} from 'vitest';
import {createGauge} from '../../source/app/gauge.ts';
import type {Machine} from '../../source/core/machine.ts';
import {load} from '../../source/host/load.ts';

const memory = {used: 25, size: 100};

test('processors are judged between two looks, five seconds apart at least', async () => {
	const heard: Machine[] = [];
	const loads = [
		{busy: 1000, idle: 9000, memory},
		{busy: 1300, idle: 9100, memory},
	];
	const host = {
		load: () => loads.shift()!,
		space: async () => ({device: '1', size: 200, free: 20}),
	};
	const gauge = createGauge(host, '/data', machine => heard.push(machine));
	for (const now of [0, 1000, 4999, 5000]) {
		gauge.tick(now);
		await new Promise(done => setImmediate(done));
	}

	expect(heard).toEqual([
		{cpu: null, memory: 0.25, disk: 0.9},
		{cpu: 0.75, memory: 0.25, disk: 0.9},
	]);
});

test('a share that wavers is told as before until it moves by more than its noise', async () => {
	const used = [0.89, 0.91, 0.88, 0.93, 0.91, 0.97, 0.965, 0.975, 0.9, 0.9];
	const heard: Array<number | null> = [];
	const host = {load: () => ({busy: 0, idle: 0, memory: {used: used.shift()!, size: 1}})};
	const gauge = createGauge(host, '/data', ({memory}) => heard.push(memory));
	for (let look = 0; look < 10; look++) {
		gauge.tick(look * 5000);
		await new Promise(done => setImmediate(done));
	}

	expect(heard).toEqual([0.89, 0.89, 0.89, 0.93, 0.91, 0.97, 0.97, 0.97, 0.9, 0.9]);
});

test('a disk that does not answer is not asked again', () => {
	let asked = 0;
	const space = () => {
		asked++;
		return new Promise<undefined>(() => {});
	};
	const gauge = createGauge({space}, '/data', () => {});
	for (const now of [0, 10_000, 20_000]) gauge.tick(now);
	expect(asked).toBe(1);
});

test('this machine tells its load', () => {
	const {
		busy,
		idle,
		memory: {used, size},
	} = load();
	expect(busy).toBeGreaterThan(0);
	expect(idle).toBeGreaterThan(0);
	expect(used).toBeGreaterThan(0);
	expect(size).toBeGreaterThan(used);
});
