import type { Command } from '../commands/command.ts';

/** Parts of the lists of commands, in their order: the part of a command's id before the dot. */
export const GROUPS = [
  'file',
  'edit',
  'graph',
  'canvas',
  'view',
  'player',
  'train',
  'lesson',
  'practice',
  'help',
  'examples',
] as const;

export type CommandGroup = (typeof GROUPS)[number];

export function groupOf({ id }: Command): CommandGroup {
  if (id.startsWith('file.example.')) return 'examples';
  return GROUPS.find((group) => id.startsWith(`${group}.`)) ?? 'canvas';
}
