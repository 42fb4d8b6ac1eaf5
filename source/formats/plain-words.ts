import type {Format, LineShape} from '../core/format.ts';

const places = {
	Epoch: 'epoch',
	epoch: 'epoch',
	step: 'step',
	Step: 'step',
	iter: 'step',
	batch: 'stepInEpoch',
	Batch: 'stepInEpoch',
	Lote: 'stepInEpoch',
	lote: 'stepInEpoch',
	Étape: 'step',
	étape: 'step',
	Paso: 'step',
	paso: 'step',
	Schritt: 'step',
	шаг: 'step',
	Шаг: 'step',
	ステップ: 'step',
	스텝: 'step',
} as const satisfies LineShape['places'];

const prefixes = {
	'train ': 'train',
	'Train ': 'train',
	train_: 'train',
	Trainings: 'train',
	学習: 'train',
	訓練: 'train',
	학습: 'train',
	훈련: 'train',
	'val ': 'val',
	'Val ': 'val',
	val_: 'val',
	Validierungs: 'val',
	検証: 'val',
	검증: 'val',
	'test ': 'test',
	'Test ': 'test',
	test_: 'test',
	Test: 'test',
	テスト: 'test',
	테스트: 'test',
} as const satisfies LineShape['prefixes'];

const suffixes = {
	_train: 'train',
	_val: 'val',
	_test: 'test',
} as const satisfies LineShape['suffixes'];

/** Training loops that print French, German, Spanish, Portuguese, Russian, Japanese or Korean labels: `Époque 3/10 - Perte: 0.5`. */
export default {
	title: 'Names and numbers, in other languages',
	fallback: true,
	head: /^[[(]?(?<time>(?:\d{4}[-/.])?\d\d[-/.]\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d+)?|\d\d:\d\d:\d\d)[\])]?[\s|,:-]*(?:[\w.]{0,30}[\s|-]{0,6}\[?(?<level>INFO|WARN(?:ING)?|DEBUG|ERROR)\]?[\s|:>-]*)?/,
	losses: [
		'Loss',
		'loss',
		'Perte',
		'perte',
		'Verlust',
		'Pérdida',
		'pérdida',
		'Perda',
		'perda',
		'損失',
		'손실',
	],
	goals: {
		Perte: 'min',
		perte: 'min',
		Verlust: 'min',
		verlust: 'min',
		Pérdida: 'min',
		pérdida: 'min',
		Perda: 'min',
		perda: 'min',
		Ошибка: 'min',
		ошибка: 'min',
		Потери: 'min',
		потери: 'min',
		損失: 'min',
		손실: 'min',
		Précision: 'max',
		précision: 'max',
		exactitude: 'max',
		Exactitude: 'max',
		Genauigkeit: 'max',
		genauigkeit: 'max',
		Precisión: 'max',
		precisión: 'max',
		Acurácia: 'max',
		acurácia: 'max',
		точность: 'max',
		Точность: 'max',
		正解率: 'max',
		精度: 'max',
		정확도: 'max',
	},
	lines: [
		{
			kind: 'metrics',
			match:
				/^(?!.*%\|)[^\p{L}\d]{0,12}(?:époque|epoche|época|эпоха|エポック|에포크|에폭)[\s:=#[(]{0,5}(?<epoch>\d+)(?:\s*(?:\/|sur|von|de|из|of)\s*(?<epochs>\d+))?(?=.*\p{L}[\s:=：]+[-+]?(?:\d|nan|inf))/iu,
			rest: 'pairs',
			places,
			prefixes,
			suffixes,
		},
		{
			kind: 'metrics',
			match:
				/^(?!.*(?:%\||best|sav))[^\p{L}\d]{0,12}epoch[\s:=#[(]{0,5}(?<epoch>\d+)(?:\s*(?:\/|sur|von|de|из)\s*(?<epochs>\d+))?(?=.*(?:perte|verlust|pérdida|perda|ошибка|потери|損失|손실)\p{L}*[\s:=：]+[-+]?(?:\d|nan|inf))/iu,
			rest: 'pairs',
			places,
			prefixes,
			suffixes,
		},
		{
			kind: 'phase',
			phase: 'training',
			match:
				/^[^\p{L}\d]{0,12}(?:époque|epoche|época|эпоха|エポック|에포크|에폭)[\s:=#[(]{0,5}(?<epoch>\d+)(?:\s*(?:\/|sur|von|de|из|of)\s*(?<epochs>\d+))?\W*$/iu,
		},
		{
			kind: 'phase',
			phase: 'finished',
			match:
				/^[^\p{L}\d]{0,6}(?:entra[îi]nement (?:terminé|fini|achevé)|training (?:abgeschlossen|beendet)|entrenamiento (?:completado|terminado|finalizado)|treinamento (?:concluído|finalizado)|обучение (?:завершено|окончено)|学習(?:が)?(?:完了|終了)|학습 ?(?:완료|종료))/iu,
		},
	],
	samples: [
		[
			'Époque 3/10 - Loss: 0.5 - Temps: 12.5s',
			{kind: 'metrics', split: 'train', position: {epoch: 3, epochs: 10}, values: {Loss: 0.5}},
		],
		[
			'Epoche 3 von 10: Verlust: 0.5, Genauigkeit: 0.75',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 3, epochs: 10},
				values: {Verlust: 0.5, Genauigkeit: 0.75},
			},
		],
		[
			'Epoch 3/10, pérdida: 0.5, val_pérdida: 0.25',
			[
				{kind: 'metrics', split: 'train', position: {epoch: 3, epochs: 10}, values: {pérdida: 0.5}},
				{kind: 'metrics', split: 'val', position: {epoch: 3, epochs: 10}, values: {pérdida: 0.25}},
			],
		],
		['Эпоха 2/5', {kind: 'phase', phase: 'training', position: {epoch: 2, epochs: 5}}],
		['Entraînement terminé', {kind: 'phase', phase: 'finished'}],
		['Epoch 3/10, loss: 0.5', null],
	],
} satisfies Format;
