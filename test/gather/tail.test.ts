import {describe, expect, test} from 'vitest';
import {openTail, type Tail} from '../../source/gather/tail.ts';
import {type MemoryHost, memoryHost} from '../kit/host.ts';

const log = '/runs/a/log.txt';

async function follow(host: MemoryHost, path = log, options = {}): Promise<Tail> {
	const stat = await host.stat(path);
	return openTail(host, {full: path, id: stat!.identity}, options);
}

/** All news until there is none, bytes as text. */
async function drain(tail: Tail): Promise<readonly string[]> {
	const heard: string[] = [];
	for (let news = await tail.next(); news; news = await tail.next()) {
		if (news.kind === 'bytes') {
			heard.push(`${news.offset}:${new TextDecoder().decode(news.bytes)}`);
		} else if (news.kind === 'restarted') heard.push(news.why);
		else heard.push(news.kind === 'trouble' ? news.what : 'gone');
		if (heard.length > 50) throw new Error('never ends');
	}

	return heard;
}

describe('openTail', () => {
	test('reads what is there, then only what was appended', async () => {
		const host = memoryHost({[log]: 'one\n'});
		const tail = await follow(host);
		expect(await drain(tail)).toEqual(['0:one\n']);
		expect(await drain(tail)).toEqual([]);
		host.append(log, 'two\n');
		expect(await drain(tail)).toEqual(['4:two\n']);
		expect([tail.position, tail.size]).toEqual([8, 8]);
	});

	test('reads a large file in chunks', async () => {
		const host = memoryHost({[log]: 'abcdefghij'});
		const tail = await follow(host, log, {chunk: 4});
		expect(await drain(tail)).toEqual(['0:abcd', '4:efgh', '8:ij']);
	});

	test('passes a hole in large pieces', async () => {
		const host = memoryHost({[log]: `abcd${'\0'.repeat(2 ** 20 + 4)}efghij`});
		const tail = await follow(host, log, {chunk: 4});
		const heard = await drain(tail);
		expect(heard.map(news => news.length)).toEqual([6, 6, 2 ** 20 + 2, 14]);
		expect(heard.at(-1)).toBe('1048584:efghij');
	});

	test('the next chunk of one file is read while others are looked at', async () => {
		const host = memoryHost({[log]: 'abcdefghij', '/b.log': '0123456789'});
		const [one, two] = [
			await follow(host, log, {chunk: 4}),
			await follow(host, '/b.log', {chunk: 4}),
		];
		const text = async (tail: Tail) => {
			const news = await tail.next();
			return news?.kind === 'bytes' ? new TextDecoder().decode(news.bytes) : news?.kind;
		};
		expect(await text(one)).toBe('abcd');
		expect(await text(two)).toBe('0123');
		expect(await text(two)).toBe('4567');
		expect(await text(one)).toBe('efgh');
		one.rewind();
		expect(await text(one)).toBe('abcd');
		await one.close();
		expect(await text(two)).toBe('89');
		expect(await text(one)).toBe('efgh');
	});

	test('a file that shrinks while it is read begins again', async () => {
		const host = memoryHost({[log]: 'abcdefghijkl'});
		const tail = await follow(host, log, {chunk: 4});
		await tail.next();
		host.write(log, 'new\n');
		expect((await drain(tail)).slice(-2)).toEqual(['rewritten', '0:new\n']);
	});

	test('begins again when the file was truncated', async () => {
		const host = memoryHost({[log]: 'a long first story\n'});
		const tail = await follow(host);
		await drain(tail);
		host.write(log, 'new\n');
		expect(await drain(tail)).toEqual(['truncated', '0:new\n']);
	});

	test('begins again when the file was rewritten in place and is longer than before', async () => {
		const host = memoryHost({[log]: 'epoch,loss\n1,0.5\n'});
		const tail = await follow(host);
		await drain(tail);
		host.write(log, 'epoch,loss,acc\n1,0.5,\n2,0.4,0.9\n');
		expect(await drain(tail)).toEqual(['rewritten', '0:epoch,loss,acc\n1,0.5,\n2,0.4,0.9\n']);
	});

	test('begins again when the file was rewritten in place to the same size', async () => {
		const host = memoryHost({[log]: 'loss 1\n'});
		const tail = await follow(host);
		await drain(tail);
		host.write(log, 'loss 2\n');
		expect(await drain(tail)).toEqual(['rewritten', '0:loss 2\n']);
	});

	test('a new time stamp alone is no news', async () => {
		const host = memoryHost({[log]: 'loss 1\n'});
		const tail = await follow(host);
		await drain(tail);
		host.append(log, '');
		expect(await drain(tail)).toEqual([]);
	});

	test('reads the end of a replaced file before it turns to the new one', async () => {
		const host = memoryHost({[log]: 'one\n'});
		const tail = await follow(host);
		const before = tail.identity;
		await drain(tail);
		host.append(log, 'last\n');
		host.replace(log, 'fresh\n');
		expect(await drain(tail)).toEqual(['4:last\n', 'replaced', '0:fresh\n']);
		expect(tail.identity).not.toBe(before);
	});

	test('follows a file through a rename of its folder', async () => {
		const host = memoryHost({[log]: 'one\n'});
		const tail = await follow(host);
		await drain(tail);
		host.rename('/runs/a', '/runs/a_archived_20260105_143022');
		host.append('/runs/a_archived_20260105_143022/log.txt', 'two\n');
		expect(await drain(tail)).toEqual(['4:two\n']);
		tail.moved('/runs/a_archived_20260105_143022/log.txt');
		expect(await drain(tail)).toEqual([]);
		expect(tail.path).toBe('/runs/a_archived_20260105_143022/log.txt');
	});

	test('stays with its file when another takes its old path', async () => {
		const host = memoryHost({[log]: 'old\n'});
		const tail = await follow(host);
		await drain(tail);
		host.rename('/runs/a', '/runs/b');
		host.write(log, 'new\n');
		host.append('/runs/b/log.txt', 'more\n');
		expect(await drain(tail)).toEqual(['4:more\n']);
	});

	test('tells once that a file was deleted, and takes up one that is made again', async () => {
		const host = memoryHost({[log]: 'one\n'});
		const tail = await follow(host);
		await drain(tail);
		host.remove(log);
		expect(await drain(tail)).toEqual(['gone']);
		expect(await drain(tail)).toEqual([]);
		host.write(log, 'again\n');
		expect(await drain(tail)).toEqual(['replaced', '0:again\n']);
	});

	test('a file that was moved while closed is gone until its new path is known', async () => {
		const host = memoryHost({[log]: 'one\n'});
		const tail = await follow(host);
		await drain(tail);
		await tail.close();
		host.rename(log, '/runs/moved.txt');
		host.write(log, 'other\n');
		expect(await drain(tail)).toEqual(['gone']);
		host.append('/runs/moved.txt', 'two\n');
		tail.moved('/runs/moved.txt');
		expect(await drain(tail)).toEqual(['4:two\n']);
	});

	test('tells once that it may not read, and reads when it may', async () => {
		const host = memoryHost({[log]: 'one\n'});
		const tail = await follow(host);
		host.refuse(log, 'EACCES');
		expect(await tail.next()).toEqual({kind: 'trouble', what: 'permission denied'});
		expect(await tail.next()).toBeUndefined();
		host.refuse(log, undefined);
		expect(await drain(tail)).toEqual(['0:one\n']);
	});

	test('an error in the middle of reading is told, and reading goes on where it stopped', async () => {
		const host = memoryHost({[log]: 'abcdefghijkl'});
		const tail = await follow(host, log, {chunk: 4});
		await tail.next();
		host.refuse(log, 'EIO');
		expect(await tail.next()).toMatchObject({kind: 'bytes', offset: 4});
		expect(await tail.next()).toEqual({kind: 'trouble', what: 'input/output error'});
		host.refuse(log, undefined);
		expect(await drain(tail)).toEqual(['8:ijkl']);
	});

	test('keeps at most 200 files open and loses nothing', async () => {
		const paths = Array.from({length: 450}, (_, index) => `/runs/${index}/log.txt`);
		const host = memoryHost(Object.fromEntries(paths.map(path => [path, `${path}\n`])));
		const tails = await Promise.all(paths.map(path => follow(host, path)));
		for (const tail of tails) expect(await drain(tail)).toEqual([`0:${tail.path}\n`]);
		for (const path of paths) host.append(path, 'more\n');
		for (const tail of tails) expect(await drain(tail)).toHaveLength(1);
		expect(host.counts.most).toBeLessThanOrEqual(200);
	});

	test('gives up handles when the system has no more', async () => {
		const paths = ['/a.log', '/b.log', '/c.log', '/d.log'];
		const host = memoryHost(Object.fromEntries(paths.map(path => [path, path])));
		const scarce: MemoryHost = {
			...host,
			async open(path) {
				if (host.counts.opened >= 2) throw Object.assign(new Error('full'), {code: 'EMFILE'});
				return host.open(path);
			},
		};
		for (const path of paths)
			expect(await drain(await follow(scarce, path))).toEqual([`0:${path}`]);
	});

	test('peeks at the newest bytes without moving', async () => {
		const host = memoryHost({[log]: 'abcdefghij'});
		const tail = await follow(host);
		const peeked = await tail.peek(4);
		expect(peeked?.offset).toBe(6);
		expect(new TextDecoder().decode(peeked?.bytes)).toBe('ghij');
		expect(await drain(tail)).toEqual(['0:abcdefghij']);
	});

	test('peeking at a file that is gone gives nothing and does not hide the news', async () => {
		const host = memoryHost({[log]: 'abc'});
		const tail = await follow(host);
		host.remove(log);
		expect(await tail.peek(4)).toBeUndefined();
		expect(await drain(tail)).toEqual(['gone']);
	});

	test('opened anew for every look, it holds no handle while it waits', async () => {
		const host = memoryHost({[log]: 'one\n'});
		const tail = await follow(host, log, {anew: true});
		expect(await drain(tail)).toEqual(['0:one\n']);
		expect(host.counts.opened).toBe(0);
		host.append(log, 'two\n');
		expect(await drain(tail)).toEqual(['4:two\n']);
	});
});
