import { readArguments } from './arguments.ts';
import type { Command, Output } from './commands/define.ts';
import { details, overview } from './commands/help.ts';
import { DataFailure, UsageFailure } from './failure.ts';

const HELP: ReadonlySet<string | undefined> = new Set(['help', '--help', '-h']);
const VERSION: ReadonlySet<string | undefined> = new Set(['version', '--version', '-v']);

/** Runs one command line; the exit status, at once where the command takes no time. */
export function run(
  args: readonly string[],
  commands: readonly Command[],
  version: string,
  output: Output,
): number | Promise<number> {
  const failed = (error: unknown) => {
    if (!(error instanceof UsageFailure || error instanceof DataFailure)) throw error;
    output.note(error.message.replaceAll('\n', ' '));
    return error instanceof UsageFailure ? 2 : 1;
  };
  try {
    const status = dispatch(args, commands, version, output);
    return typeof status === 'number' ? status : status.catch(failed);
  } catch (error) {
    return failed(error);
  }
}

function dispatch(
  args: readonly string[],
  commands: readonly Command[],
  version: string,
  output: Output,
): number | Promise<number> {
  const [name, ...rest] = args;
  const print = (lines: readonly string[]) => {
    for (const line of lines) output.line(line);
    return 0;
  };
  const named = (wanted: string) => {
    const command = commands.find((each) => each.name === wanted);
    if (command) return command;
    const known = [...commands.map((each) => each.name), 'help', 'version'].join(', ');
    throw new UsageFailure(`There is no command "${wanted}"; commands are ${known}.`);
  };
  if (name === undefined)
    throw new UsageFailure(`A command is missing; commands are ${commands.map((each) => each.name).join(', ')}.`);
  if (VERSION.has(name)) return print([version]);
  if (HELP.has(name)) return print(rest[0] === undefined ? overview(commands) : details(named(rest[0])));
  const command = named(name);
  if (rest.includes('--help') || rest.includes('-h')) return print(details(command));
  return command.run(readArguments(command, rest), output);
}
