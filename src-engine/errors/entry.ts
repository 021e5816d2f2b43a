/** What a sentence is made of: data, so that a translation can build its own. */
export type Facts = Readonly<Record<string, string | number | readonly string[]>>;

/** One thing that can go wrong: where and why, and what to do. */
export interface Entry {
  readonly sentence: (facts: never) => string;
  readonly hint: string;
}

export const entry = <F extends Facts>(sentence: (facts: F) => string, hint: string) => ({ sentence, hint });

export const list = (items: readonly string[]) => items.join(', ');
