import type { GraphNode } from '../graph/graph.ts';
import { findOp } from '../ops/registry.ts';
import { compactLiteral } from '../tensor/parse-literal.ts';
import type { ChainruleDocument } from './document.ts';
import { documentSchema, VERSION } from './schema/document.ts';
import { group, node } from './schema/graph.ts';
import { block, brokenJson, inlineJson } from './write-json.ts';

/**
 * The one text of a document: keys in fixed order, a node or group to a line, two spaces, `\n`, shortest numbers.
 * What has its default is left out. Reading it and writing it again gives the same bytes.
 * Throws `document.not-finite` and `document.too-deep`: nothing is written that would not be read.
 */
export function serializeDocument(document: ChainruleDocument): string {
  const { title, description, nodes, groups, objective, training, trained, extensions } = document;
  const members: Readonly<Record<string, string | undefined>> = {
    format: '"chainrule"',
    version: `${VERSION}`,
    title: JSON.stringify(title),
    description: JSON.stringify(description),
    nodes: entries('nodes', nodes, (each) => inOrder(nodeMembers(each), node.keys)),
    groups: groups.length > 0 ? entries('groups', groups, (each) => inOrder({ ...each }, group.keys)) : undefined,
    objective: objective === undefined ? undefined : JSON.stringify(objective),
    training: training && brokenJson(training, 'training', 1),
    trained: trained && brokenJson(trained, 'trained', 1),
    extensions: extensions && brokenJson(extensions, 'extensions', 1),
  };
  const written = documentSchema.keys.flatMap((key) => {
    const text = members[key];
    return text === undefined ? [] : [`${JSON.stringify(key)}: ${text}`];
  });
  return `${block('{', written, '}', 0)}\n`;
}

function entries<T>(key: string, list: readonly T[], toMembers: (entry: T) => object): string {
  const lines = list.map((entry, index) => inlineJson(toMembers(entry), `${key}[${index}]`, 3));
  return block('[', lines, ']', 1);
}

type Members = Readonly<Record<string, unknown>>;

function nodeMembers({ attrs, inputs, ...rest }: GraphNode): Members {
  const op = findOp(rest.op);
  const settings = op ? inOrder(attrs, Object.keys(op.attrs)) : attrs;
  const written = op?.leaf && 'value' in attrs ? { ...settings, value: compactLiteral(attrs['value']) } : settings;
  return {
    ...rest,
    ...(inputs.length > 0 ? { inputs } : {}),
    ...(Object.keys(written).length > 0 ? { attrs: written } : {}),
  };
}

/** The members named, in that order. */
function inOrder(members: Members, keys: readonly string[]): Members {
  return Object.fromEntries(keys.flatMap((key) => (Object.hasOwn(members, key) ? [[key, members[key]]] : [])));
}
