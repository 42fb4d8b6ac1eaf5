import {expect, test} from 'vitest';
import type {Gpu} from '../../source/core/gpu.ts';
import type {Host} from '../../source/core/host.ts';
import {probes} from '../../source/probes/index.ts';
import {memoryHost} from '../kit/host.ts';

/** What is heard of a stream of such lines. */
function hear(lines: readonly string[]): readonly Gpu[] {
	const heard: Gpu[] = [];
	const host: Host = {
		...memoryHost(),
		follow(_command, _args, line) {
			for (const text of lines) line(text);
			return () => {};
		},
	};
	const ended = () => {};
	probes.gpu.follow(host, gpu => heard.push(gpu), ended)();
	return heard;
}

test('each line of nvidia-smi is a GPU', () => {
	expect(hear(['0, GPU-8f1c-22, 97, 21504, 24576, 310.52, 66'])).toEqual([
		{
			index: 0,
			uuid: 'GPU-8f1c-22',
			busy: 0.97,
			memory: 21_504 * 1024 * 1024,
			memoryTotal: 24_576 * 1024 * 1024,
			power: 310.52,
			temperature: 66,
		},
	]);
});

test('what a GPU does not tell is not known', () => {
	const [gpu] = hear(['1, GPU-a, [N/A], [Not Supported], 24576, ERR!, [Unknown Error]']);
	expect(gpu).toMatchObject({busy: null, memory: null, power: null, temperature: null});
});

test.each([
	"NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver.",
	'No devices were found',
	'Unable to determine the device handle for GPU 0000:3B:00.0: Unknown Error',
	'\u001b[31m0, GPU-a, 1, 2, 3, 4, 5',
	'999999999999, GPU-a, 1, 2, 3, 4, 5',
	'0, GPU-a, 1, 2, 3, 4, 5, 6',
	'',
])('%j is no GPU', line => {
	expect(hear([line])).toEqual([]);
});

const gpus = hear(['0, GPU-a, 97, 21504, 24576, 310.52, 66', '1, GPU-b, 0, 10, 24576, 30, 40']);

function ask(
	out: string,
	{status = 0, parents = [] as ReadonlyArray<readonly [number, number]>} = {},
) {
	const host: Host = {
		...memoryHost(),
		run: async () => ({status, out, err: ''}),
		processes: async () => parents.map(([pid, parent]) => ({pid, parent, group: parent})),
	};
	return probes.gpu.ask(host, {
		gpus,
		writers: [
			{run: 'a', pid: 100},
			{run: 'b', pid: 200},
		],
	});
}

test('a run holds what its writer and the processes below it hold', async () => {
	const out =
		'100, 1024, GPU-a\n112, 512, GPU-a\n111, [N/A], GPU-b\n200, 8, GPU-b\n300, 8, GPU-b\n';
	const uses = await ask(out, {
		parents: [
			[111, 110],
			[110, 100],
			[112, 100],
			[300, 1],
		],
	});
	const mebibyte = 1024 * 1024;
	const whole = {memoryTotal: 24_576 * mebibyte};
	const first = {...whole, idle: false, busy: 0.97, power: 310.52, temperature: 66};
	const second = {...whole, idle: true, busy: 0, power: 30, temperature: 40};
	expect(uses.get('a')).toEqual([
		{index: 0, memory: 1536 * mebibyte, ...first},
		{index: 1, memory: null, ...second},
	]);
	expect(uses.get('b')).toEqual([{index: 1, memory: 8 * mebibyte, ...second}]);
});

test('processes that are their own parents end nowhere', async () => {
	expect(
		(
			await ask('7, 1, GPU-a\n', {
				parents: [
					[7, 8],
					[8, 7],
				],
			})
		).size,
	).toBe(0);
});

test('a failing nvidia-smi, or garbage, tells nothing', async () => {
	expect((await ask('100, 1024, GPU-a\n', {status: 124})).size).toBe(0);
	expect((await ask('Insufficient Permissions\n')).size).toBe(0);
});

test('without GPUs or writers nothing is run', async () => {
	const host: Host = {
		...memoryHost(),
		run: () => Promise.reject(new Error('nothing is to be run')),
	};
	expect((await probes.gpu.ask(host, {gpus: [], writers: [{run: 'a', pid: 1}]})).size).toBe(0);
	expect((await probes.gpu.ask(host, {gpus, writers: []})).size).toBe(0);
});

test('processes that are writers themselves need no parents', async () => {
	const host: Host = {
		...memoryHost(),
		run: async () => ({status: 0, out: '100, 8, GPU-a\n200, 8, GPU-b\n', err: ''}),
		processes: () => Promise.reject(new Error('nobody is to be listed')),
	};
	const writers = [
		{run: 'a', pid: 100},
		{run: 'b', pid: 200},
	];
	expect([...(await probes.gpu.ask(host, {gpus, writers})).keys()]).toEqual(['a', 'b']);
});

test('asked once, the GPUs there are; none where nvidia-smi fails', async () => {
	const host = (status: number, out: string): Host => ({
		...memoryHost(),
		run: async (command, args) => {
			expect(command).toBe('nvidia-smi');
			expect(args.join(' ')).not.toContain('-l');
			return {status, out, err: ''};
		},
	});
	const out = '0, GPU-a, 97, 21504, 24576, 310.52, 66\nerror: 1\n';
	expect((await probes.gpu.list(host(0, out))).map(({index, busy}) => [index, busy])).toEqual([
		[0, 0.97],
	]);
	expect(await probes.gpu.list(host(9, out))).toEqual([]);
});
