import { parseArgs } from 'node:util';
import type { Arguments, Command, ParseOptions } from './commands/define.ts';
import { UsageFailure } from './failure.ts';

/** Reads what follows the command's name. Throws a {@link UsageFailure}. */
export function readArguments(command: Command, args: readonly string[]): Arguments {
  const options: ParseOptions = {};
  for (const [name, { type }] of Object.entries(command.flags)) options[name] = { type, multiple: true };
  const { values, positionals: files } = parse(command, args, options);
  const all = new Map(Object.entries(values));
  const texts = (flag: string) => (all.get(flag) ?? []).filter((value) => typeof value === 'string');
  if (command.files === 'none' && files.length > 0) throw usage(command, `takes no file, but got ${files[0]}`);
  if (command.files !== 'none' && files.length === 0) throw usage(command, 'needs a file');
  if (command.files === 'one' && files.length > 1)
    throw usage(command, `takes one file, but got ${files.length}: ${files.join(', ')}`);
  return { files, has: (flag) => all.has(flag), texts, text: (flag) => texts(flag).at(-1) };
}

function parse(command: Command, args: readonly string[], options: ParseOptions) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return { values: values as Record<string, (string | boolean)[]>, positionals };
  } catch (error) {
    const detail = error instanceof Error ? error.message : `${error}`;
    throw usage(command, lowerFirst(detail.split(/[.\n] ?/)[0]!));
  }
}

function usage(command: Command, detail: string): UsageFailure {
  return new UsageFailure(`${command.name}: ${detail} (usage: ${usageOf(command)})`);
}

/** `chainrule eval FILE [--set ID=VALUE ...] [--json]` */
export function usageOf({ name, files, flags }: Command): string {
  const parts = ['chainrule', name];
  if (files !== 'none') parts.push(files === 'one' ? 'FILE' : 'FILE...');
  for (const [flag, { value, multiple, required }] of Object.entries(flags)) {
    const text = `--${flag}${value ? ` ${value}` : ''}${multiple ? ' ...' : ''}`;
    parts.push(required ? text : `[${text}]`);
  }
  return parts.join(' ');
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
