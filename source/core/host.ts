import type {Space} from './disk.ts';
import type {Time} from './event.ts';
import type {Load} from './machine.ts';
import type {Process} from './run.ts';

/** A place with files and commands: this machine, or one at the end of ssh. It cannot write. */
export type Host = {
	readonly name: string;
	/** The entries of a folder, unsorted; links are not followed. Throws when it cannot be listed. */
	readonly list: (folder: string) => Promise<readonly Entry[]>;
	/** The first so many entries of a folder that may be huge, taken a few at a time; absent where a host has no such way. */
	readonly glance?: (
		folder: string,
		most: number,
	) => Promise<{readonly entries: readonly Entry[]; readonly more: boolean}>;
	/** What lies at a path, links followed; undefined when nothing does. */
	readonly stat: (path: string) => Promise<Stat | undefined>;
	/** Opens a file for reading; it stays the same file through renames. Throws like `node:fs`. */
	readonly open: (path: string) => Promise<Opened>;
	/** Where a symbolic link leads (absolute), or undefined when it is none or broken. */
	readonly link: (path: string) => Promise<string | undefined>;
	/** Tells of changes directly inside these folders; returns how to stop. */
	readonly watch: (heard: (news: FileNews) => void) => Watch;
	/** Runs a command to its end, without a shell. */
	readonly run: (
		command: string,
		args: readonly string[],
		limits: {readonly seconds: number; readonly bytes: number},
	) => Promise<{readonly status: number; readonly out: string; readonly err: string}>;
	/** Starts a command and hands over its lines until stopped; `ended`: there is no such process (any more), or no such command. */
	readonly follow: (
		command: string,
		args: readonly string[],
		line: (text: string) => void,
		ended: (isUnknown: boolean) => void,
	) => () => void;
	/** Which processes hold these files open for writing; absent where a host cannot tell. */
	readonly holders?: (identities: ReadonlySet<string>) => Promise<Holders>;
	/** The processes of this user with their parents; absent where a host cannot tell. */
	readonly processes?: () => Promise<readonly Relative[]>;
	/** Whether a path lies on a file system that other machines write to as well. */
	readonly shared?: (path: string) => Promise<boolean>;
	/** The space where a path lies; undefined when it cannot be told, absent where a host cannot. */
	readonly space?: (path: string) => Promise<Space | undefined>;
	/** How busy it is; absent where a host cannot tell. */
	readonly load?: () => Load;
};

/** A process and what it comes from. */
export type Relative = {readonly pid: number; readonly parent: number; readonly group: number};

/** Who writes, as far as this user may know: processes of other users are closed to it. */
export type Holders = {
	readonly user: number;
	/** Every process of this user was listed. */
	readonly complete: boolean;
	/** By file identity. */
	readonly writers: ReadonlyMap<string, Process>;
};

/** `folders` replaces the set that is watched. */
export type Watch = {
	readonly folders: (paths: readonly string[]) => void;
	readonly stop: () => Promise<void>;
};

/** What happened to a file. */
export type FileNews =
	| {readonly what: 'changed' | 'came' | 'gone'; readonly path: string}
	/** Watching is not possible there: poll instead. */
	| {readonly what: 'blind'; readonly path: string; readonly why: string};

/** What lies at a path. */
export type EntryKind = 'file' | 'folder' | 'link' | 'other';
/** One name in a folder. */
export type Entry = {readonly name: string; readonly kind: EntryKind};

/** What the file system knows of a file. */
export type Stat = {
	readonly kind: EntryKind;
	/** Device and inode: the same for every name of one file. */
	readonly identity: string;
	readonly bytes: number;
	readonly modifiedAt: Time;
	readonly bornAt: Time;
	readonly owner: number;
	/** Names left in the file system; 0: deleted while open. */
	readonly links: number;
};

/** An open file. */
export type Opened = {
	/** Reads into `into` from a byte offset of the file on; resolves to how many bytes there were. */
	readonly read: (into: Uint8Array, offset: number) => Promise<number>;
	readonly stat: () => Promise<Stat>;
	readonly close: () => Promise<void>;
};
