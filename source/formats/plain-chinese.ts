import type {Format, LineShape} from '../core/format.ts';

const places = {
	epoch: 'epoch',
	Epoch: 'epoch',
	轮: 'epoch',
	第: 'none',
	轮次: 'epoch',
	轮数: 'epoch',
	step: 'step',
	Step: 'step',
	iter: 'step',
	步: 'step',
	步数: 'step',
	迭代: 'step',
	迭代次数: 'step',
	训练次数: 'step',
	训练步数: 'step',
	batch: 'stepInEpoch',
	Batch: 'stepInEpoch',
	批次: 'stepInEpoch',
} as const satisfies LineShape['places'];

const prefixes = {
	训练集: 'train',
	训练: 'train',
	'Train ': 'train',
	train_: 'train',
	验证集: 'val',
	验证: 'val',
	评估: 'val',
	'Val ': 'val',
	val_: 'val',
	测试集: 'test',
	测试: 'test',
} as const satisfies LineShape['prefixes'];

/** Training loops that print Chinese labels: `第 3/10 轮, 损失: 0.51, 准确率: 0.8`. */
export default {
	title: 'Names and numbers, in Chinese',
	fallback: true,
	head: /^[[(]?(?<time>(?:\d{4}[-/.])?\d\d[-/.]\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d+)?|\d\d:\d\d:\d\d)[\])]?[\s|,:-]*(?:[\w.]{0,30}[\s|-]{0,6}\[?(?<level>INFO|WARN(?:ING)?|DEBUG|ERROR)\]?[\s|:>-]*)?/,
	losses: ['损失', '损失值', '平均损失', '总损失', 'loss'],
	goals: {
		损失: 'min',
		损失值: 'min',
		平均损失: 'min',
		误差: 'min',
		准确率: 'max',
		正确率: 'max',
		精度: 'max',
		精确率: 'max',
		召回率: 'max',
	},
	primary: ['准确率', '正确率', '精度', '损失'],
	lines: [
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			match:
				/^[^\p{L}\d]*(?:整体|总体)?(?:验证|测试)(?:数据)?集(?:上)?的?(?<key>(?:整体|平均|总)?(?:损失|准确率|正确率|精度|loss|acc\w*))\s*[:：=]\s*(?<value>[\d.]+(?:e[-+]?\d+)?|nan)/iu,
		},
		{
			kind: 'metrics',
			split: 'val',
			match:
				/^(?!.*(?:保存|最[佳优好高低]|%\|))(?=(?:(?!训练损失|训练集).)*(?:验证|评估|测试))(?=.*?(?:第\s*|轮[次数]?\s*[:：=]?\s*[[(]?\s*|epoch[\s:=[(]{0,4})(?<epoch>\d+)(?:\s*\/\s*(?<epochs>\d+))?|)(?=.*(?:损失|准确率|正确率|精度|精确率|召回率|loss|acc|误差)\D{0,6}\d)/i,
			rest: 'pairs',
			places,
			prefixes,
		},
		{
			kind: 'metrics',
			match:
				/^(?!.*(?:恢复|保存|%\|))(?=.*?(?:第\s*(?=[\d\s/]*轮)|轮[次数]?\s*[:：=]?\s*[[(]?\s*|epoch[\s:=[(]{0,4})(?<epoch>\d+)(?:\s*\/\s*(?<epochs>\d+))?)(?=.*?(?:步[数骤]?|批次?|迭代|batch|step|iter)[\s:：=[(]{0,4}(?<stepInEpoch>\d+)\s*\/\s*(?<stepsPerEpoch>\d+)|)(?=.*(?:损失|准确率|精度)\D{0,6}(?:\d|nan|inf))/i,
			rest: 'pairs',
			places,
			prefixes,
		},
		{
			kind: 'metrics',
			match:
				/^(?!.*(?:恢复|保存|%\|))(?=.*?(?:第\s*(?=[\d\s/]*[步次])|步[数骤]?\s*[:：=]?\s*[[(]?\s*|(?:迭代(?:次数)?|训练次数)\s*[:：=]?\s*[[(]?\s*)(?<step>\d+)(?:\s*\/\s*(?<steps>\d+))?)(?=.*(?:损失|loss)\D{0,6}(?:\d|nan|inf))/i,
			rest: 'pairs',
			places,
			prefixes,
		},
		{
			kind: 'metrics',
			match: /^(?=\W*(?:训练|平均|总)?(?:损失值?|误差)\s*[:：=]\s*[-+\d.n])/,
			rest: 'pairs',
			places,
			prefixes,
		},
		{
			kind: 'checkpoint',
			best: true,
			match:
				/(?:保存.*最[佳优好]|最[佳优好].*保存)(?:.*?(?<path>[\w./\\-]*[\w-]\.(?:pth?|ckpt|pdparams|h5|keras|safetensors|bin)\b)|)/,
		},
		{
			kind: 'checkpoint',
			match:
				/^(?=.*?第\s*(?<epoch>\d+)\s*轮|).*(?:保存.*(?:模型|检查点|权重)|(?:模型|检查点|权重).*保存)(?:.*?(?<path>[\w./\\-]*[\w-]\.(?:pth?|ckpt|pdparams|h5|keras|safetensors|bin)\b)|)/,
		},
		{
			kind: 'phase',
			phase: 'resumed',
			match:
				/^(?!.*失败)\W*(?:成功|已)?(?:恢复|继续)训练(?=.*?第\s*(?<epoch>\d+)\s*轮|)(?=.*?第\s*(?<step>\d+)\s*步|)/,
		},
		{
			kind: 'phase',
			phase: 'training',
			match:
				/^[^\p{L}\d]*第\s*(?<epoch>\d+)(?:\s*\/\s*(?<epochs>\d+))?\s*(?:轮|个?\s*epoch)(?:的?训练)?(?:开始)?[^\p{L}\d]*$/iu,
		},
		{
			kind: 'phase',
			phase: 'finished',
			match: /^\W*(?:全部|所有)?训练(?:已)?(?:全部)?(?:完成|结束|完毕)/,
		},
		{
			kind: 'phase',
			phase: 'started',
			match: /^\W*开始训练(?=.*?(?:共|总轮数\s*[:：=]?)\s*(?<epochs>\d+)|)/,
		},
		{kind: 'phase', phase: 'interrupted', match: /^\W*训练(?:被)?中断/},
		{
			kind: 'facts',
			match: /^(?=.*?(?:总轮[数次]|训练轮[数次])\s*[:：=]\s*(?<epochs>\d+))/,
		},
	],
	samples: [
		[
			'2026-01-05 10:00:00 - INFO - 第 3 轮 验证损失: 0.51, 验证准确率: 0.81',
			{kind: 'metrics', split: 'val', position: {epoch: 3}, values: {损失: 0.51, 准确率: 0.81}},
		],
		[
			'第 3/10 轮, 步 20/57, 损失: 0.512, 学习率: 0.001',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 3, epochs: 10, stepInEpoch: 20, stepsPerEpoch: 57},
				values: {损失: 0.512, 学习率: 0.001},
			},
		],
		[
			'轮次：3 训练损失：0.512 验证准确率：0.81',
			[
				{kind: 'metrics', split: 'train', position: {epoch: 3}, values: {损失: 0.512}},
				{kind: 'metrics', split: 'val', position: {epoch: 3}, values: {准确率: 0.81}},
			],
		],
		[
			'Epoch 3/10 平均损失: nan 精度: 0.8',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 3, epochs: 10},
				values: {平均损失: Number.NaN, 精度: 0.8},
			},
		],
		[
			'步数: 1200, 损失: 0.45',
			{kind: 'metrics', split: 'train', position: {step: 1200}, values: {损失: 0.45}},
		],
		[
			'训练次数：700, Loss：1.625',
			{kind: 'metrics', split: 'train', position: {step: 700}, values: {Loss: 1.625}},
		],
		['整体测试集上的正确率: 0.5', {kind: 'metrics', split: 'val', values: {正确率: 0.5}}],
		['-------第 2 轮训练开始------', {kind: 'phase', phase: 'training', position: {epoch: 2}}],
		['训练损失: 0.45', {kind: 'metrics', split: 'train', values: {损失: 0.45}}],
		['保存最佳模型到 output/best.pth', {kind: 'checkpoint', best: true, path: 'output/best.pth'}],
		['第 3 轮模型已保存', {kind: 'checkpoint', best: false, position: {epoch: 3}}],
		['成功恢复训练，从第 12 轮开始', {kind: 'phase', phase: 'resumed', position: {epoch: 12}}],
		['训练完成，共用时 3 小时', {kind: 'phase', phase: 'finished'}],
		['开始训练，共 20 轮', {kind: 'phase', phase: 'started', position: {epochs: 20}}],
		['训练被中断', {kind: 'phase', phase: 'interrupted'}],
		['总轮数: 20', {kind: 'facts', facts: {}, position: {epochs: 20}}],
		['数据加载完成', null],
	],
} satisfies Format;
