import {describe, expect, test} from 'vitest';
import type {Run} from '../../../source/core/run.ts';
import {showText} from '../../../source/show/report/show-text.ts';
import {alert, file, now, run, sampleRuns} from '../../kit/runs.ts';

const look = {width: 100, ascii: false, depth: 'plain'} as const;

/** The lines from a heading to the next empty line. */
function section(one: Run, heading: string, more: Partial<Parameters<typeof showText>[3]> = {}) {
	const lines = showText(one, now, 480, {...look, ...more}).split('\n');
	const from = lines.findIndex(line => line.startsWith(heading));
	const length = lines.slice(from).indexOf('');
	return lines.slice(from, from + length);
}

const [crashed, stalled] = sampleRuns as readonly [Run, Run];

describe('a run on paper', () => {
	test('begins with its state and why, health and progress', () => {
		expect(section(crashed, 'exp_20260105_143022')).toEqual([
			'exp_20260105_143022',
			' path      workdirs/exp_20260105_143022',
			' state     ✖ crashed   CUDA out of memory in log.txt, line 214; no process holds it',
			' health    ✖ alive   ✔ loss falling   ✔ validation improving   ✔ best saved   ✖ no errors',
			' progress  61%, epoch 3 of 5, step 174 of 285',
			' written   4m ago',
		]);
	});

	test('wraps a long reason', () => {
		const why = 'RuntimeError: stack expects each tensor to be equal size (line 36)';
		expect(section({...crashed, why}, 'exp_20260105_143022', {width: 60}).slice(2, 4)).toEqual([
			' state     ✖ crashed   RuntimeError: stack expects each',
			'                       tensor to be equal size (line 36)',
		]);
	});

	test('bears the label and note that the user gave it', () => {
		const remarks = {hidden: false, label: 'baseline', note: 'try again', acknowledged: []};
		expect(section({...crashed, remarks}, 'exp_20260105_143022').slice(0, 3)).toEqual([
			'exp_20260105_143022   baseline',
			' path      workdirs/exp_20260105_143022',
			' note      try again',
		]);
	});

	test('draws the curve of its loss', () => {
		const lines = section(crashed, ' train/loss');
		expect(lines[0]).toBe(' train/loss  0.8456   lowest 0.8312 epoch 12   1/2');
		expect(lines.filter(line => /[┤│]/.test(line))).toHaveLength(13);
		expect(lines.at(-1)).toMatch(/^ {2}step 0 +200 +400/);
	});

	test('has every evaluation and checkpoint', () => {
		expect(section(crashed, ' F-score')).toEqual([
			' F-score  0.7450   best 0.7450 @2   2 evaluations',
			'  epoch   step  F-score     change  precision     recall    age',
			'      2    114   0.7450 ★  +0.0630     0.7327 ★   0.7399 ★   9m',
			'      1     57   0.6820                0.6715     0.6756    18m',
		]);
		expect(section(crashed, ' checkpoints').map(line => line.replaceAll(/ +/g, ' '))).toEqual([
			' checkpoints 2 saved, 179M',
			' file in checkpoints/ kind size at value age resume',
			' latest.pth last 134M epoch 3 – 9m can resume',
			' best_model.pth best 44.7M epoch 2 0.7450 21m weights only',
		]);
	});

	test('has alerts open and past, with proof and advice', () => {
		expect(section(crashed, ' alerts')).toEqual([
			' alerts   1 open, 1 past',
			` ✖ critical  cuda-oom  CUDA ran out of memory at epoch 3, step 174${'4m ago'.padStart(34)}`,
			'     log.txt:214  [ERROR] RuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB (GPU 0; 23.69 GiB total capacity)',
			'     try: batch_size is 8: try 4 or 2. A smaller image_size (640) helps as well;',
			'          PYTORCH_CUDA_ALLOC_CONF=expandable_segments:True lessens fragmentation.',
			` – past  loss-spike  loss rose from 0.91 to 2.40 at step 96${'40m ago'.padStart(41)}`,
		]);
		expect(section(stalled, ' alerts')).toContainEqual(
			expect.stringContaining('! warn  stuck-loss  likely: the loss has not moved for 50 records'),
		);
	});

	test('cuts no message, and tells past ones of no weight in one line', () => {
		const source = {file: 'elsewhere', line: 7, offset: 0, text: 'F-score 0.7'};
		const long = `the loss rose ${'again and '.repeat(8)}again`;
		const alerts = [
			alert('loss-spike', 'warn', long, {evidence: [source]}),
			alert('new-best', 'info', 'best F-score so far', {open: false, evidence: [source]}),
		];
		expect(section({...crashed, alerts}, ' alerts')).toEqual([
			' alerts   1 open, 1 past',
			` ! warn  loss-spike  ${long} 4m ago`,
			'     log.txt:7  F-score 0.7',
			` – past  new-best  best F-score so far${'4m ago'.padStart(62)}`,
		]);
	});

	test('says of each file how it is read and what it is believed for', () => {
		const files = [
			file('log.txt', {believed: ['train/loss', 'val/acc']}),
			file('tb/events.out', {format: 'tfevents', lines: 0, believed: [], trouble: ['cut record']}),
		];
		expect(section({...crashed, files}, ' files')).toEqual([
			' files',
			' log.txt  tagged, 17.6K, 305 of 310 lines understood',
			'     believed for train/loss, val/acc',
			' tb/events.out  tfevents, 17.6K',
			'     believed for nothing',
			'     cut record',
		]);
	});

	test('tells its launches', () => {
		const session = {file: 'log.txt', startedAt: now, resumed: false, firstStep: 0};
		const source = {file: 'id:log.txt', line: 1, offset: 0};
		const sessions = [
			{...session, firstEpoch: 1, source},
			{...session, resumed: true, firstStep: 120, firstEpoch: 2.5, startedAt: null, source: null},
		];
		expect(section({...crashed, sessions}, ' sessions')).toEqual([
			' sessions   2',
			'   1  log.txt:1  2026-01-05 18:31  started  epoch 1  step 0',
			'   2  log.txt  resumed  epoch 2.5  step 120',
		]);
	});

	test('tells how a launch goes on from the one before', () => {
		const seam = {
			kind: 'overlap',
			count: 100,
			unit: 'step',
			from: {path: 'models/net_200.pth', resume: 'weights-only'},
			said: {epoch: null, step: 200},
			kept: true,
			loss: {before: 0.061, after: 1.2},
			continuous: false,
		} as const;
		const session = {file: 'log.txt', startedAt: null, firstEpoch: null, source: null};
		const first = {...session, resumed: false, firstStep: 10, lastStep: 300};
		const next = {...session, resumed: true, firstStep: 210, lastStep: 400, seam};
		expect(section({...crashed, sessions: [first, next]}, ' sessions')).toEqual([
			' sessions   2',
			'   1  log.txt  started  step 10 to 300',
			'   2  log.txt  resumed  step 210 to 400',
			'      from step 200 of models/net_200.pth, weights only: the optimizer began anew',
			'      overlap: 100 steps told twice',
			'      loss jumps: 0.0610 to 1.200',
		]);
		const odd = {
			...seam,
			from: null,
			said: {epoch: 12, step: null},
			kept: false,
			kind: 'gap',
			count: 1,
			unit: 'epoch',
			loss: null,
			continuous: null,
		} as const;
		const lines = section({...crashed, sessions: [first, {...next, seam: odd}]}, ' sessions');
		expect(lines.slice(3)).toEqual([
			'      from epoch 12',
			'      but it does not go on there',
			'      gap: 1 epoch not told',
		]);
	});

	test('says why the repository does not tell the commit, and where changes are written down', () => {
		const nothing = {branch: null, commit: null, dirty: null};
		const why = 'the reflog of /code/.git begins after the run';
		expect(showText({...crashed, git: {...nothing, why}}, now, 480, look)).toContain(
			` commit    unknown: ${why}\n branch    unknown: ${why}\n`,
		);
		const git = {branch: null, commit: 'abc123d', dirty: true, patch: 'files/diff.patch'};
		expect(showText({...crashed, git}, now, 480, look)).toContain(
			' commit    abc123d, with changes that were not committed (files/diff.patch)\n branch    unknown: nothing tells it\n',
		);
	});

	test('ends with how to reproduce it', () => {
		const process = {pid: 4242, alive: true, command: 'python train.py --lr 0.007'};
		const git = {branch: 'exp/adamw', commit: 'abc123d', dirty: true};
		const environment = {host: 'gpu07', torch: '2.1.2', device: '2 x NVIDIA A100'};
		const told = {...crashed, process, git, environment};
		const text = showText(told, now, 480, look);
		expect(text.slice(text.indexOf(' how to'))).toBe(` how to reproduce
 commit    abc123d, with changes that were not committed
 branch    exp/adamw
 command   python train.py --lr 0.007
 settings  config.yaml (6 values, above)
 host      gpu07
 torch     2.1.2
 device    2 x NVIDIA A100
 folder    /data/workdirs/exp_20260105_143022
 started   2026-01-05 16:56
 seen      2026-01-05 18:31, times in UTC+08:00
`);
	});

	test('names the command that its log tells, the tags of its commit, and that the reflog told it', () => {
		const git = {branch: 'main', commit: 'abc123d', dirty: null, inferred: true, tags: ['v1']};
		const text = showText({...crashed, command: 'python a.py', git}, now, 0, look);
		expect(text).toContain(' commit    abc123d (v1), by the reflog\n');
		expect(text).toContain(' command   python a.py\n');
	});

	test('says what is unknown', () => {
		const text = showText(run('new', 'waiting', {startedAt: null, files: []}), now, -330, look);
		expect(text).toContain('  No curve yet: no log was found in its folder.');
		expect(text).toContain('  No evaluation yet: ');
		expect(text).toContain(' alerts   none');
		expect(text.slice(text.indexOf(' how to'))).toBe(` how to reproduce
 commit    unknown: no git repository was seen
 branch    unknown: no git repository was seen
 command   unknown: no line says, and no process is known to have written it
 settings  unknown: no settings file was found beside the log
 host      gpu01
 runs on   unknown: neither logs nor settings say
 folder    /data/workdirs/new
 started   unknown: no line says
 seen      2026-01-05 05:01, times in UTC-05:30
`);
	});
});

test.each(sampleRuns)('no control code stands on plain paper ($name)', one => {
	expect(showText(one, now, 0, look).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
});

test('plain signs are ASCII, but for what the log itself says', () => {
	expect(showText(stalled, now, 0, {...look, ascii: true})).toMatch(/^[\x20-\x7e\n]+$/);
});

test('names of files and messages cannot control the terminal', () => {
	const evil = 'a\x1b[2J\x07b';
	const text = showText(
		{...crashed, name: evil, why: evil, path: evil, folder: evil, files: [file(evil)]},
		now,
		0,
		look,
	);
	expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
});
