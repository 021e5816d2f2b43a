import type { FileReference } from './platform.ts';

/** A file reference as it was kept; `null` when it is something else. */
export function readFile(raw: unknown): FileReference | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { name, handle } = raw as Record<string, unknown>;
  if (typeof name !== 'string') return null;
  return { name, handle: typeof handle === 'string' ? handle : null };
}
