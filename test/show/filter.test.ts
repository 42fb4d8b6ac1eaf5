import {expect, test} from 'vitest';
import {matches} from '../../source/show/filter.ts';
import {run} from '../kit/runs.ts';

const settings = {file: 'config.yaml', values: {'optimizer.lr': 0.02, epochs: 5, name: 'x'}};
const one = run('net_b64_lr0.1_8xb2', 'running', {settings});

test.each([
	['lr=0.02', true],
	['optimizer.lr<0.1', true],
	['lr>0.05', false],
	['b<=2', true],
	['gpus=8', true],
	['name>0', false],
	['wd>0', false],
	['!lr=0.02', false],
])('settings and what names say can be filtered by: %s', (filter, passes) => {
	expect(matches(one, filter)).toBe(passes);
});
