import {expect, test} from 'vitest';
import {commandIn} from '../../source/core/command.ts';

test.each([
	['+ python train.py --lr 0.1', 'python train.py --lr 0.1'],
	['python train.py --lr 0.1', 'python train.py --lr 0.1'],
	['[INFO] command: torchrun --nproc 4 train.py x4', 'torchrun --nproc 4 train.py x4'],
	['$ /opt/conda/bin/python -m train exp', '/opt/conda/bin/python -m train exp'],
	[
		'2026-01-05 10:00:00,123 - root - INFO - Command: python train.py --name "a b"',
		'python train.py --name "a b"',
	],
	['2026-01-05 10:00:00 INFO: python train.py', 'python train.py'],
	[
		'+ CUDA_VISIBLE_DEVICES=0,1 srun -n 2 python -m a.b x=1',
		'CUDA_VISIBLE_DEVICES=0,1 srun -n 2 python -m a.b x=1',
	],
	['+ srun --gres=gpu:2 bash train.sh 3', 'srun --gres=gpu:2 bash train.sh 3'],
	[
		'Script started [COMMAND="nice -n 19 /venv/bin/python /x/keras_run.py --sleep 0.01" <not executed on terminal>]',
		'nice -n 19 /venv/bin/python /x/keras_run.py --sleep 0.01',
	],
])('%s was started as %s', (line, command) => {
	expect(commandIn(line)).toBe(command);
});

test.each([
	'srun ended with 137',
	'python 3.8 is old',
	'python is not installed; see train.md --lr 1',
	'the python command with `srun` like so: srun python train.py run_dir=outputs ...',
	'use python tools/test.py --eval mAP to evaluate',
	'  File "train.py", line 3, in python train.py --lr 1',
	'slurm_script: line 22: 443552 Killed   python main.py --lr 1',
	`+ ${'A=1 '.repeat(5000)}`,
	`INFO ${'srun -n '.repeat(500)}`,
])('no launch: %s', line => {
	expect(commandIn(line)).toBeUndefined();
});
