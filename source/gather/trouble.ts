const words: Readonly<Record<string, string>> = {
	EACCES: 'permission denied',
	EPERM: 'permission denied',
	ENOENT: 'does not exist',
	ENOTDIR: 'does not exist',
	EMFILE: 'too many open files',
	ENFILE: 'too many open files',
	EIO: 'input/output error',
	ESTALE: 'stale network file handle',
	ENOTCONN: 'network file system not connected',
	EHOSTDOWN: 'network file system not connected',
	ELOOP: 'too many symbolic links',
	EISDIR: 'is a folder',
};

/** An error of the file system in a few words: `EACCES` → `permission denied`. */
export function tellError(error: unknown): string {
	const {code, message} = error as {readonly code?: string; readonly message?: string};
	return words[code ?? ''] ?? code ?? message ?? String(error);
}

/** Whether the thing simply is not there, or no longer. */
export function isMissing(error: unknown): boolean {
	const {code} = error as {readonly code?: string};
	return code === 'ENOENT' || code === 'ENOTDIR';
}
