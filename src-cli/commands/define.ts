import type { ParseArgsConfig } from 'node:util';

/** Where a command writes; each line is given without its end. */
export interface Output {
  line(text: string): void;
  /** For people, beside the result: standard error. */
  note(text: string): void;
  /** Rewrites the last line of standard error where that is a terminal; left out elsewhere. */
  progress?(text: string): void;
  /** Calls when the user asks to stop (Ctrl-C); the result takes that back. Left out where nobody can. */
  onInterrupt?(call: () => void): () => void;
}

interface Flag {
  readonly type: 'string' | 'boolean';
  /** Whether it may be given more than once. */
  readonly multiple?: boolean;
  readonly required?: boolean;
  /** What stands for its value in the usage: `FILE`. */
  readonly value?: string;
  /** What it does, a few words. */
  readonly summary: string;
}

export interface Arguments {
  readonly files: readonly string[];
  /** Whether the flag was given. */
  has(flag: string): boolean;
  /** The flag's value; the last one where it was given more than once. */
  text(flag: string): string | undefined;
  /** All values of a flag. */
  texts(flag: string): readonly string[];
}

/** One command, one file. */
export interface Command {
  readonly name: string;
  /** One line of the overview. */
  readonly summary: string;
  /** Files it takes. */
  readonly files: 'none' | 'one' | 'some';
  readonly flags: Readonly<Record<string, Flag>>;
  /**
   * Exit status. Throws a UsageFailure or a DataFailure, which become statuses 2 and 1 with one line on standard error.
   */
  run(args: Arguments, output: Output): number | Promise<number>;
}

export type ParseOptions = NonNullable<ParseArgsConfig['options']>;
