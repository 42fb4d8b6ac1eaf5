/** What results rest on besides code and settings, in the order in which it is told. */
export const environmentParts = [
	'image',
	'host',
	'system',
	'python',
	'torch',
	'paddle',
	'tensorflow',
	'jax',
	'framework',
	'cuda',
	'cudnn',
	'driver',
	'device',
] as const;
/** One thing that a run ran on. */
export type EnvironmentPart = (typeof environmentParts)[number];

/** What a run ran on, as its logs, settings and tools tell; what nobody tells is absent. */
export type Environment = Readonly<Partial<Record<EnvironmentPart, string>>>;

/** Where a host, an operating system, a driver or a small Python differs, results are still the same. */
const harmless: ReadonlySet<EnvironmentPart> = new Set(['host', 'system', 'python', 'driver']);

/** `2.1` and `2.1.2` are not known to differ, nor `8.2` and `8.2.0`; `2.1.2` and `1.13.1` do. */
export function differs(a: string, b: string): boolean {
	const [one, other] = [a.toLowerCase(), b.toLowerCase()];
	if (one === other) return false;
	const versions = [one, other].map(text => /^\d+(?:\.\d+)*$/.exec(text)?.[0].split('.'));
	const [first, second] = versions;
	if (!first || !second) return true;
	return first.slice(0, second.length).some((part, index) => part !== second[index]);
}

/** `torch 2.1.2 vs 1.13.1`: what differs between environments so that results are not comparable; empty: nothing known. */
export function incomparable(
	environments: ReadonlyArray<Environment | undefined>,
): readonly string[] {
	return environmentParts.flatMap(part => {
		if (harmless.has(part)) return [];
		const values: string[] = [];
		for (const environment of environments) {
			const value = environment?.[part];
			if (value !== undefined && values.every(known => differs(known, value))) values.push(value);
		}

		return values.length > 1 ? [`${part} ${values.join(' vs ')}`] : [];
	});
}
