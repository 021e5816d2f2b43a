import type { ChainruleDocument } from '../document/document.ts';
import type { GraphNode } from '../graph/graph.ts';
import { groupTreeOf } from '../graph/groups.ts';
import { evaluate } from '../run/evaluate.ts';
import type { RunResult } from '../run/result.ts';
import { defineExporter } from './define.ts';
import { tensorText } from './number-text.ts';

/** Graphviz: nodes with value and gradient, wires with local derivative and contribution, groups as clusters. */
export const dot = defineExporter({
  id: 'dot',
  name: 'Graphviz',
  extension: '.dot',
  mediaType: 'text/vnd.graphviz',
  write(document, { table }) {
    const result = evaluate(document, { table });
    const lines = [
      `digraph ${quoted(document.title)} {`,
      '  rankdir=LR;',
      `  label=${quoted(document.title)};`,
      '  labelloc=t;',
      '  node [shape=box, style=rounded, fontname="Helvetica", fontsize=11];',
      '  edge [fontname="Helvetica", fontsize=9];',
      ...clustered(document, (node) => nodeLine(node, document, result)),
      ...document.nodes.flatMap((node) => edgeLines(node, result)),
      '}',
    ];
    return `${lines.join('\n')}\n`;
  },
});

function nodeLine(node: GraphNode, { objective }: ChainruleDocument, result: RunResult): string {
  const { id, op, label } = node;
  const value = result.value(id);
  const grad = result.grad(id);
  const rows = [label && label !== id ? `${label} (${id})` : id, op];
  if (value) rows.push(`value ${tensorText(value)}`);
  if (grad && op !== 'constant') rows.push(`gradient ${tensorText(grad)}`);
  const ring = id === (objective ?? result.objective) ? ', peripheries=2' : '';
  return `${quoted(id)} [label=${quoted(rows.join('\n'))}${ring}];`;
}

function edgeLines({ id, inputs }: GraphNode, result: RunResult): string[] {
  return inputs.flatMap((source, slot) => {
    if (source === null) return [];
    const numbers = result.edge(id, slot);
    const rows: string[] = [];
    if (numbers?.local) rows.push(`local ${tensorText(numbers.local)}`);
    if (numbers) rows.push(`contribution ${tensorText(numbers.contribution)}`);
    const label = rows.length > 0 ? ` [label=${quoted(rows.join('\n'))}]` : '';
    return [`  ${quoted(source)} -> ${quoted(id)}${label};`];
  });
}

/** The lines of the nodes, those of a group inside its cluster. Costs no stack, however groups nest. */
function clustered({ nodes, groups }: ChainruleDocument, line: (node: GraphNode) => string): string[] {
  const tree = groupTreeOf(groups);
  const inside: string[][] = groups.map(() => []);
  const top: string[] = [];
  for (const node of nodes)
    (inside[node.group === undefined ? -1 : (tree.indexOf.get(node.group) ?? -1)] ?? top).push(`  ${line(node)}`);
  const children: number[][] = groups.map(() => []);
  const pending: (number | 'close')[] = [];
  for (let group = groups.length - 1; group >= 0; group--) {
    const parent = tree.parent[group]!;
    if (parent < 0) pending.push(group);
    else children[parent]!.push(group);
  }
  const lines = top;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next === 'close') {
      lines.push('  }');
      continue;
    }
    const { id, label } = groups[next]!;
    lines.push(`  subgraph ${quoted(`cluster_${id}`)} {`, `  label=${quoted(label ?? id)};`, ...inside[next]!);
    pending.push('close', ...children[next]!);
  }
  return lines;
}

/**
 * A double-quoted string of the DOT language. Backslashes would start an escape and ampersands an HTML entity; characters
 * that no encoding carries are replaced.
 */
function quoted(text: string): string {
  const safe = text
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, '') // would turn the rest of the line around
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('&', '&amp;')
    .replaceAll('\n', '\\n');
  return `"${safe}"`;
}
