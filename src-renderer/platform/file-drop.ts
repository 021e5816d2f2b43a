import type { OpenedFile } from './platform.ts';

/** Larger files are refused before they are read. */
const LARGEST_FILE_BYTES = 64 * 2 ** 20;

/** Throws a sentence for the user. */
export async function readText(file: File): Promise<string> {
  if (file.size > LARGEST_FILE_BYTES)
    throw new Error(`“${file.name}” has ${Math.round(file.size / 1e6)} MB; at most 64 MB are read.`);
  return file.text();
}

/** A file that can be read but not written to again. */
export async function openUpload(file: File): Promise<OpenedFile> {
  return { name: file.name, handle: null, text: await readText(file) };
}

/** Files dropped anywhere on the window; `openHandle` opens one that can be written to again, where the browser gives such. */
export function onFileDrop(
  listener: (file: Promise<OpenedFile>) => void,
  openHandle?: (handle: FileSystemFileHandle) => Promise<OpenedFile>,
): () => void {
  const onDrop = (event: DragEvent) => {
    const item = [...(event.dataTransfer?.items ?? [])].find(({ kind }) => kind === 'file');
    const file = item?.getAsFile(); // this and the handle must be asked for while the event lasts
    if (!item || !file) return;
    event.preventDefault();
    const asHandle = (openHandle && item.getAsFileSystemHandle?.()) ?? Promise.resolve(null);
    listener(
      asHandle.then((handle) =>
        handle?.kind === 'file' && openHandle ? openHandle(handle as FileSystemFileHandle) : openUpload(file),
      ),
    );
  };
  const onDragOver = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };
  window.addEventListener('drop', onDrop);
  window.addEventListener('dragover', onDragOver);
  return () => {
    window.removeEventListener('drop', onDrop);
    window.removeEventListener('dragover', onDragOver);
  };
}
