import type {Gpu} from '../../core/gpu.ts';

/** What nvidia-smi is asked for of each GPU, in the order of `gpuIn`. */
export const gpuFields =
	'index,uuid,utilization.gpu,memory.used,memory.total,power.draw,temperature.gpu';
/** What it is asked for of each process, in the order of `holdIn`. */
export const holdFields = 'pid,used_memory,gpu_uuid';

/** A process and what it holds of a GPU; memory in bytes. */
export type Hold = {readonly pid: number; readonly memory: number | null; readonly uuid: string};

const mebibyte = 1 << 20;
const mostGpus = 64;

/** `0, GPU-8f1c…, 97, 21504, 24576, 310.52, 66` → one GPU; undefined for errors and other text. */
export function gpuIn(line: string): Gpu | undefined {
	const [index, uuid, busy, used, total, power, temperature, more] = line.split(',').map(trimmed);
	if (temperature === undefined || more !== undefined || !isUuid(uuid)) return undefined;
	if (!/^\d{1,3}$/.test(index!) || Number(index) >= mostGpus) return undefined;
	const percent = numberIn(busy!);
	return {
		index: Number(index),
		uuid,
		busy: percent === null ? null : Math.min(1, percent / 100),
		memory: bytesIn(used!),
		memoryTotal: bytesIn(total!),
		power: numberIn(power!),
		temperature: numberIn(temperature),
	};
}

/** `4242, 20480, GPU-8f1c…` → what a process holds; undefined for other text. */
export function holdIn(line: string): Hold | undefined {
	const [pid, used, uuid, more] = line.split(',').map(trimmed);
	if (more !== undefined || !isUuid(uuid) || !/^\d{1,10}$/.test(pid!)) return undefined;
	return {pid: Number(pid), memory: bytesIn(used!), uuid};
}

function trimmed(text: string): string {
	return text.trim();
}

function isUuid(text: string | undefined): text is string {
	return text !== undefined && /^(?:GPU|MIG)-[\w/-]{1,100}$/.test(text);
}

/** `[N/A]`, `[Not Supported]` and `ERR!` are no numbers. */
function numberIn(text: string): number | null {
	return /^\d{1,9}(?:\.\d{1,6})?$/.test(text) ? Number(text) : null;
}

function bytesIn(text: string): number | null {
	const count = numberIn(text);
	return count === null ? null : count * mebibyte;
}
