import {setFlagsFromString} from 'node:v8';

/**
Most of what reading makes is garbage at once: a nursery of 4 MB is collected fast, a larger one only
takes memory. It grows fourfold once, while the program loads, and not again.
*/
export const nursery = {
	grow: () => setFlagsFromString('--semi-space-growth-factor=4'),
	stay: () => setFlagsFromString('--semi-space-growth-factor=1'),
};

/**
A program that stays takes less memory: the heap grows by 60 % at most before it is swept, not fourfold.
Its nursery is emptied by one thread: on a busy machine a key would wait for the slowest of four.
*/
export function keepSmall(): void {
	setFlagsFromString('--heap-growing-percent=60');
	setFlagsFromString('--no-parallel-scavenge');
}
