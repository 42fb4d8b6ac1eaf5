import {type Event, type Fact, type Position, type Split, splits} from '../core/event.ts';
import type {Reader, Reading} from '../core/reader.ts';
import {isPointer} from './binary/bytes.ts';
import {crc32c, masked} from './binary/crc.ts';
import {type Framed, recordCutter} from './binary/records.ts';
import {type Logged, readLogged} from './binary/scalars.ts';
import {valueColumn} from './table/columns.ts';

/** The values told at one step. */
type Group = {
	readonly step: number;
	readonly time: number;
	readonly line: number;
	readonly offset: number;
	epoch: number | undefined;
	/** Keras counts epochs where others count steps, and says so in its tags: `epoch_loss`. */
	epochs: boolean;
	readonly values: Map<Split, Record<string, number>>;
};

/** Told beside a metric for another axis, or placeholders. */
const beside =
	/_vs_iterations$| vs samples$|^hp_metric$|^hparam\/|(?:^|\/)(?:runtime|samples_per_second|steps_per_second|total_flos|train_runtime)$|(?:samples|steps)_per_second$/;

/** TensorBoard event files: TFRecord frames of `Event` messages (tensorboard/compat/proto/event.proto). */
export default {
	title: 'TensorBoard events',
	claims: (name, head) => {
		if (isPointer(head)) return false;
		if (head.length < 12) return /tfevents/.test(name);
		const sum = new DataView(head.buffer, head.byteOffset, 12).getUint32(8, true);
		if (sum === masked(crc32c(head.subarray(0, 8)))) return true;
		return /tfevents/.test(name) && head.subarray(0, 512).includes(0);
	},
	open,
	losses: ['loss', 'total_loss', 'l_total', 'lm loss', 'mean_loss', 'box_loss'],
	primary: ['mAP50-95(B)', 'mAP_0.5:0.95', 'bbox/AP', 'coco/bbox_mAP'],
} satisfies Reader;

function open(): Reading {
	const trouble: {offset: number; what: string}[] = [];
	const hear = (offset: number, what: string) => {
		if (trouble.length < 20) trouble.push({offset, what});
	};

	const cutter = recordCutter(hear);
	const plugins = new Map<string, string>();
	let group: Group | undefined;
	let understood = 0;
	/** Keras writes the epochs' results of the validation into a file of their own, under the names of the training. */
	let validates = false;

	/** Puts a value to those of its step; tells the group before it when it begins a new one. */
	const add = (tag: string, value: number, logged: Logged, framed: Framed): readonly Event[] => {
		const epochs = tag.startsWith('epoch_');
		const {split, name} = valueColumn(epochs ? tag.slice(6) : tag, validates ? 'val' : 'train');
		const current =
			group && fits(group, logged.step, split, name)
				? group
				: begin(logged, framed, cutter.count());
		const before = group && current !== group ? groupEvents(group) : [];
		group = current;
		group.epochs &&= epochs;
		if (name === 'epoch') group.epoch = value;
		else put(group, split, name, value);
		return before;
	};

	const told = (framed: Framed): readonly Event[] => {
		const logged = readLogged(framed.payload, plugins);
		understood++;
		validates ||= logged.scalars.some(({tag}) => /^evaluation_.*_vs_iterations$/.test(tag));
		const events = logged.scalars
			.filter(({tag}) => !beside.test(tag))
			.flatMap(({tag, value}) => add(tag, value, logged, framed));
		const settings: Readonly<Record<string, Fact>> = logged.settings ?? {};
		return Object.keys(settings).length > 0
			? [...events, {kind: 'facts', facts: settings}]
			: events;
	};

	return {
		push: (bytes, offset) => {
			const events: Event[] = [];
			cutter.cut(bytes, offset, framed => {
				try {
					events.push(...told(framed));
				} catch {
					hear(framed.offset, 'a record that is no event');
				}
			});
			return events;
		},
		rest: () => (group ? groupEvents(group) : []),
		report: () => ({
			format: 'tfevents',
			why: `understands ${understood} of ${cutter.count()} records`,
			candidates: [{format: 'tfevents', understood}],
			lines: cutter.count(),
			understood,
			notUnderstood: [],
			trouble,
		}),
	};
}

function fits({step, values}: Group, at: number, split: Split, name: string): boolean {
	return step === at && values.get(split)?.[name] === undefined;
}

function begin({step, time}: Logged, {offset}: Framed, line: number): Group {
	return {step, time, line, offset, epoch: undefined, epochs: true, values: new Map()};
}

function put(group: Group, split: Split, name: string, value: number): void {
	const values = group.values.get(split) ?? {};
	values[name] = value;
	group.values.set(split, values);
}

function positionOf({step, epoch, epochs}: Group): Position {
	if (epochs) return {epoch: step};
	return epoch === undefined ? {step} : {step, epoch};
}

function groupEvents(group: Group): readonly Event[] {
	const {values, time, line, offset} = group;
	return splits.flatMap(split => {
		const told = values.get(split);
		if (!told) return [];
		return {
			kind: 'metrics',
			split,
			position: positionOf(group),
			values: told,
			...(time > 0 ? {at: time * 1000} : {}),
			source: {file: '', line, offset},
		} as const;
	});
}
