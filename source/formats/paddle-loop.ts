import type {Format} from '../core/format.ts';

/** Hand-written Paddle loops: `[Epoch 3] Batch 100, Loss: 0.1234`, told in Chinese or English. */
export default {
	title: 'Hand-written Paddle loop',
	head: /^\[?(?<time>\d{4}[-/]\d\d[-/]\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d+)?)\]?(?: - \w+)?(?: [-:])? \[?(?<level>[A-Z]+)?\]?(?: [-:])?:? ?(?=\[Epoch|[^\x00-\x7f])/,
	hallmark: /\[Epoch \d+(?:\/\d+)?\] *(?:Batch|Step|Iter)\b|成功恢复训练|加载Checkpoint/i,
	losses: ['Loss', '损失'],
	goals: {准确率: 'max', 精度: 'max', 损失: 'min', 平均损失: 'min'},
	lines: [
		{
			kind: 'metrics',
			has: 'poch',
			match:
				/^\[Epoch:? *(?<epoch>\d+)(?: *\/ *(?<epochs>\d+))?\] *(?:Batch|Step|Iter):? *\[?(?<stepInEpoch>\d+)(?: *\/ *(?<stepsPerEpoch>\d+))?\]?[,:;|]? */i,
			rest: 'pairs',
			prefixes: {'Train ': 'train'},
		},
		{
			kind: 'metrics',
			split: 'val',
			has: 'poch',
			match:
				/^\[Epoch:? *(?<epoch>\d+)(?: *\/ *(?<epochs>\d+))?\] *(?=(?:val|eval|test|验证|测试|评估).*\d)/i,
			rest: 'pairs',
			prefixes: {
				'Val ': 'val',
				'Validation ': 'val',
				'Eval ': 'val',
				'Test ': 'test',
				val_: 'val',
				验证: 'val',
				评估: 'val',
				测试: 'test',
			},
		},
		{
			kind: 'metrics',
			has: 'poch',
			match:
				/^\[Epoch:? *(?<epoch>\d+)(?: *\/ *(?<epochs>\d+))?\] *(?<key>[A-Za-z_ ]*loss|[^\x00-\x7f]*损失)\s*[:：=]\s*(?<value>[-\d.e+]+|nan|inf)(?!.*[\p{L})] ?[:：=] *[-\d.n])/iu,
		},
		{
			kind: 'phase',
			phase: 'resumed',
			match: /恢复训练[，,：: ]*(?:从|自)?第? *(?<epoch>\d+)/,
		},
		{
			kind: 'trouble',
			what: 'error',
			passing: true,
			match: /^(?<text>加载 ?(?:checkpoint|模型|权重|检查点)失败.*)/i,
		},
		{
			kind: 'checkpoint',
			best: true,
			match:
				/^(?:\[Epoch \d+\] *)?(?:.*(?:保存(?:了)?(?:当前)?最[佳优好]|最[佳优好]模型(?:已)?保存)|best model saved)[^:：/]*?(?:[:：到至]|to)? *(?<path>\S*[/.]\S+)?$/i,
		},
		{
			kind: 'checkpoint',
			match:
				/^(?:\[Epoch \d+\] *)?(?:.*(?:保存(?:了)?(?:模型|checkpoint|检查点|权重)|(?:模型|checkpoint|检查点|权重)(?:已)?保存)|(?:checkpoint|model) saved)[^:：/]*?(?:[:：到至]|to)? *(?<path>\S*[/.]\S+)?$/i,
		},
		{
			kind: 'phase',
			phase: 'finished',
			match: /^(?:[=*# ]*)(?:全部)?训练(?:已)?(?:全部)?(?:完成|结束)/,
		},
		{kind: 'phase', phase: 'started', match: /^(?:[=*# ]*)开始训练/},
		{kind: 'noise', match: /^\[Epoch:? *\d+(?: *\/ *\d+)?\]/i},
	],
	samples: [
		[
			'[Epoch 3] Batch 100, Loss: 0.1234',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 3, stepInEpoch: 100},
				values: {Loss: 0.1234},
			},
		],
		[
			'[Epoch 3/20] Batch [100/500], Loss: nan, LR: 0.001, 准确率: 0.81',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 3, epochs: 20, stepInEpoch: 100, stepsPerEpoch: 500},
				values: {Loss: Number.NaN, LR: 0.001, 准确率: 0.81},
			},
		],
		[
			'[Epoch 3] 验证损失: 0.412, 验证准确率: 0.873',
			{kind: 'metrics', split: 'val', position: {epoch: 3}, values: {损失: 0.412, 准确率: 0.873}},
		],
		[
			'[Epoch 3] 平均损失: 0.2034',
			{kind: 'metrics', split: 'train', position: {epoch: 3}, values: {平均损失: 0.2034}},
		],
		['成功恢复训练，从第 12 轮开始', {kind: 'phase', phase: 'resumed', position: {epoch: 12}}],
		[
			'加载Checkpoint失败: 文件不存在，从头开始训练',
			{
				kind: 'trouble',
				what: 'error',
				text: '加载Checkpoint失败: 文件不存在，从头开始训练',
				passing: true,
			},
		],
		[
			'已保存最佳模型到 output/best.pdparams',
			{kind: 'checkpoint', best: true, path: 'output/best.pdparams'},
		],
		[
			'[Epoch 3] 模型已保存: output/epoch_3.pdparams',
			{kind: 'checkpoint', best: false, path: 'output/epoch_3.pdparams'},
		],
		['训练完成', {kind: 'phase', phase: 'finished'}],
		['开始训练...', {kind: 'phase', phase: 'started'}],
		['[Epoch 3] 用时 12.5s', []],
		['[Epoch 3] Train Loss: 0.5 | Val Loss: 0.25', []],
		['Epoch 3 finished', null],
	],
} satisfies Format;
