import type {Host} from '../core/host.ts';
import {follow, run} from './commands.ts';
import {glance, link, list, openFile, shared, space, statPath} from './files.ts';
import {holders} from './holders.ts';
import {load} from './load.ts';
import {relatives} from './processes.ts';
import {watch} from './watch.ts';

/** This machine. */
export function localHost(): Host {
	return {
		name: 'local',
		list,
		glance,
		stat: statPath,
		open: openFile,
		link,
		watch,
		run,
		follow,
		shared,
		space,
		load,
		holders: identities => holders(identities),
		processes: () => relatives(),
	};
}
