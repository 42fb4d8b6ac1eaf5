import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import {Complaint, threeLines} from '../../source/app/complaint.ts';
import {configPath, loadConfig} from '../../source/app/config.ts';
import {parseConfig} from '../../source/app/config-file.ts';
import {initText} from '../../source/app/init.ts';
import {defaults} from '../../source/app/preferences.ts';
import {ruleIds} from '../../source/core/alert.ts';
import {keys} from '../../source/show/key-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'watchexp-test-'));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

function complaintAbout(text: string): string {
	try {
		parseConfig(text, 'config.yaml');
	} catch (error) {
		if (error instanceof Complaint) return threeLines(error);
		throw error;
	}

	throw new Error('nobody complained');
}

test('a settings file says what it says, and the defaults say the rest', () => {
	const config = parseConfig(
		`rules:
  plateau: false
  no-best: {evaluations: 8}
  stuck-loss: {severity: info}
runs:
  - {name: 'gan_*', rules: {diverged: false}}
  - name: debug
goals:
  val/F-score: 0.8
  val/odd: {goal: min, target: 2}
  val/mAP@0.5: max
ignore: [old, "*.bak"]
theme: {colors: 256}
notify: {command: tell-me, bell: false, rules: {loss-spike: critical, new-best: false}, perMinute: 3}
keys: {quit: [q, X]}
`,
		'config.yaml',
	);
	expect(config).toEqual({
		rules: {
			plateau: false,
			'no-best': {thresholds: {evaluations: 8}},
			'stuck-loss': {thresholds: {}, severity: 'info'},
		},
		runs: [
			{name: 'gan_*', rules: {diverged: false}},
			{name: 'debug', rules: {}},
		],
		formats: {},
		goals: {
			'val/F-score': {target: 0.8},
			'val/mAP@0.5': {goal: 'max'},
			'val/odd': {goal: 'min', target: 2},
		},
		ignore: ['old', '*.bak'],
		theme: {ascii: false, colors: '256', name: 'dark'},
		notify: {
			...defaults.notify,
			bell: false,
			command: ['tell-me'],
			rules: {'loss-spike': 'critical', 'new-best': false},
			perMinute: 3,
		},
		keys: keys.map(row => (row.name === 'quit' ? {...row, keys: ['q', 'X']} : row)),
	});
});

test.each(['', '# nothing\n', '---\n'])('an empty file (%j) changes nothing', text => {
	expect(parseConfig(text, 'config.yaml')).toEqual(defaults);
});

test('off is false, and on is true', () => {
	const {rules, notify} = parseConfig(
		'rules: {plateau: off}\nnotify: {bell: Off, desktop: on, rules: {new-best: off}}',
		'config.yaml',
	);
	expect(rules).toEqual({plateau: false});
	expect(notify).toMatchObject({bell: false, desktop: true, rules: {'new-best': false}});
});

