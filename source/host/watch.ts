import type {FSWatcher} from 'chokidar';
import type {FileNews, Watch} from '../core/host.ts';

type Heard = (news: FileNews) => void;
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
	const watched = new Map<string, FSWatcher | undefined>();
	let chokidar: Chokidar | undefined;
	let loading: Promise<void> | undefined;
	const closing = new Set<Promise<void>>();

	const leave = (folder: string) => {
		const closed = watched.get(folder)?.close();
		watched.delete(folder);
		if (closed) closing.add(closed.finally(() => closing.delete(closed)));
	};
	const begin = ({FSWatcher}: Chokidar, folder: string) => {
		const told = (what: 'came' | 'changed' | 'gone') => (path: string) => {
			if (what === 'gone' && path === folder) leave(folder);
			heard({what, path});
		};
		let blind = false;
		const watcher = new FSWatcher(options)
			.on('add', told('came'))
			.on('addDir', told('came'))
			.on('change', told('changed'))
			.on('unlink', told('gone'))
			.on('unlinkDir', told('gone'))
			.on('error', error => {
				if (!blind && watched.get(folder) === watcher) heard(blindNews(folder, error));
				blind = true;
			});
		watched.set(folder, watcher);
		watcher.add(folder);
	};
	const start = async () => {
		try {
			chokidar = await load();
			for (const folder of [...watched.keys()]) begin(chokidar, folder);
		} catch (error) {
			for (const folder of watched.keys()) heard(blindNews(folder, error));
		}
	};

	return {
		folders(paths) {
			const wanted = new Set(paths);
			for (const folder of [...watched.keys()]) if (!wanted.has(folder)) leave(folder);
			for (const folder of wanted) {
				if (watched.has(folder)) continue;
				watched.set(folder, undefined);
				if (chokidar) begin(chokidar, folder);
			}

			if (watched.size > 0) loading ??= start();
		},
		async stop() {
			for (const folder of [...watched.keys()]) leave(folder);
			await loading;
			await Promise.all(closing);
		},
	};
}

const options = {
	depth: 0,
	ignoreInitial: true,
	ignored: isHeavy,
	ignorePermissionErrors: true,
	atomic: false,
};

function blindNews(path: string, error: unknown): FileNews {
	const {code, message} = error as NodeJS.ErrnoException;
	return {what: 'blind', path, why: code ?? message};
}
