import type {Reader} from '../core/reader.ts';
import csv from './csv.ts';
import trainerState from './trainer-state.ts';

/** Every reader by its id, most particular first. */
export const readers: Readonly<Record<string, Reader>> = {
	'trainer-state': trainerState,
	csv,
};
