import type {Reader} from '../core/reader.ts';
import csv from './csv.ts';
import tfevents from './tfevents.ts';
import trainerState from './trainer-state.ts';
import wandb from './wandb.ts';

/** Every reader by its id, most particular first. */
export const readers: Readonly<Record<string, Reader>> = {
	tfevents,
	wandb,
	'trainer-state': trainerState,
	csv,
};
