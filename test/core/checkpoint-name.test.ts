import {expect, test} from 'vitest';
import {placeOf, readName} from '../../source/core/checkpoint-name.ts';

test.each<[string, string, number | null, number | null]>([
	['best_coco_bbox_mAP_epoch_40.pth', 'best', 40, null],
	['best_accuracy.pdparams', 'best', null, null],
	['best_f1.pth', 'best', null, null],
	['model_best.pth.tar', 'best', null, null],
	['latest.pdparams', 'last', null, null],
	['last_model.pth', 'last', null, null],
	['net_g_latest.pth', 'last', null, null],
	['last.weights.h5', 'last', null, null],
	['checkpoint.pth', 'last', null, null],
	['last_epoch_ckpt.pth', 'last', null, null],
	['model_final.pth', 'final', null, null],
	['epoch_12.pth', 'periodic', 12, null],
	['backup_epoch_10.pth', 'periodic', 10, null],
	['iter_epoch_5.pdparams', 'periodic', 5, null],
	['iter_4000.pth', 'periodic', null, 4000],
	['net_g_400.pth', 'periodic', null, 400],
	['400.state', 'periodic', null, 400],
	['12.pdparams', 'periodic', 12, null],
	['model_0004999.pth', 'periodic', null, 4999],
	['epoch=3-step=1200.ckpt', 'periodic', 3, 1200],
	['epoch=04-val_loss=0.387.ckpt', 'periodic', 4, null],
	['epoch=3-step=1200-v1.ckpt', 'periodic', 3, 1200],
	['06-0.5062.keras', 'periodic', 6, null],
	['rl_model_1000_steps.zip', 'periodic', null, 1000],
	['G_2000.pth', 'periodic', null, 2000],
	['checkpoint0099.pth', 'periodic', 99, null],
	['ckpt_10k_steps.pt', 'periodic', null, 10_000],
	['resnet50.pth', 'other', null, null],
	['yolov8n.pt', 'other', null, null],
	['model.pt', 'other', null, null],
])('%s is %s, epoch %s, step %s', (name, kind, epoch, step) => {
	expect(readName(name)).toMatchObject({kind, epoch, step});
});

test.each<[string, number | null, number | null]>([
	['checkpoint-60', null, 60],
	['global_step1000', null, 1000],
	['iter_0005000', null, 5000],
	['epoch_3', 3, null],
])('the folder %s: epoch %s, step %s', (name, epoch, step) => {
	expect(readName(name, true)).toMatchObject({kind: 'periodic', epoch, step, number: null});
});

test.each<[string, Readonly<Record<string, number>>, number | null, number | null]>([
	['ckpt_3.pt', {}, 3, null],
	['ckpt_3.pt', {epoch: 2}, 3, null],
	['ckpt_3000.pt', {}, null, 3000],
	['ckpt_60.pt', {epoch: 2, iter: 60}, 2, 60],
	['last.pt', {epoch: 7, global_step: 900}, 7, 900],
	['last.pt', {epoch: -1}, null, null],
	['epoch_4.pth', {epoch: 3, iter: 160}, 4, 160],
])('%s with %o inside: epoch %s, step %s', (name, numbers, epoch, step) => {
	expect(placeOf(readName(name), numbers)).toEqual({epoch, step});
});
