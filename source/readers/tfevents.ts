import type {Reader, Reading} from '../core/reader.ts';
import {isPointer, unfinished} from './binary/bytes.ts';
import {crc32c, masked} from './binary/crc.ts';
import {createGroup} from './binary/group.ts';
import {createLexicon} from './binary/lexicon.ts';
import type {Take} from './binary/piece.ts';
import {recordCutter} from './binary/records.ts';
import {nothingLogged, readLogged} from './binary/scalars.ts';
import {type Tag, tagger} from './binary/tag.ts';
import {createBatches, type Place} from './table/batches.ts';

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
	const batches = createBatches();
	const group = createGroup(batches);
	const tags = createLexicon(tagger());
	const logged = nothingLogged<Tag>();
	const place: Place = {line: 0, offset: 0, at: 0, epoch: Number.NaN, step: 0};
	let understood = 0;
	/** Keras writes the epochs' results of the validation into a file of their own, under the names of the training. */
	let validates = false;

	const take: Take = (piece, end, offset) => {
		const {nameless} = logged;
		try {
			readLogged(piece, end, tags, logged);
		} catch {
			hear(offset, 'a record that is no event');
			return;
		}

		if (nameless === 0 && logged.nameless > 0) hear(offset, 'too many tags: not all are read');
		understood++;
		place.line = cutter.count();
		place.offset = offset;
		place.at = logged.time > 0 ? logged.time * 1000 : Number.NaN;
		place.step = logged.step;
		tell();
	};

	/** Tells what the record in hand logged. */
	const tell = () => {
		const {tags, values, count, settings} = logged;
		for (let index = 0; index < count; index++) validates ||= tags[index]!.validates;
		for (let index = 0; index < count; index++) {
			const tag = tags[index]!;
			if (!tag.beside) group.add(tag, validates ? tag.val : tag.train, values[index]!, place);
		}

		if (settings && Object.keys(settings).length > 0) {
			batches.tell({kind: 'facts', facts: settings});
		}
	};

	return {
		push: (bytes, offset) => {
			cutter.cut(bytes, offset, take);
			return batches.take();
		},
		rest: () => {
			group.tell(batches);
			return batches.take();
		},
		report: () => ({
			format: 'tfevents',
			why: `understands ${understood} of ${cutter.count()} records${unfinished(cutter.open())}`,
			candidates: [{format: 'tfevents', understood}],
			lines: cutter.count(),
			understood,
			notUnderstood: [],
			trouble,
		}),
	};
}
