import {type Environment, type EnvironmentPart, environmentParts} from '../core/environment.ts';
import type {Facts} from '../core/event.ts';

/** What stands in lines that may tell what a run ran on; records of training are not among them. */
const words = [
	'torch',
	'cuda',
	'cudnn',
	'gpu',
	'python',
	'paddle',
	'tensorflow',
	'jax',
	'driver',
	'nvidia',
	'geforce',
	'tesla',
	'host',
	'image',
	'container',
	'nodename',
	'mmengine:',
	'mmcv:',
	'mmdetection:',
	'mmsegmentation:',
	'mmpretrain:',
	'basicsr:',
	'detectron2',
	'transformers',
	'yolo',
	'platform',
	'device(',
	'rank ',
];
const longestLine = 2000;
const mostText = 16_384;

const version = String.raw`v?(\d+\.\d+(?:\.\d+)?(?:(?:a|b|rc|dev|post)?\d*)(?:\+\w+)?)`;

/** `PyTorch: 1.10.1+cu113`, `torch-2.1.2`, `torch==2.13.0+cpu`, `"torch": "2.1"`; no path leads on behind it. */
function named(names: string): RegExp {
	return new RegExp(
		`\\b(?:${names})(?:[ _]version)?["']?(?:\\s*[:=]{1,2}\\s*|-|\\s+)["']?${version}(?![\\w/-]|\\.\\w)`,
		'i',
	);
}

