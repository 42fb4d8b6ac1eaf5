import type {Scene} from './deed.ts';
import {about} from './random.ts';
import {tagged} from './tagged.ts';
import {falling, rising} from './ticks.ts';

const traceback = `Traceback (most recent call last):
  File "train.py", line 214, in <module>
    main()
  File "train.py", line 171, in main
    loss = model(images, targets)
  File "models/dbnet.py", line 88, in forward
    features = self.neck(self.backbone(images))
torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 1.46 GiB. GPU 0 has a total capacity of 23.69 GiB of which 871.94 MiB is free. Including non-PyTorch memory, this process has 22.83 GiB memory in use.`;

/** A crop too large: CUDA runs out of memory in the middle of an epoch, 20 seconds in. */
export const cudaOom: Scene = stage =>
	tagged(
		{
			epochs: 30,
			iters: 120,
			every: 10,
			begin: -95,
			interval: 1,
			pause: 1.5,
			batch: 32,
			rate: 0.01,
			loss: ({done}) => about(falling(done, 1.8, 0.2), 0.08, stage.random),
			score: ({done}) => about(rising(done, 0.83), 0.01, stage.random),
			until: 20,
			dying: traceback,
		},
		stage,
	);
