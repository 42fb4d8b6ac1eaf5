import {type Run, states} from '../../core/run.ts';
import {lossOf} from '../order.ts';
import {type CheckReport, verdictOfAll} from './json.ts';

type Labels = Readonly<Record<string, string>>;
type Sample = readonly [labels: Labels, value: number];

/** `check --prometheus`: text exposition format 0.0.4, gauges only. */
export function prometheusText(report: CheckReport): string {
	const {runs, at, hidden, trouble} = report;
	const verdicts = {ok: 0, warn: 1, critical: 2};
	const open = runs.flatMap(run =>
		run.alerts
			.filter(alert => alert.open && !alert.acknowledged)
			.map(({rule, severity}) => ({run, rule, severity})),
	);
	const perRun = (value: (run: Run) => number | null): readonly Sample[] =>
		runs.flatMap(run => {
			const told = value(run);
			return told === null ? [] : [[of(run), told] as const];
		});
	const families = [
		family('up', 'Whether runs could be looked at.', [[{}, 1]]),
		family('check_timestamp_seconds', 'When the runs were looked at.', [[{}, at / 1000]]),
		family('verdict', '0 all well, 1 warnings, 2 critical.', [[{}, verdicts[verdictOfAll(runs)]]]),
		family(
			'runs',
			'Runs by state.',
			states.map(state => [{state}, runs.filter(run => run.state === state).length]),
		),
		family('runs_hidden', 'Runs folded away.', [[{}, hidden]]),
		family('unreadable', 'Files and folders that could not be read.', [[{}, trouble.length]]),
		family(
			'run_state',
			'Whether a run is in a state.',
			runs.flatMap(run =>
				states.map(state => [{...of(run), state}, Number(run.state === state)] as const),
			),
		),
		family(
			'run_verdict',
			'0 all well, 1 warnings, 2 critical.',
			perRun(run => verdicts[run.verdict]),
		),
		family(
			'run_loss',
			'Last value of the primary training loss.',
			runs.flatMap(run =>
				run.loss === null || !run.series.has(run.loss)
					? []
					: [[{...of(run), metric: run.loss}, lossOf(run)] as const],
			),
		),
		family(
			'run_progress_ratio',
			'Share of the planned length, 0 to 1.',
			perRun(run => run.progress.fraction),
		),
		family(
			'run_epoch',
			'Epoch of the last record.',
			perRun(run => run.progress.epoch),
		),
		family(
			'run_step',
			'Optimiser step of the last record.',
			perRun(run => run.progress.step),
		),
		family(
			'run_best_validation',
			'Best value of the primary validation metric.',
			runs.flatMap(run => {
				const {primary, best} = run.validation;
				return primary === null || !best
					? []
					: [[{...of(run), metric: primary}, best.value] as const];
			}),
		),
		family(
			'run_updated_timestamp_seconds',
			'When a run last wrote.',
			perRun(run => (run.updatedAt === null ? null : run.updatedAt / 1000)),
		),
		family(
			'run_eta_seconds',
			'Time left.',
			perRun(run => run.progress.etaSeconds),
		),
		family(
			'alerts',
			'Open alerts that nobody acknowledged.',
			(['info', 'warn', 'critical'] as const).map(severity => [
				{severity},
				open.filter(alert => alert.severity === severity).length,
			]),
		),
		family(
			'alert',
			'An open alert that nobody acknowledged.',
			open.map(({run, rule, severity}) => [{...of(run), rule, severity}, 1]),
		),
	];
	return families.join('');
}

function of({name, path}: Run): Labels {
	return {run: name, path};
}

/** A name of a metric with its meaning and samples; nothing where there is no sample. */
function family(name: string, meaning: string, samples: readonly Sample[]): string {
	if (samples.length === 0) return '';
	const full = `watchexp_${name}`;
	const lines = samples.map(([labels, value]) => `${full}${braced(labels)} ${numeral(value)}\n`);
	// Two runs of one name and path would be one series told twice, which the format forbids.
	const told = [
		...new Map(lines.map(line => [line.slice(0, line.lastIndexOf(' ')), line])).values(),
	];
	return `# HELP ${full} ${meaning}\n# TYPE ${full} gauge\n${told.join('')}`;
}

function braced(labels: Labels): string {
	const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
	return pairs.length > 0 ? `{${pairs.join(',')}}` : '';
}

function escaped(text: string): string {
	return text
		.toWellFormed()
		.replaceAll('\\', '\\\\')
		.replaceAll('"', '\\"')
		.replaceAll('\n', '\\n')
		.replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
}

function numeral(value: number): string {
	if (Number.isNaN(value)) return 'NaN';
	if (Number.isFinite(value)) return String(value);
	return value > 0 ? '+Inf' : '-Inf';
}
