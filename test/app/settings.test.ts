import {afterAll, beforeAll, expect, test} from 'vitest';
import {run} from '../../source/app/check.ts';
import {parseFlags} from '../../source/app/options.ts';
import {createExperiments, type Experiments, oomText, taggedLog} from '../kit/experiments.ts';
import {createIo} from '../kit/io.ts';

let experiments: Experiments;
beforeAll(() => {
	experiments = createExperiments();
	experiments.write('runs/good/log.txt', taggedLog(2, 2));
	experiments.write('runs/bad/log.txt', taggedLog(1, 5) + oomText);
	experiments.write('runs/old_bad/log.txt', taggedLog(1, 5) + oomText);
});
afterAll(() => experiments.remove());

/** `check --json` with a settings file. */
async function judged(settings: string) {
	const config = experiments.write('config.yaml', settings);
	const io = createIo({HOME: experiments.folder}, experiments.path('runs'));
	await run([], parseFlags({json: true, config: [config]}, io.env, Date.now()), io);
	const report = JSON.parse(io.out());
	const runs = new Map(report.runs.map((one: {name: string}) => [one.name, one]));
	return {report, named: (name: string) => runs.get(name)};
}

test('a goal turns the direction of a metric, and a target is told', async () => {
	const plain = await judged('');
	expect(plain.named('good')).toMatchObject({
		validation: {primary: 'val/F-score', goal: 'max', best: {value: 0.6}, target: null},
	});
	const {named} = await judged('goals: {val/F-score: {goal: min, target: 0.8}}');
	expect(named('good')).toMatchObject({
		validation: {primary: 'val/F-score', goal: 'min', best: {value: 0.45}, target: 0.8},
		metrics: {'val/F-score': {goal: 'min'}},
	});
});

test('what is ignored is not found', async () => {
	expect((await judged('ignore: ["old_*"]')).report.runs).toHaveLength(2);
	expect((await judged('ignore: [log.txt]')).report.runs).toHaveLength(0);
	expect((await judged('')).report.runs).toHaveLength(3);
});

test('a rule is switched off for runs of a name', async () => {
	const {named} = await judged('runs: [{name: "old_*", rules: {cuda-oom: false}}]');
	expect(named('old_bad')).toMatchObject({verdict: 'ok'});
	expect(named('bad')).toMatchObject({verdict: 'critical'});
});

test('a severity of the user counts in the verdict', async () => {
	const {report} = await judged('rules: {cuda-oom: {severity: warn}}');
	expect(report.verdict).toBe('warn');
});
