import {BinaryWriter} from '@bufbuild/protobuf/wire';
import {describe, expect, test} from 'vitest';
import {crc32, crc32c} from '../../source/readers/binary/crc.ts';
import tfevents from '../../source/readers/tfevents.ts';
import {bytesOf, type Fill, framed, inner, readAll} from './kit.ts';

/** An event of one summary value at a step, 1,600,000,000 seconds and that step after 1970. */
function event(step: number, tag: string, fill: Fill): Uint8Array {
	const writer = new BinaryWriter().tag(1, 1).double(1_600_000_000 + step);
	if (step !== 0) writer.tag(2, 0).int64(step);
	inner(writer, 5, summary => inner(summary, 1, value => fill(value.tag(1, 2).string(tag))));
	return framed(writer.finish());
}

const simple = (step: number, tag: string, value: number) =>
	event(step, tag, writer => writer.tag(2, 5).float(value));
const tensor = (step: number, tag: string, fill: Fill, plugin?: string) =>
	event(step, tag, writer => {
		inner(writer, 8, fill);
		if (plugin === undefined) return writer;
		return inner(writer, 9, meta => inner(meta, 1, data => data.tag(1, 2).string(plugin)));
	});
const version = framed(
	new BinaryWriter().tag(1, 1).double(1.5e9).tag(3, 2).string('brain.Event:2').finish(),
);

function file(...records: readonly Uint8Array[]): Uint8Array {
	return Uint8Array.from([version, ...records].flatMap(record => [...record]));
}

test('the checksums are the published ones', () => {
	expect(crc32c(bytesOf('123456789'))).toBe(0xe3069283);
	expect(crc32(bytesOf('123456789'))).toBe(0xcbf43926);
	expect(crc32(bytesOf('x123456789x'), 1, 10)).toBe(0xcbf43926);
	expect(crc32c(new Uint8Array(0))).toBe(0);
});

test('values of one step are one record of each split; a step of 0 is not written', () => {
	const {events} = readAll(
		tfevents,
		file(
			simple(0, 'train/loss', 2.5),
			simple(0, 'train/lr', 0.5),
			simple(1, 'train/loss', Number.NaN),
			simple(1, 'val/loss', 2.25),
			simple(1, 'val/acc', 0.75),
		),
	);
	expect(events).toEqual([
		{
			kind: 'metrics',
			split: 'train',
			position: {step: 0},
			values: {loss: 2.5, lr: 0.5},
			at: 1_600_000_000_000,
			source: {file: '', line: 2, offset: version.length},
		},
		expect.objectContaining({split: 'train', position: {step: 1}, values: {loss: Number.NaN}}),
		expect.objectContaining({split: 'val', position: {step: 1}, values: {loss: 2.25, acc: 0.75}}),
	]);
});

test('a scalar may be a tensor, and only its first event says that it is a scalar', () => {
	const float: Fill = writer =>
		writer
			.tag(1, 0)
			.int32(1)
			.tag(4, 2)
			.bytes(Uint8Array.of(0, 0, 160, 63));
	const packed: Fill = writer =>
		writer
			.tag(1, 0)
			.int32(1)
			.tag(5, 2)
			.bytes(Uint8Array.of(0, 0, 32, 64));
	const half: Fill = writer =>
		writer
			.tag(1, 0)
			.int32(19)
			.tag(4, 2)
			.bytes(Uint8Array.of(0, 0x3e, 0, 0));
	const image: Fill = writer => writer.tag(1, 0).int32(7).tag(8, 2).bytes(new Uint8Array(30));
	const {events} = readAll(
		tfevents,
		file(
			tensor(1, 'loss', float, 'scalars'),
			tensor(2, 'loss', packed),
			tensor(3, 'loss', half),
			tensor(4, 'pictures', image, 'images'),
		),
	);
	expect(events.map(one => one.kind === 'metrics' && one.values)).toEqual([
		{loss: 1.25},
		{loss: 2.5},
		{loss: 1.5},
	]);
});

test('Keras counts epochs, and tells a validation by its other tags', () => {
	const {events} = readAll(
		tfevents,
		file(simple(30, 'evaluation_loss_vs_iterations', 0.5), simple(0, 'epoch_loss', 0.5)),
	);
	expect(events).toMatchObject([{split: 'val', position: {epoch: 0}, values: {loss: 0.5}}]);
});

test('the epoch is a place, placeholders are nothing', () => {
	const {events} = readAll(
		tfevents,
		file(
			simple(20, 'train/loss', 1.5),
			simple(20, 'train/epoch', 0.25),
			simple(20, 'eval/runtime', 3),
			simple(20, 'hp_metric', -1),
			simple(20, 'lm loss vs samples', 2),
		),
	);
	expect(events).toMatchObject([
		{split: 'train', position: {step: 20, epoch: 0.25}, values: {loss: 1.5}},
	]);
});

test('the settings that a session starts with are facts', () => {
	const record = event(0, '_hparams_/session_start_info', value =>
		inner(value, 9, meta =>
			inner(meta, 1, data => {
				data.tag(1, 2).string('hparams');
				return inner(data, 2, content =>
					inner(content, 3, start => {
						inner(start, 1, entry =>
							inner(entry.tag(1, 2).string('lr'), 2, any => any.tag(2, 1).double(0.5)),
						);
						return inner(start, 1, entry =>
							inner(entry.tag(1, 2).string('optimizer'), 2, any => any.tag(3, 2).string('adam')),
						);
					}),
				);
			}),
		),
	);
	expect(readAll(tfevents, file(record)).events).toEqual([
		{kind: 'facts', facts: {lr: 0.5, optimizer: 'adam'}},
	]);
});

