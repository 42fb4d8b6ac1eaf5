import type {Gpu} from '../../core/gpu.ts';
import type {Machine} from '../../core/machine.ts';
import {blank, type Line, lineWidth, type Span, span, type Tone} from '../lines.ts';
import type {Glyphs} from '../theme.ts';
import type {World} from '../world.ts';

/** From here on a share is a warning, and here it is grave. */
const high = 0.9;
const full = 0.97;

/** How busy the machine is, as much of it as there is room for; nothing where there is too little. */
export function figuresOf({gpus = [], machine}: World, glyphs: Glyphs, room: number): Line {
	const host = machine ? hostParts(machine) : [];
	const long = gpus.length <= 4 ? gpus.map(gpu => gpuPart(gpu, glyphs)) : [];
	const short = gpus.length > 0 ? [gpusPart(gpus, glyphs)] : [];
	const brief = gpus.length <= 4 ? gpus.map(gpu => gpuPart({...gpu, memory: null}, glyphs)) : [];
	const variants = [
		...(long.length > 0 ? [[...long, ...host], [...brief, ...host], long] : []),
		[...short, ...host],
		...(long.length > 0 ? [brief] : []),
		short,
		host.slice(-2),
	];
	return variants.map(joined).find(line => lineWidth(line) <= room) ?? [];
}

function joined(parts: readonly Line[]): Line {
	return parts.flatMap((part): readonly Span[] => [...part, blank(2)]);
}

/** `GPU0 ▇  95% 21/24G`. */
function gpuPart({index, busy, memory, memoryTotal}: Gpu, glyphs: Glyphs): Line {
	const used =
		memory === null || memoryTotal === null ? '' : ` ${whole(memory)}/${whole(memoryTotal)}G`;
	return [
		span(`GPU${index} `, 'quiet'),
		span(height(busy, glyphs), 'curve'),
		span(` ${stepped(busy).padStart(4)}${used}`),
	];
}

/** `8 GPUs ▇▇▁▇▇▇▇▇  80%`: each of them, and their mean. */
function gpusPart(gpus: readonly Gpu[], glyphs: Glyphs): Line {
	const known = gpus.flatMap(({busy}) => busy ?? []);
	const mean = known.length > 0 ? known.reduce((sum, busy) => sum + busy, 0) / known.length : null;
	return [
		span(gpus.length === 1 ? 'GPU ' : `${gpus.length} GPUs `, 'quiet'),
		span(
			gpus
				.slice(0, 16)
				.map(({busy}) => height(busy, glyphs))
				.join(''),
			'curve',
		),
		span(` ${stepped(mean).padStart(4)}`),
	];
}

function hostParts({cpu, memory, disk}: Machine): readonly Line[] {
	const part = (name: string, share: number | null, tone: Tone): readonly Line[] =>
		share === null ? [] : [[span(`${name} `, 'quiet'), span(stepped(share).padStart(4), tone)]];
	return [
		...part('cpu', cpu, 'plain'),
		...part('mem', memory, toneOf(memory)),
		...part('disk', disk, toneOf(disk)),
	];
}

function toneOf(share: number | null): Tone {
	return share === null || share < high ? 'plain' : share < full ? 'warn' : 'bad';
}

/** In steps of 5 %, so that it stands still; beyond 90 % in steps of 1 %, where they matter. */
function stepped(share: number | null): string {
	if (share === null) return '–';
	const step = share < high ? 5 : 1;
	return `${Math.round((share * 100) / step) * step}%`;
}

function height(share: number | null, {spark, dash}: Glyphs): string {
	return share === null ? dash : spark[Math.min(7, Math.floor(share * 8))]!;
}

function whole(bytes: number): string {
	return String(Math.round(bytes / 2 ** 30));
}