describe('a complaint names the line and what is allowed', () => {
	test.each([
		[
			'ignore: [old]\ncolours: none\n',
			'the setting colours is not known',
			'config.yaml:2',
			'allowed here: rules, runs, formats, keys, theme, notify, goals, ignore',
		],
		[
			'theme:\n  colors: many\n',
			'the setting theme.colors cannot be "many"',
			'config.yaml:2',
			'allowed here: auto, none, 16, 256, true',
		],
		[
			'notify:\n  again: -1\n',
			'the setting notify.again cannot be negative',
			'config.yaml:2',
			'allowed here: a number from 0 on',
		],
		[
			'rules:\n\n  no-best:\n    evaluations: soon\n',
			'the setting rules.no-best.evaluations must be a number',
			'config.yaml:4',
			'allowed here: a number',
		],
		[
			'rules:\n  no-best:\n    evalutions: 3\n',
			'the setting rules.no-best.evalutions is not known',
			'config.yaml:3',
			'allowed here: false, severity, evaluations',
		],
		[
			'rules: {crashed: {severity: bad}}',
			'the setting rules.crashed.severity cannot be "bad"',
			'config.yaml:1',
			'allowed here: info, warn, critical',
		],
		[
			'runs:\n  - name: a\n  - rules: {}\n',
			'the setting runs.2 needs a name',
			'config.yaml:3',
			'allowed here: a list such as [{name: "gan_*", rules: {diverged: false}}]',
		],
		[
			'notify:\n  command: tell-me --loud | tee log\n',
			'the setting notify.command must be a list where there is more than a program',
			'config.yaml:2',
			'allowed here: [program, argument, …], or for a shell [sh, -c, "tell-me --loud | tee log"]',
		],
		[
			'runs: {gan: {}}',
			'the setting runs must be a list',
			'config.yaml:1',
			'allowed here: a list such as [{name: "gan_*", rules: {diverged: false}}]',
		],
		[
			'runs:\n  - name: a\n    rules:\n      stale: false\n',
			'the setting runs.1.rules.stale is not known',
			'config.yaml:4',
			`allowed here: ${ruleIds.join(', ')}`,
		],
		[
			'notify: {from: all}',
			'the setting notify.from cannot be "all"',
			'config.yaml:1',
			'allowed here: info, warn, critical',
		],
		[
			'keys:\n  filter: /\n  sorting: x\n',
			'the setting keys.sorting is not known',
			'config.yaml:3',
			`allowed here: ${[...new Set(keys.map(({name}) => name))].join(', ')}`,
		],
		[
			'keys:\n  sort: [s, c]\n',
			'the setting keys.sort cannot be c: that is compare',
			'config.yaml:2',
			'allowed here: another key, or give compare another one as well',
		],
		[
			'keys:\n  sort: hyper-x\n',
			'the setting keys.sort cannot be "hyper-x"',
			'config.yaml:2',
			'allowed here: a letter or sign, ctrl-d, enter, escape, tab, space, up, pagedown and the like',
		],
		[
			'keys:\n  done: d\n',
			'the setting keys.done cannot be d: letters are written there',
			'config.yaml:2',
			'allowed here: ctrl-d, enter and the like',
		],
		[
			'keys: {quit-at-once: ctrl-q}',
			'the setting keys.quit-at-once must hold ctrl-c',
			'config.yaml:1',
			'allowed here: [ctrl-c, and others]',
		],
		[
			'rules: {stalled: true}\n',
			'the setting rules.stalled cannot be true',
			'config.yaml:1',
			'allowed here: false',
		],
		[
			'goals: {F-score: 1}',
			'the setting goals.F-score names no metric',
			'config.yaml:1',
			'allowed here: train/…, val/… or test/… and a name',
		],
		[
			'- a\n- b\n',
			'the settings file must hold names with values',
			'config.yaml:1',
			'allowed here: rules, runs, formats, keys, theme, notify, goals, ignore',
		],
		[
			'ignore: [1]',
			'the setting ignore.1 must be a text',
			'config.yaml:1',
			'allowed here: names, such as [old, "*.bak"]',
		],
		[
			'rules: &a {plateau: *a}',
			'the setting rules.plateau is too clever',
			'config.yaml:1',
			'allowed here: values written out, without aliases',
		],
	])('%j', (text, what, where, help) => {
		expect(complaintAbout(text)).toBe(`watchexp: ${what}\n   where: ${where}\n     try: ${help}\n`);
	});

	test('a rule that does not exist', () => {
		expect(complaintAbout('notify:\n  rules:\n    oom: critical\n')).toMatch(
			/^watchexp: the setting notify\.rules\.oom is not known\n {3}where: config\.yaml:3\n.*cuda-oom/,
		);
		expect(complaintAbout('rules: {stale: false}')).toMatch(
			/^watchexp: the setting rules\.stale is not known\n.*\n.*cuda-oom, host-oom, nan-loss/,
		);
	});

	test('a text that is no YAML', () => {
		expect(complaintAbout('rules:\n  a: [1\nb: 2\n')).toMatch(
			/^watchexp: the settings file is not valid YAML: .*\n {3}where: config\.yaml:3\n/,
		);
	});
});

test('every line of watchexp init is valid when its # is taken away', () => {
	const lines = initText.split('\n').filter(line => /^#(?! \S)/.test(line));
	const config = parseConfig(lines.map(line => line.slice(1)).join('\n'), 'config.yaml');
	expect(Object.keys(config).toSorted()).toEqual(Object.keys(defaults).toSorted());
	for (const [name, value] of Object.entries(config)) expect(value, name).toBeTruthy();
	expect(config.goals['val/strangeness']).toEqual({goal: 'min'});
});

test('watchexp init as it is changes nothing', () => {
	expect(parseConfig(initText, 'config.yaml')).toEqual(defaults);
});

test.each([
	[{XDG_CONFIG_HOME: '/xdg', HOME: '/home/you'}, '/xdg/watchexp/config.yaml'],
	[{XDG_CONFIG_HOME: 'relative', HOME: '/home/you'}, '/home/you/.config/watchexp/config.yaml'],
	[{HOME: '/home/you'}, '/home/you/.config/watchexp/config.yaml'],
])('in %j the settings lie in %s', (env, path) => {
	expect(configPath(env)).toBe(path);
});

test('no settings file is no trouble, unless it was named', async () => {
	expect(await loadConfig(null, {XDG_CONFIG_HOME: folder})).toBe(defaults);
	await expect(loadConfig(join(folder, 'nowhere.yaml'), {})).rejects.toThrow(
		'the settings file cannot be read (ENOENT)',
	);
});

test('a named file is read; a folder is none', async () => {
	const file = join(folder, 'mine.yaml');
	writeFileSync(file, 'ignore: old\n');
	expect((await loadConfig(file, {})).ignore).toEqual(['old']);
	await expect(loadConfig(folder, {})).rejects.toThrow(/cannot be read \(EISDIR\)/);
});
