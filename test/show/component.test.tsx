import {render} from 'ink-testing-library';
import {expect, test} from 'vitest';
import type {Effect} from '../../source/show/effect.ts';
import {Screen} from '../../source/show/screen.tsx';
import {openStage} from '../../source/show/stage.ts';
import {themeOf} from '../../source/show/theme.ts';
import {world} from '../kit/runs.ts';
import {storeOf} from '../kit/terminal.tsx';

/** The screen as a component, 100 columns wide. */
function show() {
	const store = storeOf(world());
	const effects: Effect[] = [];
	const stage = openStage({
		store,
		perform: effect => effects.push(effect),
		theme: themeOf('none'),
		size: {columns: 100, rows: 30},
	});
	const app = render(<Screen stage={stage} />);
	Object.assign(app.stdout, {rows: 30});
	app.stdout.emit('resize');
	const until = async (seen: (frame: string) => boolean) => {
		for (let turn = 0; turn < 300 && !seen(app.lastFrame() ?? ''); turn++) {
			await new Promise(done => setImmediate(done));
		}

		return app.lastFrame() ?? '';
	};

	return {...app, store, stage, effects, until};
}

test('as many lines as the terminal has, each as wide as it is', async () => {
	const {until, unmount} = show();
	const frame = await until(text => text.split('\n').length === 30);
	expect(frame.split('\n')).toHaveLength(30);
	expect(frame).toContain('exp_20260105_143022   crashed');
	unmount();
});

test('a key reaches the state, and the state the frame', async () => {
	const {stdin, until, stage, unmount} = show();
	await until(text => text.includes('q quit'));
	stdin.write('?');
	expect(await until(text => text.includes('half a page down'))).toContain('Move');
	expect(stage.ui().help).toBe(true);
	unmount();
});

test('news reach the frame', async () => {
	const {store, until, unmount} = show();
	await until(text => text.includes('q quit'));
	store.set(world({notice: 'copied: /data/workdirs'}));
	expect(await until(text => text.includes('copied'))).toContain('copied: /data/workdirs');
	unmount();
});
