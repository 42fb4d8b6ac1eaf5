import {expect, test} from 'vitest';
import {localHost} from '../../source/host/local.ts';
import {probes} from '../../source/probes/index.ts';
import {memoryHost} from '../kit/host.ts';

const space = {device: '1', size: 100, free: 40};

test('each folder is asked for once, and one that cannot be asked is left out', async () => {
	const asked: string[] = [];
	const host = {
		...memoryHost(),
		async space(path: string) {
			asked.push(path);
			if (path === '/broken') throw new Error('ESTALE');
			return path === '/gone' ? undefined : space;
		},
	};
	const answers = await probes.disk.ask(host, ['/runs', '/gone', '/broken', '/runs']);
	expect([...answers]).toEqual([['/runs', space]]);
	expect(asked).toEqual(['/runs', '/gone', '/broken']);
});

test('a host that cannot tell has no answers', async () => {
	expect([...(await probes.disk.ask(memoryHost(), ['/runs']))]).toEqual([]);
});

test('this machine tells the room where its folders lie', async () => {
	const host = localHost();
	const told = await host.space?.('.');
	expect(told?.free).toBeGreaterThanOrEqual(0);
	expect(told?.size).toBeGreaterThan(told?.free ?? 0);
	expect(await host.space?.('/nowhere/at/all')).toBeUndefined();
});
