import type {Space} from '../core/disk.ts';
import type {Environment} from '../core/environment.ts';
import type {Facts, Time} from '../core/event.ts';
import type {GpuUse} from '../core/gpu.ts';
import type {Writer} from '../core/probe.ts';
import type {Git, Process, Scheduler} from '../core/run.ts';

/** What the surroundings of a run told last; undefined where nobody asked. */
export type Around = {
	git: Git | null | undefined;
	/** What its branch was asked for with, and when. */
	gitAsked: string;
	gitAskedAt: Time;
	scheduler: Scheduler | undefined;
	gpus: readonly GpuUse[] | undefined;
	process: Process | undefined;
	/** Its process was asked for since its files are gone: what was known before may be over. */
	sure: boolean;
	/** When Slurm answered for it last; 0: never. */
	jobAskedAt: Time;
	/** The job that the environment of its process names. */
	job: {readonly pid: number; readonly job: string | null} | undefined;
	space: (Space & {readonly falling: number | null}) | undefined;
	/** What the beginning of its logs and files of its tools tell of its launch. */
	origin: Origin | undefined;
};

type Origin = {
	/** The logs and the places in them that were read. */
	readonly key: string;
	/** Lines that may name a commit or a job. */
	readonly head: string;
	readonly facts: Facts;
	readonly environment: Environment;
	readonly command: string | undefined;
};

/** Nobody has asked yet. */
export function nothingAround(): Around {
	return {
		git: undefined,
		gitAsked: '',
		gitAskedAt: 0,
		scheduler: undefined,
		gpus: undefined,
		process: undefined,
		sure: false,
		jobAskedAt: 0,
		job: undefined,
		space: undefined,
		origin: undefined,
	};
}

/** The part of a view that surroundings fill; of a run that is `gone` its process only if that was seen since. */
export function viewAround(
	{git, scheduler, gpus, process, space, sure}: Around,
	{gone, writer}: {readonly gone: boolean; readonly writer: Writer | undefined},
) {
	return {
		...(writer && !gone && {writer}),
		...(git && {git}),
		...(scheduler && {scheduler}),
		...(gpus && gpus.length > 0 && {gpus}),
		...(gone && !sure ? {process: null} : process && {process}),
		...(space && {space}),
	};
}

/** The part of a run that its launch tells. */
export function launchOf({origin}: Around): {
	readonly environment?: Environment;
	readonly command?: string;
} {
	return {
		...(origin && Object.keys(origin.environment).length > 0 && {environment: origin.environment}),
		...(origin?.command !== undefined && {command: origin.command}),
	};
}
