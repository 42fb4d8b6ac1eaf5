import {expect, test} from 'vitest';
import type {Holders} from '../../source/core/host.ts';
import {probes} from '../../source/probes/index.ts';
import {type MemoryHost, memoryHost} from '../kit/host.ts';

const log = '/runs/a/log.txt';
const trainer = {pid: 4242, alive: true, command: 'python train.py'};

/** A machine where user 1000 (the owner of every file) sees these writers. */
async function ask(holders: Partial<Holders>, {shared = false, path = log, written = false} = {}) {
	const memory = memoryHost({[log]: 'x'});
	const identity = (await memory.stat(log))!.identity;
	const host: MemoryHost = {
		...memory,
		shared: async () => shared,
		async holders() {
			const writers = new Map(written ? [[identity, trainer]] : []);
			return {user: 1000, complete: true, writers, ...holders};
		},
	};
	const answers = await probes.process.ask(host, [{id: identity, full: path}]);
	return answers.get(identity);
}

test('a process that holds the log open for writing is told', async () => {
	const answer = await ask({}, {written: true});
	expect(answer).toEqual({kind: 'writing', process: trainer});
});

test('nobody writes when all processes of the owner were listed and none holds it', async () => {
	expect(await ask({})).toEqual({kind: 'nobody'});
});

test.each<[string, Parameters<typeof ask>]>([
	['not every process could be listed', [{complete: false}]],
	['the file is another user’s', [{user: 1001}]],
	['other machines may write to it', [{}, {shared: true}]],
	['the file is no longer there', [{}, {path: '/runs/a/gone.txt'}]],
])('unknown, because %s', async (why, given) => {
	expect(await ask(...given)).toEqual({kind: 'unknown', why});
});

test('a host that cannot look at processes says so', async () => {
	const answers = await probes.process.ask(memoryHost(), [{id: '1:2', full: log}]);
	expect(answers.get('1:2')).toEqual({kind: 'unknown', why: 'this host cannot tell'});
});

test('one look answers for many files', async () => {
	let looks = 0;
	const host: MemoryHost = {
		...memoryHost(),
		async holders() {
			looks++;
			return {user: 1000, complete: true, writers: new Map([['1:7', trainer]])};
		},
	};
	const files = ['1:7', '1:8', '1:9'].map(id => ({id, full: log}));
	expect([...(await probes.process.ask(host, files)).values()].map(({kind}) => kind)).toEqual([
		'writing',
		'unknown',
		'unknown',
	]);
	expect(looks).toBe(1);
});
