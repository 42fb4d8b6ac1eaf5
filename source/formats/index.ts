import type {Format} from '../core/format.ts';
import acme from './acme.ts';
import basicsr from './basicsr.ts';
import caffe from './caffe.ts';
import catalyst from './catalyst.ts';
import catboost from './catboost.ts';
import centernet from './centernet.ts';
import chainer from './chainer.ts';
import clu from './clu.ts';
import clue from './clue.ts';
import composer from './composer.ts';
import coqui from './coqui.ts';
import d3rlpy from './d3rlpy.ts';
import darknet from './darknet.ts';
import darts from './darts.ts';
import deeplearning4j from './deeplearning4j.ts';
import deepmd from './deepmd.ts';
import deepspeed from './deepspeed.ts';
import detectron2 from './detectron2.ts';
import detectron2Json from './detectron2-json.ts';
import dglKe from './dgl-ke.ts';
import dllogger from './dllogger.ts';
import dopamine from './dopamine.ts';
import efficientdet from './efficientdet.ts';
import espnet from './espnet.ts';
import estimator from './estimator.ts';
import fairseq from './fairseq.ts';
import fastai from './fastai.ts';
import fastreid from './fastreid.ts';
import fuxictr from './fuxictr.ts';
import gptLecture from './gpt-lecture.ts';
import habitat from './habitat.ts';
import hfTrainer from './hf-trainer.ts';
import hrnet from './hrnet.ts';
import icefall from './icefall.ts';
import insightface from './insightface.ts';
import jsonLines from './json-lines.ts';
import jsonStats from './json-stats.ts';
import kaldi from './kaldi.ts';
import keras from './keras.ts';
import lightgbm from './lightgbm.ts';
import lightning from './lightning.ts';
import litgpt from './litgpt.ts';
import llamafactory from './llamafactory.ts';
import mace from './mace.ts';
import marian from './marian.ts';
import megatron from './megatron.ts';
import metriclogger from './metriclogger.ts';
import metricloggerJson from './metriclogger-json.ts';
import mmcv from './mmcv.ts';
import mmcvJson from './mmcv-json.ts';
import mmengine from './mmengine.ts';
import mmengineScalars from './mmengine-scalars.ts';
import monai from './monai.ts';
import mxnet from './mxnet.ts';
import nanogpt from './nanogpt.ts';
import nnunet from './nnunet.ts';
import olmo from './olmo.ts';
import opennmt from './opennmt.ts';
import openpcdet from './openpcdet.ts';
import optuna from './optuna.ts';
import paddleLoop from './paddle-loop.ts';
import paddleStatic from './paddle-static.ts';
import paddleclas from './paddleclas.ts';
import paddledetection from './paddledetection.ts';
import paddlegan from './paddlegan.ts';
import paddleocr from './paddleocr.ts';
import paddleseg from './paddleseg.ts';
import paddlevideo from './paddlevideo.ts';
import paddlex from './paddlex.ts';
import parallelWavegan from './parallel-wavegan.ts';
import parlai from './parlai.ts';
import pix2pix from './pix2pix.ts';
import plain from './plain.ts';
import plainChinese from './plain-chinese.ts';
import plainDicts from './plain-dicts.ts';
import plainWords from './plain-words.ts';
import pointnet from './pointnet.ts';
import pytorchCifar from './pytorch-cifar.ts';
import pytorchExamples from './pytorch-examples.ts';
import pytorchQuickstart from './pytorch-quickstart.ts';
import ray from './ray.ts';
import restoration from './restoration.ts';
import rlGames from './rl-games.ts';
import rslRl from './rsl-rl.ts';
import segmentationModels from './segmentation-models.ts';
import semseg from './semseg.ts';
import skeleton from './skeleton.ts';
import spacy from './spacy.ts';
import speechbrain from './speechbrain.ts';
import ssd from './ssd.ts';
import stableBaselines3 from './stable-baselines3.ts';
import superGradients from './super-gradients.ts';
import swin from './swin.ts';
import tagged from './tagged.ts';
import textRecognition from './text-recognition.ts';
import timm from './timm.ts';
import torchtitan from './torchtitan.ts';
import torchtune from './torchtune.ts';
import tqdm from './tqdm.ts';
import ultralytics from './ultralytics.ts';
import verl from './verl.ts';
import vits from './vits.ts';
import wenet from './wenet.ts';
import xgboost from './xgboost.ts';
import yolov5 from './yolov5.ts';
import yolov6 from './yolov6.ts';
import yolox from './yolox.ts';

/** Every format by its id, most particular first. */
export const formats: Readonly<Record<string, Format>> = {
	acme,
	basicsr,
	caffe,
	catalyst,
	catboost,
	centernet,
	chainer,
	clu,
	clue,
	composer,
	coqui,
	d3rlpy,
	darknet,
	darts,
	deeplearning4j,
	deepmd,
	deepspeed,
	detectron2,
	'detectron2-json': detectron2Json,
	'dgl-ke': dglKe,
	dllogger,
	dopamine,
	efficientdet,
	espnet,
	estimator,
	fairseq,
	fastai,
	fastreid,
	fuxictr,
	'gpt-lecture': gptLecture,
	habitat,
	'hf-trainer': hfTrainer,
	hrnet,
	icefall,
	insightface,
	'json-lines': jsonLines,
	'json-stats': jsonStats,
	kaldi,
	keras,
	lightgbm,
	lightning,
	litgpt,
	llamafactory,
	mace,
	marian,
	megatron,
	metriclogger,
	'metriclogger-json': metricloggerJson,
	mmcv,
	'mmcv-json': mmcvJson,
	mmengine,
	'mmengine-scalars': mmengineScalars,
	monai,
	mxnet,
	nanogpt,
	nnunet,
	olmo,
	opennmt,
	openpcdet,
	optuna,
	'paddle-loop': paddleLoop,
	'paddle-static': paddleStatic,
	paddleclas,
	paddledetection,
	paddlegan,
	paddleocr,
	paddleseg,
	paddlevideo,
	paddlex,
	'parallel-wavegan': parallelWavegan,
	parlai,
	pix2pix,
	plain,
	'plain-chinese': plainChinese,
	'plain-dicts': plainDicts,
	'plain-words': plainWords,
	pointnet,
	'pytorch-cifar': pytorchCifar,
	'pytorch-examples': pytorchExamples,
	'pytorch-quickstart': pytorchQuickstart,
	ray,
	restoration,
	'rl-games': rlGames,
	'rsl-rl': rslRl,
	'segmentation-models': segmentationModels,
	semseg,
	skeleton,
	spacy,
	speechbrain,
	ssd,
	'stable-baselines3': stableBaselines3,
	'super-gradients': superGradients,
	swin,
	tagged,
	'text-recognition': textRecognition,
	timm,
	torchtitan,
	torchtune,
	tqdm,
	ultralytics,
	verl,
	vits,
	wenet,
	xgboost,
	yolov5,
	yolov6,
	yolox,
};
