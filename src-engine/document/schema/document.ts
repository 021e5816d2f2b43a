import { list, optional, record } from './collections.ts';
import { free } from './free.ts';
import { group, node, objective } from './graph.ts';
import { trained, training } from './training.ts';
import { choice, described, number, text } from './values.ts';

/** The version this release writes; older ones are migrated, newer ones refused. */
export const VERSION = 1;

/** A document of the current version. Its keys stand in the order in which they are written. */
export const documentSchema = record({
  format: choice('chainrule'),
  version: described(number({ min: VERSION, max: VERSION, whole: true }), 'The version of the format.', {
    const: VERSION,
  }),
  title: optional(text),
  description: optional(text),
  nodes: list(node),
  groups: optional(list(group)),
  objective: optional(objective),
  training: optional(training),
  trained: optional(trained),
  extensions: optional(described(free, 'Other programs’ data, by their name; kept and written back.')),
});