test('the pieces in which it arrives do not matter, whatever is passed over', () => {
	const large = event(1, 'graph', writer => writer.tag(6, 2).bytes(new Uint8Array(300_000)));
	const bytes = file(simple(1, 'loss', 1.5), large, simple(2, 'loss', 1.25));
	const whole = readAll(tfevents, bytes);
	expect(whole.events).toMatchObject([{position: {step: 1}}, {position: {step: 2}}]);
	expect(whole.report).toMatchObject({lines: 4, trouble: []});
	for (const size of [997, 65_536]) expect(readAll(tfevents, bytes, size)).toEqual(whole);
});

test('a metric that a step tells again is another record, under whichever name', () => {
	const {events} = readAll(
		tfevents,
		file(
			simple(1, 'val/loss', 4),
			simple(1, 'val_loss', 3),
			simple(1, 'constructor', 1),
			simple(1, 'constructor', 2),
		),
	);
	const told = events.map(event => event.kind === 'metrics' && [event.split, event.values]);
	expect(told).toEqual([
		['val', {loss: 4}],
		['train', {constructor: 1}],
		['val', {loss: 3}],
		['train', {constructor: 2}],
	]);
});

test('tags without number are not all remembered, which is told once', () => {
	const records = Array.from({length: 10_002}, (_, index) => simple(1, `x${index}`, index));
	const {events, report} = readAll(tfevents, file(...records));
	expect(events.map(one => one.kind === 'metrics' && Object.keys(one.values).length)).toEqual([
		10_000,
	]);
	expect(report.trouble.map(({what}) => what)).toEqual(['too many tags: not all are read']);
});

test('a step of more than 32 bits, and one below 0, are exact', () => {
	const steps = [3_000_000_000, 9_007_199_254_740_991, -5];
	const {events} = readAll(tfevents, file(...steps.map(step => simple(step, 'loss', 1))));
	expect(events.map(({position}) => position?.step)).toEqual(steps);
});

describe('damage', () => {
	const good = file(simple(1, 'loss', 1.5), simple(2, 'loss', 1.25), simple(3, 'loss', 1));
	const second = version.length + simple(1, 'loss', 1.5).length;

	test('a record cut in the middle waits for the rest of it', () => {
		const reading = tfevents.open();
		const cut = good.length - 5;
		reading.push(good.slice(0, cut), 0);
		expect(reading.rest!()).toMatchObject([{position: {step: 2}}]);
		reading.push(good.slice(cut), cut);
		expect(reading.rest!()).toMatchObject([{position: {step: 3}}]);
		expect(reading.report().trouble).toEqual([]);
	});

	test('a payload that fails its checksum is passed over and told', () => {
		const bytes = good.slice();
		bytes[second + 14] = bytes[second + 14]! ^ 255;
		const {events, report} = readAll(tfevents, bytes);
		expect(events).toMatchObject([{position: {step: 1}}, {position: {step: 3}}]);
		expect(report.trouble).toEqual([{offset: second, what: 'a record that fails its checksum'}]);
	});

	test('behind a length that fails its checksum it goes on with the next record; that is told once', () => {
		const bytes = good.slice();
		bytes[second] = bytes[second]! ^ 255;
		for (const size of [1, 10, bytes.length]) {
			const {events, report} = readAll(tfevents, bytes, size);
			expect(events).toMatchObject([{position: {step: 1}}, {position: {step: 3}}]);
			expect(report.trouble).toEqual([
				{offset: second, what: 'a damaged record: passed over up to the next whole one'},
			]);
		}
	});

	test('a record without its end is told where it is explained, and is no trouble', () => {
		const {report} = readAll(tfevents, good.subarray(0, good.length - 3));
		expect(report.why).toMatch(/; the last \d+ bytes are a record without its end/);
		expect(report.trouble).toEqual([]);
		expect(readAll(tfevents, good).report.why).not.toContain('without its end');
	});

	test('a record that is no event is told', () => {
		const {report} = readAll(tfevents, file(framed(Uint8Array.of(0x2a, 200, 1))));
		expect(report.trouble).toEqual([{offset: version.length, what: 'a record that is no event'}]);
	});

	test('random bytes never throw', () => {
		const bytes = Uint8Array.from({length: 4096}, (_, index) => (index * index * 31 + 7) & 255);
		for (let from = 0; from < 64; from++) {
			expect(() => readAll(tfevents, file(framed(bytes.slice(from, from + 60))))).not.toThrow();
		}

		expect(readAll(tfevents, bytes).report.trouble).toHaveLength(1);
	});
});

describe('what it claims', () => {
	test('event files of any name, empty ones by their name', () => {
		expect(tfevents.claims('x', file())).toBe(true);
		expect(tfevents.claims('events.out.tfevents.1.host.1.0', new Uint8Array(0))).toBe(true);
	});

	test.each([
		['events.out.tfevents.1.host', 'version https://git-lfs.github.com/spec/v1\noid sha256:1\n'],
		['events.out.tfevents.1.txt', 'a text about event files'],
		['train.log', 'epoch 1 loss 0.5'],
	])('not %s', (name, text) => {
		expect(tfevents.claims(name, bytesOf(text))).toBe(false);
	});
});
