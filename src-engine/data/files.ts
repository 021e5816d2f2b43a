import { fail } from '../errors/fail.ts';

/** Content of a file that the front has read. Throws `data.file-missing`. */
export function requireFile(files: ReadonlyMap<string, Uint8Array>, file: string, path: string): Uint8Array {
  return files.get(file) ?? fail('data.file-missing', { file }, { path });
}
