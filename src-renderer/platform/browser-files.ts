import { openDatabase } from './database.ts';
import { onFileDrop, readText } from './file-drop.ts';
import { download, upload } from './loose-files.ts';
import type { FileReference, Files, OpenedFile, RecentFile } from './platform.ts';

const KEPT_RECENT = 12;
const TYPES = [{ description: 'Chainrule document', accept: { 'application/json': ['.json'] } }];

interface Recent {
  readonly id: string;
  readonly name: string;
  readonly handle: FileSystemFileHandle;
  readonly openedMs: number;
}

/** Real files where the browser has the File System Access API; an upload and a download elsewhere. */
export function createBrowserFiles(): Files {
  const database = openDatabase();
  const handles = new Map<string, FileSystemFileHandle>();

  const remember = async (handle: FileSystemFileHandle): Promise<FileReference> => {
    const before = await recents();
    let id: string = crypto.randomUUID();
    for (const entry of before) if (await entry.handle.isSameEntry(handle)) id = entry.id;
    handles.set(id, handle);
    const entry: Recent = { id, name: handle.name, handle, openedMs: Date.now() };
    try {
      await database.put('recent', id, entry);
      for (const old of before.filter((other) => other.id !== id).slice(KEPT_RECENT - 1))
        await database.delete('recent', old.id);
    } catch {
      // Without a database the file is not listed as recent; it is open all the same.
    }
    return { name: handle.name, handle: id };
  };
  const recents = async (): Promise<readonly Recent[]> => {
    try {
      return (await database.all('recent')).filter(isRecent).toSorted((a, b) => b.openedMs - a.openedMs);
    } catch {
      return [];
    }
  };
  const handleOf = async (id: string): Promise<FileSystemFileHandle | null> => {
    const known = handles.get(id) ?? (await recents()).find((entry) => entry.id === id)?.handle ?? null;
    if (known) handles.set(id, known);
    return known;
  };
  const openHandle = async (handle: FileSystemFileHandle): Promise<OpenedFile> => {
    const text = await readText(await handle.getFile());
    return { ...(await remember(handle)), text };
  };
  const write = async (handle: FileSystemFileHandle, text: string): Promise<FileReference> => {
    await writeText(handle, text);
    return remember(handle);
  };

  return {
    async importText() {
      if (!window.showOpenFilePicker) return upload();
      const picked = await cancellable(window.showOpenFilePicker({ types: TYPES, id: 'aside' }));
      const file = await picked?.[0]?.getFile();
      return file ? { name: file.name, text: await readText(file) } : null;
    },
    async exportText(suggestedName, text) {
      if (!window.showSaveFilePicker) return download(suggestedName, text);
      const handle = await cancellable(window.showSaveFilePicker({ types: TYPES, suggestedName, id: 'aside' }));
      if (!handle) return null;
      await writeText(handle, text);
      return { name: handle.name };
    },
    async open() {
      if (!window.showOpenFilePicker) return upload();
      const picked = await cancellable(window.showOpenFilePicker({ types: TYPES, id: 'documents' }));
      return picked?.[0] ? openHandle(picked[0]) : null;
    },
    async openRecent(file) {
      const handle = file.handle === null ? null : await handleOf(file.handle);
      if (!handle) throw new Error(`“${file.name}” is no longer known to the browser. Open it from its folder.`);
      return (await mayUse(handle, 'read')) ? openHandle(handle) : null;
    },
    async recent() {
      return (await recents()).map(({ id, name }): RecentFile => ({ name, handle: id, folder: '' }));
    },
    clearRecent: () => database.clear('recent'),
    async save(file, text) {
      const handle = file.handle === null ? null : await handleOf(file.handle);
      if (!handle) return download(file.name, text);
      if (!(await mayUse(handle, 'readwrite'))) throw new Error(`The browser may not write to “${file.name}”.`);
      return write(handle, text);
    },
    async saveAs(suggestedName, text) {
      if (!window.showSaveFilePicker) return download(suggestedName, text);
      const handle = await cancellable(window.showSaveFilePicker({ types: TYPES, suggestedName, id: 'documents' }));
      return handle ? write(handle, text) : null;
    },
    onOpen: (listener) => onFileDrop(listener, openHandle),
  };
}

async function writeText(handle: FileSystemFileHandle, text: string): Promise<void> {
  const stream = await handle.createWritable(); // written aside, then put in place when closed
  await stream.write(text);
  await stream.close();
}

/** A picker that the user closes rejects with AbortError: that is an answer, not a failure. */
async function cancellable<T>(picking: Promise<T>): Promise<T | null> {
  try {
    return await picking;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

async function mayUse(handle: FileSystemFileHandle, mode: 'read' | 'readwrite'): Promise<boolean> {
  if (!handle.queryPermission || !handle.requestPermission) return true;
  if ((await handle.queryPermission({ mode })) === 'granted') return true;
  return (await handle.requestPermission({ mode })) === 'granted';
}

function isRecent(raw: unknown): raw is Recent {
  if (typeof raw !== 'object' || raw === null) return false;
  const { id, name, handle, openedMs } = raw as Record<string, unknown>;
  return (
    typeof id === 'string' &&
    typeof name === 'string' &&
    typeof openedMs === 'number' &&
    handle instanceof FileSystemFileHandle
  );
}
