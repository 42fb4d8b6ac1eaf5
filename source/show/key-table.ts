import type {Key} from './key.ts';
import {curveKeys} from './keymap/curves.ts';
import {listKeys, overKeys} from './keymap/list.ts';
import {logKeys} from './keymap/log.ts';
import {lookKeys} from './keymap/look.ts';
import {panelKeys} from './keymap/panels.ts';
import {programKeys} from './keymap/program.ts';

/** The one table of keys: the screen obeys it, footer, help and palette print it, the README quotes it. */
export const keys: readonly Key[] = [
	...lookKeys,
	...listKeys,
	...logKeys,
	...curveKeys,
	...panelKeys,
	...overKeys,
	...programKeys,
];
