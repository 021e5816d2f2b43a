import { usageOf } from '../arguments.ts';
import type { Command } from './define.ts';

/** What `chainrule help` prints. */
export function overview(commands: readonly Command[]): string[] {
  const width = Math.max(...commands.map((command) => usageOf(command).length));
  return [
    'Chainrule: computational graphs, their values and gradients.',
    '',
    ...commands.map((command) => `  ${usageOf(command).padEnd(width)}  ${command.summary}`),
    '',
    'Exit status: 0 done; 1 the document or the data is wrong, or a check failed; 2 the command line is wrong.',
    '`chainrule help COMMAND` says more about one.',
  ];
}

/** What `chainrule help COMMAND` prints. */
export function details(command: Command): string[] {
  const flags = Object.entries(command.flags).map(
    ([name, { value, summary }]) => [`--${name}${value ? ` ${value}` : ''}`, summary] as const,
  );
  const width = Math.max(0, ...flags.map(([flag]) => flag.length));
  return [
    usageOf(command),
    `  ${command.summary}`,
    ...(flags.length > 0 ? ['', ...flags.map(([flag, summary]) => `  ${flag.padEnd(width)}  ${summary}`)] : []),
  ];
}
