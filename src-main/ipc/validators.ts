import { MAXIMUM_DOCUMENT_BYTES } from '../files/document-file.ts';
import type { DocumentState, FileHandle } from '../preload/contract.ts';

/** Returns the value when it is what its name says, copied where it is an object; throws `InvalidArgument` otherwise. */
export type Validator<T> = (value: unknown) => T;

export class InvalidArgument extends Error {
  override readonly name = 'InvalidArgument';
}

export const boolean: Validator<boolean> = (value) => {
  if (typeof value !== 'boolean') throw new InvalidArgument('not a boolean');
  return value;
};

export const documentText: Validator<string> = (value) => {
  if (typeof value !== 'string') throw new InvalidArgument('not a text');
  // At most three bytes of UTF-8 for one UTF-16 code unit: most texts need no second look.
  if (value.length * 3 > MAXIMUM_DOCUMENT_BYTES && Buffer.byteLength(value) > MAXIMUM_DOCUMENT_BYTES)
    throw new InvalidArgument('text longer than 64 MiB');
  return value;
};

export const shortText: Validator<string> = (value) => {
  if (typeof value !== 'string' || value.length > 1000) throw new InvalidArgument('not a short text');
  return value;
};

const HANDLE = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const fileHandle: Validator<FileHandle> = (value) => {
  if (typeof value !== 'string' || !HANDLE.test(value)) throw new InvalidArgument('not a file handle');
  return value;
};

export const documentState: Validator<DocumentState> = (value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new InvalidArgument('not a state');
  const { title, edited, handle, ...rest } = value as Record<string, unknown>;
  if (Object.keys(rest).length > 0) throw new InvalidArgument('state with unknown keys');
  return {
    title: shortText(title),
    edited: boolean(edited),
    handle: handle === null ? null : fileHandle(handle),
  };
};
