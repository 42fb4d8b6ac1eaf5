import {describe, expect, test} from 'vitest';
import {clean} from '../../source/gather/clean.ts';
import {beginSignals, forgetSignals, hearSignal, openSignal} from '../../source/gather/signals.ts';
import {hint, wordings} from '../../source/gather/troubles.ts';

function hear(text: string) {
	const state = beginSignals();
	const told: string[] = [];
	for (const [index, line] of text.split('\n').entries()) {
		const signal = hearSignal(state, line, index + 1, 0);
		if (signal)
			told.push(`${signal.line} ${signal.what}${signal.passing ? ' passing' : ''}: ${signal.text}`);
	}

	const open = openSignal(state);
	return open ? [...told, `${open.line} ${open.what}: ${open.text}`] : told;
}

describe.each(wordings.map(wording => [String(wording.match).slice(0, 60), wording] as const))(
	'%s',
	(_, wording) => {
		test.each(wording.samples)('%s: %s', (line, meant) => {
			const first = wordings.find(({match, but}) => match.test(line) && !but?.test(line));
			expect(first === wording).toBe(meant);
			if (meant) expect(hint.test(line)).toBe(true);
		});
	},
);

test.each([
	'nan_check: True',
	'train: 120 images, 0 errors',
	'CUDA out of memory is not expected with this batch size',
	"'truncation': 'error', 'timeout': 1800, 'backend': 'nccl'",
	'[deepspeed] OVERFLOW! Rank 0 Skipping step. Attempting loss scale: 65536, reducing to 32768',
	'PYTORCH_CUDA_ALLOC_CONF=expandable_segments:True',
	'    raise RuntimeError("CUDA out of memory")',
	'number of nan iterations:   0 |',
])('%s is no trouble', line => {
	expect(hear(line)).toEqual([]);
});

test('a traceback is one event: the line that raises', () => {
	expect(
		hear(`Traceback (most recent call last):
  File "train.py", line 8, in <module>
    main()
RuntimeError: CUDA out of memory. Tried to allocate 20.00 MiB`),
	).toEqual(['4 cuda-oom: RuntimeError: CUDA out of memory. Tried to allocate 20.00 MiB']);
	expect(
		hear(`Traceback (most recent call last):
  File "train.py", line 8, in <module>
    main()
ValueError: shapes differ
Epoch 1`),
	).toEqual(['4 exception: ValueError: shapes differ']);
});

test('of an exception that a worker passes on the original is told', () => {
	expect(
		hear(`Traceback (most recent call last):
  File "train.py", line 8, in <module>
OSError: Caught OSError in DataLoader worker process 0.
Original Traceback (most recent call last):
  File "data.py", line 3, in get
OSError: image file is truncated (41 bytes not processed)`),
	).toEqual(['6 bad-data: OSError: image file is truncated (41 bytes not processed)']);
});

test('a traceback that a loader reports and goes on is passing', () => {
	expect(
		hear(`[2026/04/24 12:58:12] ppocr ERROR: When parsing line a.jpg [], error happened with msg: Traceback (most recent call last):
  File "simple_dataset.py", line 9
TypeError: only 0-dimensional arrays can be converted`),
	).toEqual(['3 bad-data passing: TypeError: only 0-dimensional arrays can be converted']);
	expect(
		hear(`--- Logging error ---
Traceback (most recent call last):
  File "logging.py", line 9
UnicodeEncodeError: 'charmap' codec can't encode`),
	).toEqual(["4 exception passing: UnicodeEncodeError: 'charmap' codec can't encode"]);
});

test('a batch that is tried again smaller is passing trouble', () => {
	expect(hear('WARNING: CUDA out of memory. Reducing to batch=8 and retrying')).toEqual([
		'1 cuda-oom passing: WARNING: CUDA out of memory. Reducing to batch=8 and retrying',
	]);
	expect(hear('CUDA out of memory, skipping batch')).toEqual([
		'1 cuda-oom passing: CUDA out of memory, skipping batch',
	]);
});

test('SIGTERM prints a C++ traceback: somebody cancelled, nothing failed', () => {
	expect(
		hear(`--------------------------------------
C++ Traceback (most recent call last):
--------------------------------------
0   paddle::framework::SignalHandle(char const*, int)
----------------------
Error Message Summary:
----------------------
FatalError: \`Termination signal\` is detected by the operating system.`),
	).toEqual(['8 cancelled: FatalError: `Termination signal` is detected by the operating system.']);
});

test('what all ranks say is told once', () => {
	expect(
		hear(`torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 1.00 GiB. GPU 0
torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 1.00 GiB. GPU 1
E0425 torch/distributed/elastic/multiprocessing/api.py:984] failed (exitcode: 1) local_rank: 7 (pid: 136399)
torch.distributed.elastic.multiprocessing.errors.ChildFailedError:
  exitcode  : 1 (pid: 136399)`),
	).toEqual([
		'1 cuda-oom: torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 1.00 GiB. GPU 0',
		'3 failed: E0425 torch/distributed/elastic/multiprocessing/api.py:984] failed (exitcode: 1) local_rank: 7 (pid: 136399)',
	]);
});

test('a file that ends in a traceback tells it', () => {
	expect(hear('Traceback (most recent call last):\n  File "train.py", line 8')).toEqual([
		'1 traceback: Traceback (most recent call last):',
	]);
});

test.each([
	['9: [default3]: [rank3]: loss 1.5', 'loss 1.5'],
	[' 0: \u001B[31mred\u001B[0m', 'red'],
	['(TaskRunner pid=62) step:1', 'step:1'],
	['\u0000\u0000step 700', 'step 700'],
	['12: 0.5', '12: 0.5'],
	['12:  learn: 0.5 total: 1s', '12:  learn: 0.5 total: 1s'],
])('%s is cleaned', (line, plain) => {
	expect(clean(line)).toBe(plain);
});

const oom = 'RuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB';

test('the same trouble a few lines later is told once', () => {
	expect(hear(`${oom}\nother words\n${oom}`)).toEqual([`1 cuda-oom: ${oom}`]);
});

test('but again when something was measured in between', () => {
	const state = beginSignals();
	const lines = [1, 40, 80].map(line => hearSignal(state, oom, line, 0, 20)?.line);
	expect(lines).toEqual([1, 40, undefined]);
});

test('and again when another launch began in between', () => {
	const state = beginSignals();
	hearSignal(state, oom, 1, 0);
	forgetSignals(state);
	expect(hearSignal(state, oom, 9, 0)?.line).toBe(9);
});

test('what is skipped over and over while training goes on is told now and then', () => {
	const state = beginSignals();
	const told = Array.from({length: 100}, (_, index) => index + 1).filter(line =>
		hearSignal(state, 'CUDA out of memory. Tried to allocate 2 GiB, skipping batch', line, 0, line),
	);
	expect(told).toEqual([1, 26, 51, 76]);
});
