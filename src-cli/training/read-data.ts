import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DataFailure } from '../failure.ts';

/** Content of the files a document names, unpacked where they are compressed; paths are relative to the document. */
export function readDataFiles(document: string, paths: readonly string[]): ReadonlyMap<string, Uint8Array> {
  return new Map(paths.map((path) => [path, unpacked(path, resolve(dirname(document), path))]));
}

function unpacked(path: string, file: string): Uint8Array {
  try {
    const bytes = readFileSync(file);
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const why = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
    throw new DataFailure(`training.dataset: ${path}: ${why} (looked for at ${file}).`);
  }
}
