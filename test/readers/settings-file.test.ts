import {describe, expect, test} from 'vitest';
import {settingsReaders} from '../../source/readers/index.ts';

const {read} = settingsReaders.settingsFile;
/** `name: value (line)` of everything that is told. */
const told = (name: string, text: string) => {
	const {values, lines} = read(name, text);
	return Object.entries(values).map(([key, value]) => `${key}: ${value} (${lines[key]})`);
};

describe('Python files of settings', () => {
	test('names at the top level: literals, dict(…), names given before', () => {
		const text = `_base_ = ['../a.py', './b.py']
"""Not a setting:
lr = 9
"""
import os  # don't stop (here
lr = 0.02  # the rate
base_batch: int = 16
model = dict(
    type='Net',
    backbone=dict(depth=50, frozen=None, lr=lr),
    mean=[123.675, 116.28],  # of the data
    classes=('ear', ))
work_dir = r'C:\\runs'
name = 'a' \\
    'b'
epochs, seed = 3, 4
ok = not True
`;
		expect(told('net.py', text)).toEqual([
			'_base_: ["../a.py","./b.py"] (1)',
			'lr: 0.02 (6)',
			'base_batch: 16 (7)',
			'model.type: Net (9)',
			'model.backbone.depth: 50 (10)',
			'model.backbone.lr: 0.02 (10)',
			'model.mean: [123.675,116.28] (11)',
			'model.classes: ["ear"] (12)',
			'work_dir: C:\\runs (13)',
			'name: ab (14)',
			'ok: not True (17)',
		]);
	});

	test('everything else stays text, and nothing is run', () => {
		const text = `data = os.environ['DATA']
steps = 4 * 25
evil = __import__('os').system('rm -rf /')
pipe = [dict(type='Load'), lambda x: x]
model = dict(type='Net', head=Head(3), **base)
def f():
    lr = 1
class A:
    lr = 2
if True:
    lr = 3
paths = dict(a=float('inf'), b=-1e-3, c=0x10, d=1_000)
`;
		expect(told('x.py', text)).toEqual([
			"data: os.environ['DATA'] (1)",
			'steps: 4 * 25 (2)',
			"evil: __import__('os').system('rm -rf /') (3)",
			"pipe: [dict(type='Load'), lambda x: x] (4)",
			"model: dict(type='Net', head=Head(3), **base) (5)",
			'paths.a: Infinity (12)',
			'paths.b: -0.001 (12)',
			'paths.c: 16 (12)',
			'paths.d: 1000 (12)',
		]);
	});

	test('a known dict is spread into another', () => {
		expect(told('x.py', 'a = dict(lr=1, wd=2)\nb = dict(**a, lr=3)\n').slice(2)).toEqual([
			'b.lr: 3 (2)',
			'b.wd: 2 (2)',
		]);
	});

	test.each([
		['brackets without end', '['.repeat(100_000)],
		['brackets in names', `a = ${'('.repeat(50_000)}1${')'.repeat(50_000)}`],
		['quotes without end', `a = '''${'x'.repeat(200_000)}`],
		['backslashes', `a = '${'\\'.repeat(200_000)}`],
		['dicts in dicts', `a = ${'dict(a='.repeat(20_000)}1`],
		['equals signs', '='.repeat(200_000)],
	])('%s cost nothing', (_what, text) => {
		const begun = process.cpuUsage();
		read('x.py', text);
		expect(process.cpuUsage(begun).user).toBeLessThan(1_500_000);
	});

	test('names that multiply each other come to an end', () => {
		const lines = ['a0 = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]'];
		for (let level = 1; level < 30; level++) {
			lines.push(
				`a${level} = [${Array(10)
					.fill(`a${level - 1}`)
					.join(', ')}]`,
			);
		}

		const {values} = read('x.py', lines.join('\n'));
		expect(values.a1).toMatch(/^\[\[0,0/);
		expect(values.a29).toBe('[a28, a28, a28, a28, a28, a28, a28, a28, a28, a28]');
	});

	test('no name reaches the prototype', () => {
		expect(told('x.py', '__proto__ = dict(a=1)\nb = {"__proto__": {"c": 1}, "d": 2}\n')).toEqual([
			'b.d: 2 (2)',
		]);
		expect(({} as Record<string, unknown>).c).toBeUndefined();
	});
});

describe('lines', () => {
	test('of YAML, through anchors and merges', () => {
		const text = 'base: &b\n  lr: 0.1\nmodel:\n  depth: 3\n  opt: *b\nlist: [1, 2]\nnone:\n';
		expect(told('a.yaml', text)).toEqual([
			'base.lr: 0.1 (2)',
			'model.depth: 3 (4)',
			'model.opt.lr: 0.1 (2)',
			'list: [1,2] (6)',
		]);
	});

	test('of JSON', () => {
		expect(told('a.json', '{\n "lr": 0.1,\n "a": {\n  "b": NaN, "c": "\\u00e9\\/"}\n}')).toEqual([
			'lr: 0.1 (2)',
			'a.b: NaN (4)',
			'a.c: é/ (4)',
		]);
	});

	test('of what W&B wraps', () => {
		expect(told('config.yaml', 'lr:\n  desc: null\n  value: 0.1\n')).toEqual(['lr: 0.1 (1)']);
	});

	test('of the command before the options that BasicSR copies', () => {
		const text =
			'# GENERATE TIME: Thu Oct 24 10:43:40 2024\n# CMD:\n# basicsr/train.py --local_rank=0 -opt a.yml --auto_resume\n\nname: x\n';
		expect(told('a.yml', text)).toEqual([
			'local_rank: 0 (3)',
			'opt: a.yml (3)',
			'auto_resume: true (3)',
			'name: x (5)',
		]);
	});
});

test('TOML: tables, lists of tables, strings, times, comments', () => {
	const text = `# of the run
title = "x # y"
lr = 1e-3  # the rate
when = 2026-01-05T10:00:00Z
path = 'C:\\runs'
[model]
name.short = "r50"
layers = [1, 2, # more
  3]
heads = {count = 8, kind = {a = "b"}}
[data.train]
shuffle = true
[[stage]]
epochs = 3
[[stage]]
epochs = 1_000
[stage.optim]
lr = 0.1
not a setting
[[]]
= 3
`;
	expect(told('config.toml', text)).toEqual([
		'title: x # y (2)',
		'lr: 0.001 (3)',
		'when: 2026-01-05T10:00:00Z (4)',
		'path: C:\\runs (5)',
		'model.name.short: r50 (7)',
		'model.layers: [1,2,3] (8)',
		'model.heads.count: 8 (10)',
		'model.heads.kind.a: b (10)',
		'data.train.shuffle: true (12)',
		'stage: [{"epochs":3},{"epochs":1000,"optim":{"lr":0.1}}] (13)',
	]);
	expect(told('a.toml', '__proto__ = 1\n[a.__proto__]\nb = 2\nc = {d = \n')).toEqual([
		'a.__proto__.b: 2 (3)',
		'a.__proto__.c: {d = (4)',
	]);
	expect(told('a.toml', `a = ${'{b = '.repeat(20_000)}`)).toHaveLength(1);
});

test('a bomb of anchors is told, not followed', () => {
	const lines = ['a0: &a0 {x: 1, y: 2}'];
	for (let level = 1; level < 12; level++) {
		const alias = `*a${level - 1}`;
		lines.push(`a${level}: &a${level} {a: ${alias}, b: ${alias}, c: ${alias}, d: ${alias}}`);
	}

	expect(read('a.yaml', lines.join('\n')).trouble).toMatch(/^not valid YAML: .*alias/i);
});

test('an anchor that holds itself, and text within text without end, come to an end', () => {
	expect(told('a.yaml', 'a: &a\n  b: *a\n  c: [*a, 1]\nlr: 0.1\n')).toEqual([
		expect.stringMatching(/^a\.c: \[\{"b":\{"b":.{480,}/),
		'lr: 0.1 (4)',
	]);
	for (const text of ['['.repeat(200_000), '{"a":'.repeat(200_000), '- '.repeat(200_000)]) {
		expect(read('config.json', text).trouble).toBe('nested too deeply to be settings');
	}
});
