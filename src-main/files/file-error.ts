import { codeOf } from './atomic-save.ts';

/** An error whose message is a sentence for the user. Only these cross to the window as they are. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

const SENTENCES: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your disk quota is used up',
  EACCES: 'you have no permission for it',
  EPERM: 'you have no permission for it',
  EROFS: 'the disk is read-only',
  ENOENT: 'it, or its folder, is no longer there',
  ENOTDIR: 'its folder is no longer there',
  EISDIR: 'it is not a file',
  EBUSY: 'another program is holding it',
  ETXTBSY: 'another program is holding it',
  EMFILE: 'too many files are open on this computer',
  ENFILE: 'too many files are open on this computer',
  ENAMETOOLONG: 'its name is too long for this disk',
  ELOOP: 'it is a link that leads to itself',
};

export function describeFileError(action: 'open' | 'save', name: string, error: unknown): UserError {
  if (error instanceof UserError) return error;
  const code = codeOf(error) ?? 'unknown error';
  const reason = SENTENCES[code] ?? 'the system reported an error';
  const kept = action === 'save' ? ' What was there before is unchanged; your document is still open.' : '';
  return new UserError(`Could not ${action} “${name}”: ${reason} (${code}).${kept}`);
}
