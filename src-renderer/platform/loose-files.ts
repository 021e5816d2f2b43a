import { openUpload } from './file-drop.ts';
import type { FileReference, OpenedFile } from './platform.ts';

/** Asks for a file to read, where it cannot be written to again. */
export function upload(): Promise<OpenedFile | null> {
  return new Promise((resolve, reject) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.json,application/json';
    input.addEventListener('cancel', () => resolve(null));
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file) openUpload(file).then(resolve, reject);
      else resolve(null);
    });
    input.click();
  });
}

/** Hands a file over as a download. */
export function download(name: string, text: string): FileReference {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return { name, handle: null };
}
