import {readdirSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {describe, expect, test} from 'vitest';
import {createExperiments} from '../kit/experiments.ts';
import {runProgram} from '../kit/program.ts';
import {hasTmux, inTmux, watchIn} from '../kit/tmux.ts';

const simulated = (folder = tmpdir()) =>
	readdirSync(folder).filter(name => name.startsWith('watchexp-simulated-'));

test('the demo into a pipe plays at once, prints the report and leaves nothing behind', async () => {
	const experiments = createExperiments();
	const {code, out, err} = await runProgram(['demo'], {env: {TMPDIR: experiments.folder}});
	expect(err).toBe('');
	expect(code).toBe(0);
	expect(out).toMatch(/crashed/);
	expect(out).toMatch(/finished/);
	expect(out).toMatch(/CUDA/);
	expect(simulated(experiments.folder)).toEqual([]);
	experiments.remove();
});

describe.skipIf(!hasTmux)(`the demo ${inTmux}`, () => {
	test.each([
		['q', async (terminal: Awaited<ReturnType<typeof watchIn>>) => terminal.press('q')],
		['Ctrl-C', async (terminal: Awaited<ReturnType<typeof watchIn>>) => terminal.press('C-c')],
		[
			'SIGTERM',
			async (terminal: Awaited<ReturnType<typeof watchIn>>) => terminal.signal('SIGTERM'),
		],
	])(
		'shows ten runs at once, says that they are simulated, and %s removes them',
		async (_, leave) => {
			const experiments = createExperiments();
			const terminal = await watchIn(experiments.folder, {
				args: ['demo'],
				columns: 160,
				rows: 50,
				env: {TMPDIR: experiments.folder},
			});
			await terminal.waitFor(/1\d runs/, 'simulated');
			expect(simulated(experiments.folder)).toHaveLength(1);
			await leave(terminal);
			await terminal.waitFor(/^shell> ?$/m);
			expect(await terminal.mode()).toEqual({alternate: false, cursor: true});
			expect(simulated(experiments.folder)).toEqual([]);
			await terminal.stop();
			experiments.remove();
		},
	);

	test('at ten times the speed, a run crashes and another is archived while you look', async () => {
		const experiments = createExperiments();
		const terminal = await watchIn(experiments.folder, {
			args: ['demo', '--speed', '10'],
			columns: 160,
			rows: 50,
			env: {TMPDIR: experiments.folder},
		});
		await terminal.waitFor(/crashed.*CUDA/, /NaN/);
		await terminal.press('q');
		await terminal.waitFor(/^shell> ?$/m);
		await terminal.stop();
		experiments.remove();
	});
});
