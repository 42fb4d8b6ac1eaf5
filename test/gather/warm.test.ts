import {expect, test} from 'vitest';
import {hearWarmth} from '../../source/gather/warm.ts';

const told = {kind: 'facts', facts: {pretrained: true}};

test.each([
	'[INFO] Loaded pretrained weights from pretrained/base_last.pth (missing keys: 0, unexpected keys: 0)',
	'2026-11-22 10:55:33,213 INFO: Loading pretrained model from resnet50_vd_ssld/model.pdparams',
	'[2026/01/05 10:00:00] ppocr INFO: load pretrain successful from ./pretrained/PP-OCRv3',
	'Fine-tuning the pretrained ViT model',
	'2026/01/05 10:00:00 - mmengine - INFO - Load checkpoint from base.pth',
	'2026-01-05 10:00:00,001 - mmdet - INFO - load checkpoint from local path: checkpoints/base.pth',
	'2026-01-05 10:00:00,500 INFO: Loading RRDBNet model from models/net_g_5000.pth, with param key: [params].',
	'Some weights of BertForSequenceClassification were not initialized from the model checkpoint at bert-base-uncased and are newly initialized',
	'Initializing from OpenAI GPT-2 weights: gpt2',
	'loading weights file model.safetensors from cache at /home/you/.cache/huggingface/model.safetensors',
	'{"event": "start", "total_epochs": 47, "pretrained": true}',
	'{"type": "config", "epochs": 12, "pretrained": "base.pt"}',
	'{"config": {"init_from": "runs/base/last.pt"}}',
])('%s', line => {
	expect(hearWarmth(line)).toEqual(told);
});

test.each([
	'pretrained: false',
	'{"event": "start", "pretrained": false}',
	'{"event": "start", "pretrained": "none", "init_from": "scratch"}',
	'{"event": "start", "pretrained": null}',
	'Loading pretrained weights failed, training from scratch',
	'Loaded no pretrained weights: not found',
	'The shape [17] in pretrained weight yolo_head.bias is unmatched',
	'Traceback in /home/you/pretrain_gpt.py, line 12, in forward_step',
	'Loading data for the pretraining task',
	'Loading model from config.yaml',
	'Load checkpoint from the newest one there is',
])('not of: %s', line => {
	expect(hearWarmth(line)).toBeUndefined();
});
