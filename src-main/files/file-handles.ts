import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { FileHandle, SavedFile } from '../preload/contract.ts';
import type { ContentStamp } from './document-file.ts';
import { UserError } from './file-error.ts';

interface HandledFile {
  readonly path: string;
  /** `null` until the file's content was read or written through this handle. */
  readonly stamp: ContentStamp | null;
}

/** The files one window may name. It holds unguessable handles; the paths stay here. */
export interface FileHandles {
  /** The same path always gets the same handle; a given stamp replaces the old one. */
  issue(path: string, stamp: ContentStamp | null): SavedFile;
  resolve(handle: FileHandle): HandledFile;
  has(handle: FileHandle): boolean;
}

export function createFileHandles(): FileHandles {
  const files = new Map<FileHandle, HandledFile>();
  const handles = new Map<string, FileHandle>();
  return {
    issue(path, stamp) {
      const handle = handles.get(path) ?? randomUUID();
      handles.set(path, handle);
      files.set(handle, { path, stamp: stamp ?? files.get(handle)?.stamp ?? null });
      return { handle, name: basename(path) };
    },
    resolve(handle) {
      const file = files.get(handle);
      if (!file) throw new UserError('That file is no longer known to this window. Open it again.');
      return file;
    },
    has: (handle) => files.has(handle),
  };
}
