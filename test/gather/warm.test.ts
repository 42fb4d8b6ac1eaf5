import {expect, test} from 'vitest';
import {hearWarmth} from '../../source/gather/warm.ts';

const told = {kind: 'facts', facts: {pretrained: true}};

test.each([
	'[INFO] Loaded pretrained weights from pretrained/base_last.pth (missing keys: 0, unexpected keys: 0)',
	'2026-11-22 10:55:33,213 INFO: Loading pretrained model from resnet50_vd_ssld/model.pdparams',
	'[2026/01/05 10:00:00] ppocr INFO: load pretrain successful from ./pretrained/PP-OCRv3',
	'Fine-tuning the pretrained ViT model',
])('%s', line => {
	expect(hearWarmth(line)).toEqual(told);
});

test.each([
	'pretrained: false',
	'Loading pretrained weights failed, training from scratch',
	'Loaded no pretrained weights: not found',
	'The shape [17] in pretrained weight yolo_head.bias is unmatched',
	'Traceback in /home/you/pretrain_gpt.py, line 12, in forward_step',
	'Loading data for the pretraining task',
])('not of: %s', line => {
	expect(hearWarmth(line)).toBeUndefined();
});
