import {join} from 'node:path';
import type {FSWatcher} from 'chokidar';
import type {FileNews, Watch} from '../core/host.ts';
import {statPath} from './files.ts';

type Heard = (news: FileNews) => void;
/** Which folder it was when watching began. */
type Watched = {
	watcher: FSWatcher | undefined;
	readonly identity: Promise<string | undefined>;
};
type Chokidar = Pick<typeof import('chokidar'), 'FSWatcher'>;

const heavy =
	/\.(?:pth|pt|ckpt|safetensors|bin|state|states|pdparams|pdopt|pdema|pdmodel|pdiparams|onnx|h5|hdf5|keras|tar|gz|zip|npy|npz|pkl|png|jpe?g|bmp|tiff?|webp|gif|mp4|tmp|swp)$/i;

/** Whether a path is one that never tells of training: weights, images, archives. */
export function isHeavy(path: string): boolean {
	return heavy.test(path);
}

/**
Tells of changes directly inside the folders it is given: one watcher a folder, because one that was
moved away and made again must be watched anew. chokidar is loaded lazily, so that commands that take
one look never pay for it. Where the system refuses (`ENOSPC`, `EMFILE` …) it says `blind`, once a folder.
*/
export function watch(
	heard: Heard,
	load: () => Promise<Chokidar> = () => import('chokidar'),
): Watch {
	const watched = new Map<string, Watched>();
	const closing = new Set<Promise<void>>();
	let chokidar: Chokidar | undefined;
	let loading: Promise<void> | undefined;

	const leave = (folder: string) => {
		const closed = watched.get(folder)?.watcher?.close();
		watched.delete(folder);
		if (closed) closing.add(closed.finally(() => closing.delete(closed)));
	};
	const tell = (news: FileNews) => {
		if (news.what === 'gone') leave(news.path);
		heard(news);
	};
	const begin = (folder: string) => {
		const known: Watched = {watcher: undefined, identity: identityOf(folder)};
		watched.set(folder, known);
		if (!chokidar) return;
		const growing = new Set<string>();
		known.watcher = new chokidar.FSWatcher({
			...options,
			ignored: path => growing.has(path) || isHeavy(path),
		});
		listen(known.watcher, folder, growing, news => {
			if (watched.get(folder) === known) tell(news);
		});
		known.watcher.add(folder);
	};
	/** Begins anew with a folder that is not the one it was. */
	const check = async (folder: string) => {
		const known = watched.get(folder);
		const [before, now] = await Promise.all([known?.identity, identityOf(folder)]);
		if (!known || watched.get(folder) !== known || before === now) return;
		leave(folder);
		begin(folder);
	};
	const start = async () => {
		try {
			chokidar = await load();
			for (const folder of [...watched.keys()]) begin(folder);
		} catch (error) {
			for (const folder of watched.keys()) heard(blindNews(folder, error));
		}
	};

	return {
		folders(paths) {
			const wanted = new Set(paths);
			for (const folder of [...watched.keys()]) {
				if (!wanted.has(folder)) leave(folder);
				else void check(folder);
			}

			for (const folder of wanted) if (!watched.has(folder)) begin(folder);
			if (watched.size > 0) loading ??= start();
		},
		async stop() {
			for (const folder of [...watched.keys()]) leave(folder);
			await loading;
			for (const folder of [...watched.keys()]) leave(folder);
			await Promise.all(closing);
		},
	};
}

/**
chokidar looks at a file for every line that is written to it, which costs more than reading the line.
So a file that changed once is passed over from then on (it is `growing`), and what the system says of
it is told as it is, until its name comes or goes.
*/
function listen(watcher: FSWatcher, folder: string, growing: Set<string>, tell: Heard): void {
	let blind = false;
	const written = new Set<string>();
	const on = (what: 'came' | 'changed' | 'gone') => (path: string) => tell({what, path});
	watcher
		.on('raw', (what, name, told) => {
			if ((told as {readonly watchedPath?: string}).watchedPath !== folder) return;
			const path = join(folder, String(name));
			if (what !== 'change') {
				written.delete(path);
				growing.delete(path);
			} else if (growing.has(path)) tell({what: 'changed', path});
			else if (!isHeavy(path)) written.add(path);
		})
		.on('add', on('came'))
		.on('addDir', on('came'))
		.on('change', path => {
			// Not if its name went meanwhile: chokidar has to look at that.
			if (written.delete(path)) growing.add(path);
			tell({what: 'changed', path});
		})
		.on('unlink', on('gone'))
		.on('unlinkDir', on('gone'))
		.on('error', error => {
			if (!blind) tell(blindNews(folder, error));
			blind = true;
		});
}

async function identityOf(folder: string): Promise<string | undefined> {
	return (await statPath(folder).catch(() => undefined))?.identity;
}

const options = {
	depth: 0,
	ignoreInitial: true,
	ignorePermissionErrors: true,
	atomic: false,
};

function blindNews(path: string, error: unknown): FileNews {
	const {code, message} = error as NodeJS.ErrnoException;
	return {what: 'blind', path, why: code ?? message};
}
