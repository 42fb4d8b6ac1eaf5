import type {CheckpointReader} from '../core/checkpoint.ts';
import type {Reader} from '../core/reader.ts';
import type {ScoreReader} from '../core/results.ts';
import type {SettingsReader} from '../core/settings.ts';
import checkpoint from './checkpoint.ts';
import csv from './csv.ts';
import history from './history.ts';
import imageScores from './image-scores.ts';
import launch from './launch.ts';
import packed from './packed.ts';
import resultsJson from './results-json.ts';
import settings from './settings.ts';
import settingsFile from './settings-file.ts';
import tfevents from './tfevents.ts';
import trainerState from './trainer-state.ts';
import wandb from './wandb.ts';

/** Every reader by its id, most particular first. */
export const readers: Readonly<Record<string, Reader>> = {
	tfevents,
	wandb,
	'trainer-state': trainerState,
	settings,
	history,
	'results-json': resultsJson,
	csv,
	packed,
};

/** Readers of files that hold the state of a training instead of telling about it. */
export const checkpointReaders = {checkpoint} satisfies Readonly<Record<string, CheckpointReader>>;

/** Readers of files that tell of one image each. */
export const scoreReaders = {imageScores} satisfies Readonly<Record<string, ScoreReader>>;

/** Readers of settings: of a file of them, and of what a log prints of them. */
export const settingsReaders = {settingsFile, launch} satisfies Readonly<
	Record<string, SettingsReader>
>;
