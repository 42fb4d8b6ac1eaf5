import type {Reader} from '../core/reader.ts';
import csv from './csv.ts';

/** Every reader by its id, most particular first. */
export const readers: Readonly<Record<string, Reader>> = {
	csv,
};
