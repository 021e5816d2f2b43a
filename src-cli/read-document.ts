import { readFileSync } from 'node:fs';
import { BATCH_LIMITS, type ChainruleDocument, type ParsedDocument, parseDocument } from '#engine';
import { DataFailure, refusal } from './failure.ts';

const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'this is a folder, not a file',
  EACCES: 'reading it is not permitted',
};

/** Text of a UTF-8 file. Throws a {@link DataFailure} that says why it cannot be read. */
function readText(file: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new DataFailure(`${file}: ${SYSTEM_ERRORS[code] ?? `it cannot be read (${code || String(error)})`}.`);
  }
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw new DataFailure(`${file}: This file is UTF-16; save it as UTF-8.`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new DataFailure(`${file}: This file is not UTF-8 text.`);
  }
}

/** The file as a document, or everything that is wrong with it. */
export function readDocument(file: string): ParsedDocument {
  return parseDocument(readText(file), BATCH_LIMITS);
}

/** The file as a document. Throws a {@link DataFailure} that names the first problem. */
export function requireDocument(file: string): ChainruleDocument {
  const { document, problems } = readDocument(file);
  if (document === undefined) throw new DataFailure(refusal(file, problems));
  return document;
}
