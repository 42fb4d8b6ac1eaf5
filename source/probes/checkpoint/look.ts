import {
	type CheckpointReader,
	type Content,
	type KnownContents,
	type Span,
	unknownContent,
} from '../../core/checkpoint.ts';
import type {Host} from '../../core/host.ts';
import type {Part} from './part.ts';

/** Bytes read for one save at most, and files of it that are looked into. */
export const mostBytes = 1_000_000;
const mostFiles = 6;
const mostKnown = 5000;

/** Looks into the files of a save that tell most, the others stay as they are. */
export async function lookInto(
	host: Host,
	reader: CheckpointReader,
	parts: readonly Part[],
	known: KnownContents,
): Promise<readonly Part[]> {
	const budget = {left: mostBytes};
	const chosen = choose(parts);
	const seen = new Map<Part, Content>();
	for (const part of chosen) {
		const old = known.get(part.identity);
		const same = old?.bytes === part.bytes && old.modifiedAt === part.modifiedAt;
		const content = same ? old.content : await peek(host, reader, part, budget);
		seen.set(part, content);
		if (known.size >= mostKnown) known.clear();
		known.set(part.identity, {bytes: part.bytes, modifiedAt: part.modifiedAt, content});
	}

	return parts.map(part => {
		const content = seen.get(part);
		return content ? {...part, content} : part;
	});
}

/** The first and the last model file, an optimizer's, and a few more. */
function choose(parts: readonly Part[]): readonly Part[] {
	const models = parts.filter(({role}) => role === 'model');
	const optimizers = parts.filter(({role}) => role === 'optimizer');
	const states = parts.filter(({name}) =>
		/^trainer_state\.json$|\.(?:pdstates|states)$/.test(name),
	);
	const first = [models[0], optimizers[0], states[0], models.at(-1), optimizers.at(-1)];
	const all = [...first, ...models, ...optimizers].filter(part => part !== undefined);
	return [...new Set(all)].slice(0, mostFiles);
}

async function peek(
	host: Host,
	reader: CheckpointReader,
	part: Part,
	budget: {left: number},
): Promise<Content> {
	try {
		const file = await host.open(part.full);
		return await drive(reader, part, budget, async ({offset, length}) => {
			const bytes = new Uint8Array(length);
			const got = await file.read(bytes, offset);
			return bytes.subarray(0, got);
		}).finally(() => file.close());
	} catch (error) {
		const code = (error as {code?: string}).code;
		return unknownContent('unknown', `cannot be read${code ? ` (${code})` : ''}`);
	}
}

async function drive(
	reader: CheckpointReader,
	{name, bytes}: Part,
	budget: {left: number},
	read: (span: Span) => Promise<Uint8Array>,
): Promise<Content> {
	const peeking = reader.read(name, bytes);
	let step = peeking.next();
	while (!step.done) {
		budget.left -= step.value.length;
		if (budget.left < 0) return unknownContent('unknown', 'a megabyte of it does not tell');
		step = peeking.next(await read(step.value));
	}

	return step.value;
}
