import type {Time} from '../../core/event.ts';
import type {Run} from '../../core/run.ts';
import type {Notify} from '../preferences.ts';
import {bell, desktopNotice, hasTitle, keepTitle, restoreTitle, titled} from './escapes.ts';
import {type Hook, startHook} from './hook.ts';
import {createLimit} from './limit.ts';
import {createLookout, type Raised} from './lookout.ts';
import {messageOf, programName, sentenceOf, titleOf} from './message.ts';

/** Tells people of alerts outside the screen. */
export type Crier = {
	/** Looks for news among runs that changed; `all` are all runs, for the title. */
	readonly look: (changed: readonly Run[], all: readonly Run[], now: Time) => void;
	/** Restores the title and ends the commands that still run. */
	readonly stop: () => Promise<void>;
};

/** What a crier needs; `write` writes to the terminal between two frames. */
export type CrierMeans = {
	readonly wishes: Notify;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly write: (code: string) => void;
	/** Says something in the footer. */
	readonly say: (text: string) => void;
	readonly started: Time;
};

/** Milliseconds that commands get to end by themselves when the program is left. */
const farewell = 500;

/** A crier that has told nothing yet. */
export function createCrier({wishes, env, write, say, started}: CrierMeans): Crier {
	const lookout = createLookout(wishes.from, started, wishes.rules);
	const apart = wishes.again * 60_000;
	const {perMinute} = wishes;
	const isNews = createLimit({apart, perMinute: Number.POSITIVE_INFINITY});
	const mayRing = createLimit({apart: 5000});
	const mayTell = createLimit({apart, perMinute});
	const mayRun = createLimit({apart, perMinute});
	const running = new Set<Hook>();
	const complained = new Set<string>();
	const hasOne = wishes.title && hasTitle(env);
	let title = '';

	const retitle = (next: string) => {
		if (!hasOne || next === title) return;
		write(`${title === '' ? keepTitle : ''}${titled(next)}`);
		title = next;
	};
	const complain = (text: string) => {
		if (complained.has(text)) return;
		complained.add(text);
		say(text);
	};
	const run = async (raised: Raised, now: Time) => {
		const {command} = wishes;
		if (!command) return;
		if (!mayRun(keyOf(raised), now)) {
			complain(`${programName(command)} is called at most ${perMinute} times a minute`);
			return;
		}

		const hook = startHook(command, messageOf(raised, now), env);
		running.add(hook);
		const trouble = await hook.done;
		running.delete(hook);
		if (trouble !== null && complained.size < 20) {
			complain(`notify: ${programName(command)} ${trouble}`);
		}
	};

	return {
		look: (changed, all, now) => {
			retitle(titleOf(all));
			const raised = lookout(changed).filter(one => isNews(keyOf(one), now));
			if (raised.length === 0) return;
			if (wishes.bell && mayRing('bell', now)) write(bell);
			const sentence = sentenceOf(raised);
			if (wishes.desktop && mayTell(sentence, now)) {
				write(desktopNotice('watchexp', sentence, env));
			}

			for (const one of raised) void run(one, now);
		},
		stop: async () => {
			if (title !== '') write(restoreTitle);
			if (running.size === 0) return;
			const all = [...running];
			await Promise.race([Promise.all(all.map(({done}) => done)), pause(farewell)]);
			for (const hook of running) hook.end();
		},
	};
}

function keyOf({run, alert}: Raised): string {
	return `${run.id} ${alert.rule} ${alert.severity}`;
}

function pause(milliseconds: number): Promise<void> {
	return new Promise(resolve => {
		setTimeout(resolve, milliseconds).unref();
	});
}
