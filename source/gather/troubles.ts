import type {TroubleKind} from '../core/event.ts';

/** One wording of trouble that any program may print. */
export type Wording = {
	readonly what: TroubleKind;
	readonly match: RegExp;
	/** The same words where they mean no harm. */
	readonly but?: RegExp;
	/** Whoever prints this goes on. */
	readonly passing?: boolean;
	/** Lines as they are printed, and whether they are this trouble. */
	readonly samples: ReadonlyArray<readonly [line: string, meant: boolean]>;
};

/** Words that say that somebody caught the trouble and goes on. */
export const recovered =
	/\b(?:skip(?:ped|ping|s)?|retry(?:ing)?|retried|reducing|falling back|fallback|ignor(?:ed|ing)|recover(?:ed|ing)|trying again)\b/i;

/** The first wording that matches a line decides; the more particular come first. */
export const wordings: readonly Wording[] = [
	{
		what: 'time-limit',
		match:
			/CANCELLED AT \S+ DUE TO TIME LIMIT|TERM_RUNLIMIT: job killed|PBS: job killed: walltime \d+ exceeded/,
		samples: [
			[
				'slurmstepd: error: *** JOB 42 ON gpu07 CANCELLED AT 2024-01-31T04:10:12 DUE TO TIME LIMIT ***',
				true,
			],
			['#SBATCH --time=24:00:00  # time limit', false],
		],
	},
	{
		what: 'cancelled',
		match:
			/\*\*\* (?:JOB|STEP) \S+ ON \S+ CANCELLED AT (?!\S+ DUE TO TASK FAILURE)|^(?:\w+\.)*KeyboardInterrupt\b|Detected KeyboardInterrupt|FatalError: `Termination signal`|SignalException: Process \d+ got signal|TERM_OWNER: job killed|^Terminated$|\bgot signal: (?:1|2|15)\b|Received (?:1|2|15|Signals\.SIG(?:HUP|INT|TERM)) death signal|^(?:\[rank: ?\d+\] )?Received SIGTERM: 15|exiting program after receiving SIG(?:TERM|INT)/,
		samples: [
			['slurmstepd: error: *** JOB 263121 ON dgx-15 CANCELLED AT 2025-08-17T01:22:18 ***', true],
			[
				'  9%|▉  | 3/35 [00:05<00:55,  1.73s/it]slurmstepd: error: *** STEP 7.0 ON n1 CANCELLED AT 2025-08-17T01:22:18 DUE to SIGNAL Terminated ***',
				true,
			],
			['KeyboardInterrupt', true],
			['[rank: 0] Received SIGTERM: 15', true],
			['exiting program after receiving SIGTERM.', true],
			['exit_signal_handler ............. False', false],
			['FatalError: `Termination signal` is detected by the operating system.', true],
			['    except KeyboardInterrupt:', false],
		],
	},
	{
		what: 'host-oom',
		match:
			/Detected \d+ oom[-_]kill event|\boom[-_]kill(?:er)?:|\bOut of memory: Kill|\btasks?:? [\d,-]+: Out Of Memory|killed by the OOM killer|exceeded (?:job )?memory limit|TERM_MEMLIMIT|DataLoader worker \(pid\(?s?\)? [\d, ]+\) is killed by signal: Killed|DefaultCPUAllocator: (?:can't allocate memory|not enough memory)|^(?:\w+\.)*MemoryError\b|Unable to allocate [\d.]+ [KMGT]iB for an array|Cannot allocate memory|OOM when allocating tensor .*device:CPU|PBS: job killed: v?mem \d|node running low on memory|java\.lang\.OutOfMemoryError|(?:'|what\(\): +)std::bad_alloc/,
		but: /due to high memory usage, \(\d\)/,
		samples: [
			[
				'slurmstepd: error: Detected 1 oom-kill event(s) in StepId=22207649.batch. Some of your processes may have been killed by the cgroup out-of-memory handler.',
				true,
			],
			['srun: error: nid002715: task 85: Out Of Memory', true],
			['RuntimeError: DataLoader worker (pid 249) is killed by signal: Killed. ', true],
			['MemoryError', true],
			['=>> PBS: job killed: mem 67108864kb exceeded limit 66060288kb', true],
			["terminate called after throwing an instance of 'std::bad_alloc'", true],
			[
				'ray.exceptions.OutOfMemoryError: Task was killed due to the node running low on memory.',
				true,
			],
			['TERM_MEMLIMIT: job killed after reaching LSF memory usage limit.', true],
			[
				'slurmstepd-vm: error: StepId=18.batch exceeded memory limit (106844160 > 104857600), being killed',
				true,
			],
			[
				"RuntimeError: [enforce fail at alloc_cpu.cpp:75] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to allocate 19131 bytes.",
				true,
			],
			['RuntimeError: DataLoader worker (pid 2490) is killed by signal: Terminated. ', false],
		],
	},
	{
		what: 'host-oom',
		match:
			/^(?:\S*: line \d+: +\d+ )?Killed(?: {2,}.*)?$|^(?:zsh: |\[\d+\] ?[-+ ] *)(?:\d+ )?[Kk]illed {2,}\S/,
		samples: [
			['Killed', true],
			['script.sh: line 22: 443552 Killed                  python train.py', true],
			['zsh: killed     python train.py', true],
			['[1]    12345 killed     python train.py --epochs 10', true],
			['[1]+  Killed                  python train.py', true],
			['Killed the old process', false],
		],
	},
	{
		what: 'cuda-oom',
		match:
			/\b(?:CUDA|HIP|NPU|MLU|XPU|MUSA|OpenCL|MPS backend) out of memory\b|CUDA error: out of memory|CUDA_ERROR_OUT_OF_MEMORY|CUDNN_STATUS_ALLOC_FAILED|CUBLAS_STATUS_ALLOC_FAILED|Out of memory error on (?:GPU|XPU|NPU|device)|OOM when allocating tensor|RESOURCE_EXHAUSTED: (?:Out of memory|Failed to allocate|XLA|Error allocating|.*(?:Attempting to (?:allocate|reserve)|[Rr]an out of memory))|\bcudaErrorMemoryAllocation\b|OutOfMemoryError: (?:Allocation on device|Out of memory allocating)|(?:CUDA Error|cuda runtime error \(2\)|CUDA error 2|error=2|cudaMalloc failed) ?: ?out of memory|cudaSuccess \(2 vs\. 0\) +out of memory|memory_pool\S*: Error: Out of memory|Memory Object Allocation Failure|ResourceExhaustedError: .*failed to allocate memory/,
		but: /\b(?:not|never|no|avoid|prevent|if|when|in case of|against|without)\b[^:.]*(?:CUDA|HIP) out of memory|out of memory is (?:not|un)|^\s*(?:#|\/\/|except |if |elif |raise |logger\.|print\()|'[^']*out of memory[^']*' in /i,
		samples: [
			[
				'RuntimeError: CUDA out of memory. Tried to allocate 20.00 MiB (GPU 0; 10.76 GiB total capacity; 9.5 GiB already allocated)',
				true,
			],
			[
				'torch.OutOfMemoryError: torch.CUDA out of memory. Tried to allocate 2.00 GiB. GPU torch.Out',
				true,
			],
			['torch.OutOfMemoryError: HIP out of memory. Tried to allocate 2.00 GiB.', true],
			['RuntimeError: MPS backend out of memory (MPS allocated: 5.05 GB)', true],
			[
				'Out of memory error on GPU 0. Cannot allocate 1.0GB memory on GPU 0, 10.5GB memory has been allocated',
				true,
			],
			[
				'ResourceExhaustedError: OOM when allocating tensor with shape[32,1024,64,64] and type float on /job:localhost/replica:0/task:0/device:GPU:0 by allocator GPU_0_bfc',
				true,
			],
			[
				'jax.errors.JaxRuntimeError: RESOURCE_EXHAUSTED: Out of memory while trying to allocate 19.59GiB.',
				true,
			],
			['RuntimeError: CUDA error: out of memory', true],
			['RuntimeError: cuda runtime error (2) : out of memory at THCStorage.cu:58', true],
			[
				'torch.OutOfMemoryError: Allocation on device 0 would exceed allowed memory. (out of memory)',
				true,
			],
			['syncedmem.cpp:56] Check failed: error == cudaSuccess (2 vs. 0)  out of memory', true],
			['RESOURCE_EXHAUSTED: Attempting to reserve 8.29G at the bottom of memory.', true],
			['CUDA out of memory is not expected with this batch size', false],
			['    if "CUDA out of memory" in str(error):', false],
			['# lower this to avoid CUDA out of memory', false],
		],
	},
	{
		what: 'collective-timeout',
		match:
			/Watchdog caught collective operation timeout|Timed out waiting \d+ms for (?:recv|send) operation to complete|watchdog thread terminated with exception: \[Rank \d+\] Watchdog caught|NCCL timeout|wait timeout after \d+ms|Socket Timeout.*(?:store|rendezvous)|(?:store|rendezvous).*(?:timed? ?out)|NCCL error: (?:unhandled|remote)|ncclRemoteError|ncclSystemError/i,
		but: /^\s*(?:--|'|")?\w*timeout/i,
		samples: [
			[
				'[E522 02:55:56.464376348 ProcessGroupNCCL.cpp:694] [Rank 1] Watchdog caught collective operation timeout: WorkNCCL(SeqNum=805827, OpType=BROADCAST, Timeout(ms)=600000) ran for 600030 milliseconds before timing out.',
				true,
			],
			[
				'torch.distributed.DistBackendError: NCCL error in: ../ProcessGroupNCCL.cpp:1275, unhandled system error, NCCL error: unhandled system error',
				true,
			],
			['nccl_timeout: 600', false],
			['NCCL.cpp:4561] Warning: TORCH_NCCL_AVOID_RECORD_STREAMS is the default now', false],
		],
	},
	{
		what: 'device-error',
		match:
			/CUDA error(?:\(\d+\))?[:,] (?!out of memory)\S|device-side assert triggered|illegal memory access|CUDA_ERROR_(?:ILLEGAL_ADDRESS|LAUNCH_FAILED|UNKNOWN|ECC_UNCORRECTABLE)|CUBLAS_STATUS_(?:EXECUTION_FAILED|INTERNAL_ERROR|NOT_INITIALIZED)|CUDNN_STATUS_(?:EXECUTION_FAILED|INTERNAL_ERROR|MAPPING_ERROR|NOT_INITIALIZED)|uncorrectable ECC error|NVRM: Xid|GPU has fallen off the bus|is lost\. *Reboot the system|unspecified launch failure|\.cu:\d+: .*Assertion `.*` failed/,
		but: /^\s*(?:#|\/\/|except |if )|CUDA_ERROR_NO_DEVICE/,
		samples: [
			['RuntimeError: CUDA error: device-side assert triggered', true],
			[
				'../aten/src/ATen/native/cuda/Loss.cu:242: nll_loss: block: [0,0,0], thread: [5,0,0] Assertion `t >= 0 && t < n_classes` failed.',
				true,
			],
			['OSError: (External) CUDA error(719), unspecified launch failure. ', true],
			[
				'E0000 cuda_driver.cc:271] failed call to cuInit: CUDA_ERROR_NO_DEVICE: no CUDA-capable device is detected',
				false,
			],
		],
	},
	{
		what: 'disk-full',
		match:
			/No space left on device|Disk quota exceeded|\[Errno (?:28|122)\]|PytorchStreamWriter failed writing file/,
		but: /^\s*(?:#|except |if )/,
		samples: [
			['OSError: [Errno 28] No space left on device', true],
			["OSError: [Errno 122] Disk quota exceeded: '/home/x/ckpt.pth'", true],
			['40G of space left on device', false],
		],
	},
	{
		what: 'bad-data',
		match:
			/cannot identify image file|image file is truncated|UnidentifiedImageError|(?:corrupt(?:ed)?|invalid) (?:JPEG|PNG|image|label|annotation|file|box)|libpng error:|Premature end of JPEG|[Ii]nvalid (?:box|bbox|label|annotation)|(?:image|label|annotation|sample)\S* (?:file )?(?:not found|does not exist|is missing)|ignoring corrupt image/,
		but: /\b(?:0|no|zero|without(?: any)?)[ ,:]+(?:\w+ )?(?:corrupt|invalid|missing|truncated)|(?:corrupt(?:ed)?|invalid|missing|truncated)\b[^:=,;]{0,30}[:=] *(?:0|no(?:ne)?|false|\[\])(?![\d.])|\b(?:may|might|could|would|should|if|when|unless) (?:\w+ ){0,3}(?:corrupt|invalid|missing|truncated|not found)/i,
		passing: true,
		samples: [
			["PIL.UnidentifiedImageError: cannot identify image file 'a.jpg'", true],
			['OSError: image file is truncated (3 bytes not processed)', true],
			['[WARN] Invalid box format in line 17, skipping', true],
			['train: Scanning labels... 120 images, 0 corrupt: 100%', false],
			['[INFO] 0 corrupted images, 0 errors in annotation check', false],
			['corrupted images: 0, invalid boxes: 12', false],
			['[DATA] no invalid labels in 1600 samples', false],
			['skip_corrupted: True  # some images may be corrupted', false],
		],
	},
	{
		what: 'exception',
		match: /\[['"]Traceback \(most recent call last\):\\n['"],/,
		samples: [
			["13: ['Traceback (most recent call last):\\n', '  File \"a.py\", line 2, in f\\n']", true],
			['Traceback (most recent call last):', false],
		],
	},
	{
		what: 'failed',
		match:
			/\bChildFailedError\b|^\s*exitcode +: -?[1-9]|\bfailed \(exitcode: -?[1-9]\d*\)|srun: error: .*: Exited with exit code [1-9]|FAILED \(non-zero exit code|^Exited with exit code [1-9]|Segmentation fault|Unexpected (?:segmentation fault|bus error) encountered in worker|^Bus error|^Aborted|Process abort signal|Fatal Python error|terminate called after throwing|DataLoader worker \(pid\(?s?\)? [\d, ]+\) (?:exited unexpectedly|is killed by signal)|\bLoss is (?:nan|-?inf)\S*,? stopping training|non-finite loss, ending training|returned non-zero exit status [1-9]|CANCELLED AT \S+ DUE TO TASK FAILURE|^command terminated with exit code [1-9]|^Process finished with exit code (?:-?[2-9]|-?1\d|1\b)|: tasks? [\d,-]+: (?:Killed|Segmentation fault|Aborted|Bus error)/,
		but: /^\s*(?:raise|except|class|from|import) |^\s*\w+Error\($/,
		samples: [
			['torch.distributed.elastic.multiprocessing.errors.ChildFailedError: ', true],
			['  exitcode  : -9 (pid: 208585)', true],
			['Loss is nan, stopping training', true],
			['command terminated with exit code 137', true],
			['Process finished with exit code -1073740791 (0xC0000409)', true],
			['Process finished with exit code -1', false],
			['srun: error: gpu01: task 0: Exited with exit code 1', true],
			['RuntimeError: DataLoader worker (pid(s) 12, 13) exited unexpectedly', true],
			['    raise ChildFailedError(', false],
			['  exitcode  : 0 (pid: 3)', false],
		],
	},
];

/** Words and numbers that a general format may take for a record: `error: *** STEP 7.0 ON n1 CANCELLED`. */
export const stops = /\*\*\* (?:JOB|STEP) |\b[A-Z]\w+Error: /;

/** What W&B prints when a process ends, however it ends, and DeepSpeed's launcher and PyCharm's console of one that ends well. */
export const closing =
	/^wandb: (?:Synced \d|You can sync this run|Find logs at: )|\[launch\.py:\d+:main\] Process \d+ exits successfully|^Process finished with exit code 0\s*$/;

/** Cheap: a line without any of these holds no trouble. */
export const hint =
	/^wandb: |[Oo]ut [Oo]f [Mm]emory|OOM|oom|[Ee]rror|ERROR|Exception|Traceback|[Kk]illed|KILLED|CANCELLED|Interrupt|[Tt]erminat|signal|RESOURCE_EXHAUSTED|[Tt]im(?:ed? ?out|eout)|CUDA|CUDNN|CUBLAS|nccl|NCCL|assert|Assert|llegal|space left|quota|Errno|[Ff]ail|FAIL|fault|[Aa]bort|exit|EXIT|[Cc]orrupt|[Ii]nvalid|truncated|[Pp]remature|not found|not exist|missing|parsing line|exceeded|identify|Xid|ECC|fallen off|lost|stopping training|ending training|MEMLIMIT|SIG[A-Z]|bad_alloc|running low|walltime|RUNLIMIT|launch failure|allocate/;
