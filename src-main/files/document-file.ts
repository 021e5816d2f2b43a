import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { nodeSaveEnvironment, type SaveEnvironment, saveAtomic } from './atomic-save.ts';
import { describeFileError, UserError } from './file-error.ts';

const DOCUMENT_SUFFIX = '.chainrule.json';
export const MAXIMUM_DOCUMENT_BYTES = 64 * 1024 * 1024;

/** What was last seen of a file's content on disk: tells a change by another program from a mere touch. */
export type ContentStamp = string;

export interface DocumentFile {
  readonly path: string;
  readonly name: string;
  readonly text: string;
  readonly stamp: ContentStamp;
}

/** Reads a regular file of at most 64 MiB as UTF-8 (a byte order mark is dropped). Devices, pipes and folders are refused unread. */
export async function readDocumentFile(file: string): Promise<DocumentFile> {
  const name = basename(file);
  try {
    const path = await realpath(file);
    const info = await stat(path);
    if (!info.isFile()) throw new UserError(`“${name}” is not a file that can be opened.`);
    refuseOversize(name, info.size);
    const bytes = await readFile(path);
    refuseOversize(name, bytes.byteLength); // it may have grown meanwhile
    return { path, name, text: decode(name, bytes), stamp: stampOf(bytes) };
  } catch (error) {
    throw describeFileError('open', name, error);
  }
}

export interface WrittenFile {
  readonly path: string;
  readonly stamp: ContentStamp;
}

export async function writeDocumentFile(
  path: string,
  text: string,
  environment: SaveEnvironment = nodeSaveEnvironment,
): Promise<WrittenFile> {
  const bytes = new TextEncoder().encode(text);
  try {
    const saved = await saveAtomic(path, bytes, environment);
    return { path: saved.path, stamp: stampOf(bytes) };
  } catch (error) {
    throw describeFileError('save', basename(path), error);
  }
}

/** Whether another program changed the file since `stamp`. A file that is gone counts as unchanged: saving brings it back. */
export async function changedOnDisk(path: string, stamp: ContentStamp): Promise<boolean> {
  const info = await stat(path).catch(() => null);
  if (!info?.isFile()) return false;
  if (info.size > MAXIMUM_DOCUMENT_BYTES) return true;
  const bytes = await readFile(path).catch(() => null);
  return bytes !== null && stampOf(bytes) !== stamp;
}

/** A file name the system accepts, ending in `.chainrule.json`, from whatever the document is called. */
export function suggestFileName(name: string): string {
  const stem = name
    .normalize('NFC')
    .replace(/\.chainrule\.json$|\.json$/i, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must go
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069<>:"/\\|?*]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 100)
    .trim();
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(stem);
  return `${stem === '' || reserved ? 'Untitled' : stem}${DOCUMENT_SUFFIX}`;
}

/** What the user typed in the save dialog, with the suffix when it has no `.json` of its own. */
export function withDocumentSuffix(path: string): string {
  return /\.json$/i.test(path) ? path : `${path}${DOCUMENT_SUFFIX}`;
}

function refuseOversize(name: string, bytes: number) {
  if (bytes <= MAXIMUM_DOCUMENT_BYTES) return;
  const size = (bytes / 1024 / 1024).toFixed(0);
  throw new UserError(`“${name}” is too large to open: ${size} MiB, and the limit is 64 MiB.`);
}

function decode(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UserError(`“${name}” is not a text file in UTF-8, so it cannot be a Chainrule document.`);
  }
}

function stampOf(bytes: Uint8Array): ContentStamp {
  return createHash('sha256').update(bytes).digest('hex');
}