/** The surest first; the first group is what is told. */
const tellers: Readonly<Partial<Record<EnvironmentPart, readonly RegExp[]>>> = {
	image: [
		/\b(?:docker|container|singularity|apptainer)[ _-]?image["']?\s*[:=]\s*["']?([\w./:@-]{3,200})/i,
		/^(?:SINGULARITY|APPTAINER)_(?:NAME|CONTAINER)=(\S{1,200})/m,
		/^NVIDIA Release (\d\d\.\d\d)\b/m,
	],
	host: [/\bhost ?name["']?\s*[:=]\s*["']?([\w.-]{1,100})/i, /^SLURMD_NODENAME=([\w.-]{1,100})/m],
	system: [/^\s*platform: (\S{1,100})/im],
	python: [
		/\bC?Python(?:[ _]version)?["']?(?:\s*[:=]\s*|-|\s+)["']?(\d+\.\d+(?:\.\d+)?)(?![\w/-]|\.\w)/i,
	],
	torch: [named('py-?torch|torch')],
	paddle: [named('paddlepaddle(?:-gpu)?|paddle(?: version)?')],
	tensorflow: [named('tensorflow(?:-gpu)?')],
	jax: [named('jax')],
	cuda: [
		/\bCUDA Runtime (\d+\.\d+)/,
		/\bCUDA_VERSION=(\d+\.\d+)/,
		/\bRuntime API Version: (\d+\.\d+)/,
		/^(?!.*NVIDIA-SMI).*\bCUDA[ _]version["']?\s*[:=]\s*["']?(\d+\.\d+)/im,
		/\btorch\S{0,3}\s*\S*\+cu(\d{2,3})\b/i,
		/\+cu(\d{2,3})\b/,
		/\bcuda_(\d+\.\d+)\.r/,
	],
	cudnn: [
		/\bCUDNN_VERSION=(\d+\.\d+(?:\.\d+)?)/,
		/\bcudnn(?:[ _]version)?["']?\s*[:=]\s*["']?(\d+(?:\.\d+){0,2})/i,
		/\bCuDNN (\d+\.\d+(?:\.\d+)?)/,
	],
	driver: [/\bDriver version:? +(\d+\.\d+(?:\.\d+)?)/i],
};

const frameworks: ReadonlyArray<readonly [name: string, pattern: RegExp]> = [
	['MMEngine', /\bMMEngine: (\d[\w.+]*)/],
	['MMCV', /\bMMCV: (\d[\w.+]*)/],
	['MMDetection', /\bMMDetection: (\d[\w.]*)/],
	['MMSegmentation', /\bMMSegmentation: (\d[\w.]*)/],
	['MMPretrain', /\bMMPretrain: (\d[\w.]*)/],
	['detectron2', /^detectron2 +(\d[\w.]*)/m],
	['BasicSR', /\bBasicSR: (\d[\w.]*)/],
	['Ultralytics', /\bUltralytics (?:YOLOv)?(\d[\w.]*)/],
	['YOLOv5', /\bYOLOv5 \S* ?(v?\d[\w.-]*)/],
	['transformers', named('transformers')],
];

const devices: readonly RegExp[] = [
	/\bGPU (?<index>\d+(?:,\d+)*)(?::| {2,}) *(?<name>[A-Z][\w .-]*\w)/g,
	/\bCUDA:(?<index>\d+) \((?<name>[A-Z][\w .-]*\w),/g,
	/\bdevice\((?<index>\d+)\)='(?<name>[^']{3,60})'/g,
	/\brank +(?<index>\d+): .*\bname = (?<name>[A-Z][\w .-]*\w)/g,
	/^\| +(?<index>\d+) +(?<name>(?:NVIDIA|GeForce|Tesla|Quadro|RTX)[\w .-]*?\w)(?:\.{3})? {2,}/gm,
	/\bGPU(?: name)? *: *(?<index>)(?<name>(?:NVIDIA|GeForce|Tesla|Quadro|RTX|AMD)[\w .-]*\w)/g,
];

/** The lines of a text that hold any of these words (in small letters), in order; very long ones are left out. */
export function linesWith(text: string, wanted: readonly string[]): readonly string[] {
	// The one letter whose small form is longer would shift every place behind it.
	const low = text.replaceAll('İ', 'I').toLowerCase();
	const found = new Map<number, number>();
	for (const word of wanted) {
		for (let at = low.indexOf(word); at >= 0; ) {
			const from = low.lastIndexOf('\n', at) + 1;
			const end = low.indexOf('\n', at);
			const to = end < 0 ? low.length : end;
			if (to - from < longestLine) found.set(from, to);
			at = low.indexOf(word, to);
		}
	}

	return [...found].sort(([a], [b]) => a - b).map(([from, to]) => text.slice(from, to));
}

/** What the text of logs and of lists of packages tells of the environment; `facts` win over the text. */
export function environmentIn(text: string, facts: Facts = {}): Environment {
	const worthy = linesWith(text, words).join('\n').slice(0, mostText);
	const told: Partial<Record<EnvironmentPart, string>> = {};
	for (const part of environmentParts) {
		const value = inFacts(part, facts) ?? inText(part, worthy);
		if (value !== undefined) told[part] = value;
	}

	return told;
}

function inText(part: EnvironmentPart, text: string): string | undefined {
	if (part === 'device') return devicesIn(text);
	if (part === 'framework') return frameworksIn(text);
	for (const pattern of tellers[part] ?? []) {
		const value = pattern.exec(text)?.[1];
		if (value !== undefined) return tidied(part, value);
	}

	return undefined;
}

function tidied(part: EnvironmentPart, value: string): string {
	if (part === 'torch') return value.replace(/\+cu\d+$/, '');
	if (part === 'image') return /^\d\d\.\d\d$/.test(value) ? `NVIDIA ${value}` : value;
	// `cu117` is 11.7.
	if (part === 'cuda') return /^\d+$/.test(value) ? value.replace(/(\d)$/, '.$1') : value;
	return part === 'cudnn' ? tidyCudnn(value) : value;
}

/** cuDNN counts `8902` and `90100`, torch prints `90.1`: 8.9.2, 9.1.0, 9.1. */
function tidyCudnn(value: string): string {
	if (/^\d{5}$/.test(value)) {
		return [value.slice(0, 1), value.slice(1, 3), value.slice(3)].map(Number).join('.');
	}

	if (/^\d{4}$/.test(value)) {
		return [value.slice(0, 1), value.slice(1, 2), value.slice(2)].map(Number).join('.');
	}

	return value.replace(/^([89])0(?=\.)/, '$1');
}

function frameworksIn(text: string): string | undefined {
	const found = frameworks.flatMap(([name, pattern]) => {
		const told = pattern.exec(text)?.[1];
		return told === undefined ? [] : [`${name} ${told}`];
	});
	return found.length > 0 ? found.slice(0, 3).join(', ') : undefined;
}

/** `4 x NVIDIA A100-SXM4-80GB`. */
function devicesIn(text: string): string | undefined {
	for (const pattern of devices) {
		const counts = new Map<string, Set<string>>();
		for (const {groups} of text.matchAll(pattern)) {
			const {index = '', name = ''} = groups ?? {};
			const seen = counts.get(name) ?? new Set();
			for (const one of index.split(',')) seen.add(one);
			counts.set(name, seen);
		}

		const names = [...counts].slice(0, 4);
		if (names.length === 0) continue;
		return names.map(([name, {size}]) => (size > 1 ? `${size} x ${name}` : name)).join(', ');
	}

	return undefined;
}

const factNames: Readonly<Partial<Record<EnvironmentPart, RegExp>>> = {
	image: /^(?:docker|container)(?:_?image)?$/i,
	host: /^host_?name$|^host$/i,
	system: /^os$/i,
	python: /^python(?:_?version)?$/i,
	torch: /^(?:py)?torch(?:_?version)?$/i,
	paddle: /^paddle(?:paddle)?(?:_?version)?$/i,
	tensorflow: /^tensorflow_?version$/i,
	cuda: /^cuda_?version$/i,
	cudnn: /^cudnn_?version$/i,
	device: /^gpu(?:_?(?:name|type))?$|^device_?name$/i,
};

function inFacts(part: EnvironmentPart, facts: Facts): string | undefined {
	const pattern = factNames[part];
	if (!pattern) return undefined;
	for (const [name, value] of Object.entries(facts)) {
		if (!pattern.test(name.slice(name.lastIndexOf('.') + 1))) continue;
		const text = String(value).trim();
		const fits = versioned.has(part) ? /\d+(?:\.\d+)+(?:\+\w+)?|^\d{4,5}$/.exec(text)?.[0] : text;
		if (typeof value === 'boolean' || !fits || unspecific.test(fits)) continue;
		if (/[a-z]|\d\.\d|\d{4}/i.test(fits)) {
			return tidied(part, fits.slice(0, 100));
		}
	}

	return undefined;
}

/** Settings that name which of several is to be used, not what it is. */
const unspecific =
	/^(?:(?:cuda|gpu|cpu|mps|auto|localhost)(?::\d+)?|0\.0\.0\.0|127\.\d+\.\d+\.\d+|none|null)$/i;

const versioned: ReadonlySet<EnvironmentPart> = new Set([
	'python',
	'torch',
	'paddle',
	'tensorflow',
	'cuda',
	'cudnn',
]);
