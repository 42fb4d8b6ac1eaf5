import {existsSync, readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {describe, expect, test} from 'vitest';
import {environmentIn, linesWith} from '../../source/gather/environment.ts';

const mmengine = `2023/06/04 16:46:57 - mmengine - INFO -
------------------------------------------------------------
System environment:
    sys.platform: linux
    Python: 3.8.16 (default, Mar  2 2023, 03:21:46) [GCC 11.2.0]
    CUDA available: True
    GPU 0,1: NVIDIA GeForce GTX 1080 Ti
    CUDA_HOME: /usr/local/cuda-11.6
    NVCC: Cuda compilation tools, release 11.6, V11.6.124
    PyTorch: 1.10.1+cu113
    PyTorch compiling details: PyTorch built with:
  - CUDA Runtime 11.3
  - CuDNN 8.2
  - Build settings: BLAS_INFO=mkl, CUDA_VERSION=11.3, CUDNN_VERSION=8.2.0,
    TorchVision: 0.11.2+cu113
    MMEngine: 0.7.4
`;

const detectron = `[08/30 23:00:05] detectron2 INFO: Environment info:
----------------  ------------------------
sys.platform      linux
Python            3.11.11 | packaged by conda-forge | (main, Mar  3 2025, 20:43:55) [GCC 13.3.0]
detectron2        0.6 @/home/ann/detectron2
CUDA compiler     CUDA 12.4
PyTorch           2.5.1+cu124 @/home/ann/anaconda3/lib/python3.11/site-packages/torch
GPU 0             NVIDIA GeForce RTX 3090 (arch=8.6)
Driver version    575.64.03
torchvision       0.20.1+cu124
`;

const paddleseg = `------------Environment Information-------------
platform: Linux-3.10.0-1127.19.1.el7.x86_64-x86_64-with-glibc2.10
Python: 3.8.5 (default, Sep  4 2020, 07:30:14) [GCC 7.3.0]
Paddle compiled with cuda: True
NVCC: Build cuda_11.2.r11.2/compiler.29373293_0
cudnn: 8.1
GPU: ['GPU 0: Tesla V100-SXM2-32GB', 'GPU 1: Tesla V100-SXM2-32GB']
PaddlePaddle: 2.2.0
`;

test.each([
	[
		'MMEngine’s block',
		mmengine,
		{
			python: '3.8.16',
			torch: '1.10.1',
			framework: 'MMEngine 0.7.4',
			cuda: '11.3',
			cudnn: '8.2.0',
			device: '2 x NVIDIA GeForce GTX 1080 Ti',
		},
	],
	[
		'Detectron2’s table',
		detectron,
		{
			python: '3.11.11',
			torch: '2.5.1',
			framework: 'detectron2 0.6',
			cuda: '12.4',
			driver: '575.64.03',
			device: 'NVIDIA GeForce RTX 3090',
		},
	],
	[
		'PaddleSeg’s block',
		paddleseg,
		{
			system: 'Linux-3.10.0-1127.19.1.el7.x86_64-x86_64-with-glibc2.10',
			python: '3.8.5',
			paddle: '2.2.0',
			cuda: '11.2',
			cudnn: '8.1',
			device: '2 x Tesla V100-SXM2-32GB',
		},
	],
	[
		'Ultralytics’ banner',
		'Ultralytics YOLOv8.1.9 🚀 Python-3.11.6 torch-2.1.2 CUDA:0 (NVIDIA GeForce RTX 2080 Ti, 10838MiB)\n',
		{
			python: '3.11.6',
			torch: '2.1.2',
			framework: 'Ultralytics 8.1.9',
			device: 'NVIDIA GeForce RTX 2080 Ti',
		},
	],
	[
		'a hand-written banner',
		"[INFO] Torch version: 2.5.1+cu124. NumPy version: 1.26.4\n[INFO] CuDNN version: 90.1.0\ndevice(0)='NVIDIA A100-SXM-64GB' Capability: (8, 0)\n",
		{torch: '2.5.1', cuda: '12.4', cudnn: '9.1.0', device: 'NVIDIA A100-SXM-64GB'},
	],
	[
		'nvidia-smi, whose CUDA version is the driver’s',
		'| NVIDIA-SMI 535.129.03   Driver Version: 535.129.03   CUDA Version: 12.2     |\n|   0  NVIDIA H800                    On  | 00000000:D1:00.0 Off |  0 |\n',
		{driver: '535.129.03', device: 'NVIDIA H800'},
	],
	[
		'a list of packages',
		'numpy==1.2\ntorch==2.13.0+cpu\ntransformers==5.18.0\n',
		{
			torch: '2.13.0+cpu',
			framework: 'transformers 5.18.0',
		},
	],
	[
		'a container',
		'CONTAINER_IMAGE=nvcr.io/nvidia/pytorch:23.10-py3\n',
		{
			image: 'nvcr.io/nvidia/pytorch:23.10-py3',
		},
	],
	[
		'a path that only looks like a version',
		'/x/py-torch-2.8.0-zkvj/lib/python3.12/site-packages/torch/api.py:723\n',
		{},
	],
	['training', '[TRAIN] Epoch 1/5, Iter 10/57, Loss: 1.543, GPU mem: 10.2G\n', {}],
])('%s', (_what, text, expected) => {
	expect(environmentIn(text)).toEqual(expected);
});

test('lines are found by their words, whatever letters stand before them', () => {
	const text = 'İstanbul\nPyTorch: 2.1.2\r\nloss 1\nTORCH and torch\n';
	expect(linesWith(text, ['torch'])).toEqual(['PyTorch: 2.1.2\r', 'TORCH and torch']);
	expect(environmentIn(text)).toEqual({torch: '2.1.2'});
	expect(linesWith(`torch ${'x'.repeat(5000)}`, ['torch'])).toEqual([]);
});

test('what settings and tools say by name wins over the text', () => {
	const facts = {
		image: './a.png',
		'server.host': '127.0.0.1',
		device_name: 'cuda:0',
		'env.torch': '2.1.0+cu118',
		cuda_version: '11.8',
		cudnn_version: 8902,
		gpu: '4 x NVIDIA A100-SXM4-80GB',
		hostname: 'gpu01',
		gpus: 4,
		'model.torch': true,
	};
	expect(environmentIn('PyTorch: 1.10.1\n', facts)).toEqual({
		host: 'gpu01',
		torch: '2.1.0',
		cuda: '11.8',
		cudnn: '8.9.2',
		device: '4 x NVIDIA A100-SXM4-80GB',
	});
});

const corpus = resolve(import.meta.dirname, '../../../shared/corpus');

describe.skipIf(!existsSync(corpus))('real logs (skipped where absent)', () => {
	test('a whole log costs little, and records of training tell nothing', () => {
		const text = readFileSync(`${corpus}/hf/oumi-oom.out`, 'utf8').slice(0, 65_536);
		expect(environmentIn(text)).toMatchObject({torch: '2.5.1', device: '4 x NVIDIA A100-SXM-64GB'});
	});
});
