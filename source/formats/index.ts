import type {Format} from '../core/format.ts';
import basicsr from './basicsr.ts';
import hfTrainer from './hf-trainer.ts';
import keras from './keras.ts';
import mmcv from './mmcv.ts';
import mmengine from './mmengine.ts';
import paddleLoop from './paddle-loop.ts';
import paddleclas from './paddleclas.ts';
import paddledetection from './paddledetection.ts';
import paddlegan from './paddlegan.ts';
import paddleocr from './paddleocr.ts';
import paddleseg from './paddleseg.ts';
import plain from './plain.ts';
import plainChinese from './plain-chinese.ts';
import tagged from './tagged.ts';

/** Every format by its id, most particular first. */
export const formats: Readonly<Record<string, Format>> = {
	basicsr,
	'hf-trainer': hfTrainer,
	keras,
	mmcv,
	mmengine,
	'paddle-loop': paddleLoop,
	paddleclas,
	paddledetection,
	paddlegan,
	paddleocr,
	paddleseg,
	plain,
	'plain-chinese': plainChinese,
	tagged,
};
