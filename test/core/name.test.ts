import {expect, test} from 'vitest';
import {baseOf, settingsInName} from '../../source/core/name.ts';

test.each([
	['EDSR_b64c36n8_500K', {b: 64, c: 36, n: 8, steps: 500_000}],
	['001_MSRResNet_x4_f64b16_DIV2K_1000k_B16G1_wandb', {f: 64, b: 16, g: 1, x: 4, steps: 1_000_000}],
	['swin_lr0.02_bs16_wd1e-4', {lr: 0.02, bs: 16, wd: 1e-4}],
	['exp-lr=1e-4-seed_42', {lr: 1e-4, seed: 42}],
	['unet_fold3_crop256', {fold: 3, crop: 256}],
	['LR0.1_iters20k', {lr: 0.1, iters: 20_000}],
	['rtmdet_tiny_8xb32-300e_coco', {gpus: 8, b: 32, epochs: 300}],
	['faster-rcnn_r50_fpn_1x_coco', {x: 1}],
	['deeplabv3_4xb2-40k_cityscapes-512x1024', {gpus: 4, b: 2, size: '512x1024', steps: 40_000}],
	['sr_4x_lr2e-4', {x: 4, lr: 2e-4}],
	['1e-4', {}],
	['exp_20260105_143022', {}],
	['resnet50_v2', {}],
	['version_0', {}],
	['run 7', {}],
	['', {}],
])('%s tells %j', (name, expected) => {
	expect(settingsInName(name)).toEqual(expected);
});

test('a name as long as a path is searched in no time', () => {
	expect(settingsInName(`${'a1'.repeat(50_000)}_lr0.1`)).toEqual({});
});

test.each([
	['sr_x4_archived_20260105_120000', 'sr_x4'],
	['sr_x4_v2_archived_20260105120000', 'sr_x4'],
	['train_archived_20260105_120000', 'train'],
	['exp_v1', 'exp'],
	['exp copy 2', 'exp'],
	['exp_v1_baseline', 'exp_v1_baseline'],
	['exp_20260105_143022.tar.gz', 'exp_20260105_143022'],
	['exp_20260105_143022', 'exp_20260105_143022'],
	['_archived', '_archived'],
])('%s is a version of %s', (name, base) => {
	expect(baseOf(name)).toBe(base);
});
