import {afterAll, expect, test} from 'vitest';
import {start} from '../../source/app/start.ts';
import {createExperiments} from '../kit/experiments.ts';
import {createIo} from '../kit/io.ts';

const experiments = createExperiments();
afterAll(() => experiments.remove());

/** What `explain` makes of a log with the formats of a settings file. */
async function explained(log: string, settings: string, flags: Record<string, unknown> = {}) {
	const io = createIo({HOME: experiments.folder}, experiments.folder);
	experiments.write('a.log', log);
	const config = experiments.write('config.yaml', settings);
	const asked = {input: ['explain', 'a.log'], flags: {...flags, config: [config]}, version: '1'};
	const code = await start(asked, io);
	return {code, out: io.out(), err: io.err().replaceAll(`${experiments.folder}/`, '')};
}

const log = `[10:00:00] pas 1: perte 2.5
[10:00:01] pas 2: perte 2.25
[10:00:02] pas 3: perte 2
controle au pas 3: justesse 0.5
autre chose
`;
const settings = String.raw`formats:
  maison:
    head: '^\[(?<time>[^\]]+)\] '
    losses: [perte]
    lines:
      - {kind: metrics, match: '^pas (?<step>\d+): ', rest: pairs}
      - {kind: metrics, split: val, match: '^controle au pas (?<step>\d+): ', rest: pairs}
    samples:
      - ['pas 1: perte 2.5', {kind: metrics, split: train, position: {step: 1}, values: {perte: 2.5}}]
      - ['pas 2: perte 2.5', {kind: metrics, split: train, position: {step: 1}, values: {perte: 2.5}}]
      - ['pas 3', {kind: noise}]
`;

test('explain shows how lines match, and which samples are not what they say', async () => {
	const {code, out} = await explained(log, settings.replace('{kind: noise}', 'null'));
	expect(code).toBe(0);
	expect(out.split('\n')[0]).toBe('a.log: maison');
	expect(out).toContain('  loss           perte: 2.500 → 2.000, least 2.000\n');
	expect(out).toContain(`
  how lines matched maison
         1  [10:00:00] pas 1: perte 2.5
            lines.1 metrics, time 10:00:00: metrics train perte=2.5 at step=1
         4  controle au pas 3: justesse 0.5
            lines.2 metrics: metrics val justesse=0.5 at step=3

  samples of maison that do not become what they say
    samples.2  pas 2: perte 2.5
            expected metrics train perte=2.5 at step=1
            told     metrics train perte=2.5 at step=2

  first lines not understood
         5  autre chose
`);
});

test('programs get the same', async () => {
	const {out} = await explained(log, settings.replace('{kind: noise}', 'null'), {json: true});
	const [own] = JSON.parse(out).own;
	expect(own.name).toBe('maison');
	expect(own.matched.map(({line, shape}: {line: number; shape: number}) => [line, shape])).toEqual([
		[1, 1],
		[4, 2],
	]);
	expect(own.wrong).toEqual([
		{
			sample: 2,
			line: 'pas 2: perte 2.5',
			expected: [{kind: 'metrics', split: 'train', position: {step: 1}, values: {perte: 2.5}}],
			told: [{kind: 'metrics', split: 'train', position: {step: 2}, values: {perte: 2.5}}],
		},
	]);
});

test('a format that does not match says so', async () => {
	const {out} = await explained('nothing of this\n', settings.replace('{kind: noise}', 'null'));
	expect(out).toContain('  how lines matched maison\n    none of the first lines did\n');
});

test('a format may be named like one of ours, and replaces it', async () => {
	const tagged = `formats:
  tagged:
    lines: [{kind: metrics, match: 'Loss: (?<perte>[\\d.]+)'}]
`;
	const line = '[TRAIN] Epoch 1/5, Iter 11/57, Loss: 1.5, LR: 0.007\n';
	const {out} = await explained(line.repeat(5), tagged, {json: true});
	const {format, metrics} = JSON.parse(out);
	expect(format).toBe('tagged');
	expect(Object.keys(metrics)).toEqual(['train/perte']);
});

test('a wrong expression is told with its line and a caret under the place', async () => {
	expect(
		(await explained(log, settings.replace(String.raw`pas (?<step>\d+): '`, "损失 (?<step>'"))).err,
	).toBe(`watchexp: the setting formats.maison.lines.1.match is no valid expression: unterminated group
   where: config.yaml:6
          ^损失 (?<step>
                ^
     try: allowed here: a regular expression of JavaScript
`);
});

test('a wrong sample is told with its line', async () => {
	expect((await explained(log, settings)).err).toBe(
		`watchexp: the setting formats.maison.samples.3.2.kind cannot be "noise"
   where: config.yaml:11
     try: allowed here: metrics, checkpoint, trouble, phase, facts
`,
	);
});

test('an expression that is too slow is switched off and told', async () => {
	const slow = "formats: {slow: {lines: [{kind: noise, match: '^.*.*.*.*.*Q'}]}}\n";
	const {code, out} = await explained(`${'a'.repeat(3000)}1\n`.repeat(5), slow);
	expect(code).toBe(0);
	expect(out).toContain(
		'formats.slow.lines.1.match: it took over 5 ms on 64 characters of a line and is switched off',
	);
});
