import {
  type ChainruleDocument,
  countGraph,
  evaluate,
  type GraphCounts,
  type NodeKinks,
  opTable,
  type RunResult,
} from '#engine';
import { DataFailure, refusal } from '../failure.ts';
import { requireDocument } from '../read-document.ts';
import { withSettings } from '../set-values.ts';
import { listJson, numberJson, objectJson, tensorJson } from '../text/json.ts';
import { numberText, tableLines, tensorText } from '../text/table.ts';
import type { Command } from './define.ts';

export const evalCommand: Command = {
  name: 'eval',
  summary: 'forward and backward; values, local, accumulated',
  files: 'one',
  flags: {
    set: { type: 'string', multiple: true, value: 'ID=VALUE', summary: 'another value for a leaf, as JSON' },
    json: { type: 'boolean', summary: 'one JSON object instead of tables' },
  },
  run(args, output) {
    const file = args.files[0]!;
    const document = withSettings(requireDocument(file), args.texts('set'));
    const result = evaluate(document, { table: opTable });
    if (result.problems.length > 0) throw new DataFailure(refusal(file, result.problems));
    if (args.has('json')) output.line(evalJson(document, result));
    else output.line(evalTables(document, result).join('\n'));
    return 0;
  },
};

function countsText({ nodes, wires, parameters, connections }: GraphCounts): string {
  const between = connections > 0 ? `, ${connections} of them connections between units` : '';
  return `${nodes} nodes, ${wires} wires, ${parameters} parameter${parameters === 1 ? '' : 's'}${between}`;
}

/** Edges as ids and slot, in execution order. */
function edgesOf({ layout }: RunResult) {
  return layout.edges.map(({ source, target, slot }) => ({
    source: layout.nodes[source]!.id,
    target: layout.nodes[target]!.id,
    slot,
  }));
}

function evalJson({ groups }: ChainruleDocument, result: RunResult): string {
  const { layout, kinks } = result;
  const edges = edgesOf(result);
  const merged = new Map(layout.groups.map((group) => [group.id, group]));
  const edgeHead = ({ source, target, slot }: (typeof edges)[number]) =>
    [
      ['source', JSON.stringify(source)],
      ['target', JSON.stringify(target)],
      ['slot', `${slot}`],
    ] as const;
  const members: [string, string][] = [
    ['objective', JSON.stringify(result.objective)],
    ['value', tensorJson(result.objective === null ? null : result.value(result.objective))],
    ['order', JSON.stringify(layout.nodes.map(({ id }) => id))],
    [
      'nodes',
      objectJson(
        layout.nodes.map(({ id }) => [
          id,
          objectJson([
            ['value', tensorJson(result.value(id))],
            ['grad', tensorJson(result.grad(id))],
          ]),
        ]),
      ),
    ],
    [
      'edges',
      listJson(
        edges.map((edge) => {
          const numbers = result.edge(edge.target, edge.slot)!;
          return objectJson([
            ...edgeHead(edge),
            ['value', tensorJson(numbers.value)],
            ['local', tensorJson(numbers.local)],
            ['upstream', tensorJson(numbers.upstream)],
            ['contribution', tensorJson(numbers.contribution)],
            ['accumulated', tensorJson(numbers.accumulated)],
          ]);
        }),
      ),
    ],
    [
      'groups',
      objectJson(
        groups.map(({ id }) => {
          const entering = merged.get(id)?.edges ?? [];
          const list = entering.map(({ edge }) => {
            const { target, slot } = edges[edge]!;
            return objectJson([...edgeHead(edges[edge]!), ['local', tensorJson(result.groupLocal(id, target, slot))]]);
          });
          return [id, objectJson([['edges', listJson(list)]])];
        }),
      ),
    ],
  ];
  if (kinks.length > 0) members.push(['kinks', kinksJson(kinks)]);
  return objectJson(members);
}

function kinksJson(kinks: readonly NodeKinks[]): string {
  return listJson(
    kinks.flatMap(({ node, kinks: points }) =>
      points.map(({ slot, index, left, right, used }) =>
        objectJson([
          ['node', JSON.stringify(node)],
          ['slot', `${slot}`],
          ['index', `${index}`],
          ['left', numberJson(left)],
          ['right', numberJson(right)],
          ['used', numberJson(used)],
        ]),
      ),
    ),
  );
}

function evalTables(document: ChainruleDocument, result: RunResult): string[] {
  const { groups } = document;
  const { layout, objective, kinks } = result;
  const edges = edgesOf(result);
  const wire = ({ source, target, slot }: (typeof edges)[number]) => `${source} → ${target}[${slot}]`;
  const right = (title: string) => ({ title, align: 'right' as const });
  const lines = [
    objective === null ? 'No objective' : `Objective ${objective} = ${tensorText(result.value(objective))}`,
    countsText(countGraph(document)),
    '',
    ...tableLines(
      [{ title: 'Node' }, { title: 'Op' }, right('Value'), right('Gradient')],
      layout.nodes.map(({ id, op }) => [id, op, tensorText(result.value(id)), tensorText(result.grad(id))]),
    ),
  ];
  if (edges.length > 0)
    lines.push(
      '',
      ...tableLines(
        [{ title: 'Wire' }, ...['Value', 'Local', 'Upstream', 'Contribution', 'Accumulated'].map(right)],
        edges.map((edge) => {
          const { value, local, upstream, contribution, accumulated } = result.edge(edge.target, edge.slot)!;
          return [wire(edge), ...[value, local, upstream, contribution, accumulated].map(tensorText)];
        }),
      ),
    );
  const layouts = new Map(layout.groups.map((group) => [group.id, group]));
  const merged = groups.flatMap(({ id }) =>
    (layouts.get(id)?.edges ?? []).map(({ edge }) => {
      const { target, slot } = edges[edge]!;
      return [id, wire(edges[edge]!), tensorText(result.groupLocal(id, target, slot))];
    }),
  );
  if (merged.length > 0)
    lines.push('', ...tableLines([{ title: 'Merged gate' }, { title: 'Entered by' }, right('Local')], merged));
  for (const { node, kinks: points } of kinks)
    for (const { slot, left, right: after, used } of points)
      lines.push(
        '',
        `${node} has no derivative by its input ${slot} here: ${numberText(left)} from the left, ` +
          `${numberText(after)} from the right. By convention ${numberText(used)} is used.`,
      );
  return lines;
}
