import type {Layout} from '../core/layout.ts';
import basicsr from './basicsr.ts';
import folder from './folder.ts';
import lightning from './lightning.ts';
import mmcv from './mmcv.ts';
import mmengine from './mmengine.ts';
import paddle from './paddle.ts';
import tensorboard from './tensorboard.ts';
import trainer from './trainer.ts';
import ultralytics from './ultralytics.ts';
import wandb from './wandb.ts';
import workdirs from './workdirs.ts';

/** Every layout by its id, most particular first: the first that claims a folder has it. */
export const layouts: Readonly<Record<string, Layout>> = {
	basicsr,
	mmengine,
	mmcv,
	workdirs,
	trainer,
	lightning,
	wandb,
	ultralytics,
	paddle,
	folder,
	tensorboard,
};
