import { writeFileSync } from 'node:fs';
import { DataFailure } from './failure.ts';

/** Throws a {@link DataFailure} that says why it cannot be written. */
export function writeText(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new DataFailure(`${file}: it cannot be written (${code}).`);
  }
}
