import type { Problem } from '#engine';

/** The command line is wrong: exit status 2. `message` is one sentence. */
export class UsageFailure extends Error {
  override readonly name = 'UsageFailure';
}

/** The document or the data is wrong, or a check failed: exit status 1. `message` is one line. */
export class DataFailure extends Error {
  override readonly name = 'DataFailure';
}

/** `file: nodes[3].op: There is no op "foo".` */
export function problemLine(file: string, { path, message }: Problem): string {
  return path && path !== 'document' ? `${file}: ${path}: ${message}` : `${file}: ${message}`;
}

/** The first problem on one line, and how many more there are. */
export function refusal(file: string, problems: readonly Problem[]): string {
  const more = problems.length - 1;
  const first = problemLine(file, problems[0]!);
  return more === 0 ? first : `${first} (and ${more} more: chainrule validate lists them)`;
}
