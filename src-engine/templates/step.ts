import type { Graph } from '../graph/graph.ts';
import { groupTreeOf } from '../graph/groups.ts';
import type { Attributes } from '../ops/define.ts';
import type { TemplateStep } from './define.ts';
import { madeBy, resizeTemplate } from './resize.ts';

/** A unit or layer more or less, and the group whose template makes that change. */
interface Step {
  readonly owner: string;
  readonly options: Attributes;
}

/**
 * What a step of a group comes to. A layer inside a network is the network's to change, since the next layer's weights
 * change with it. `null` where the group knows no such step, or is no longer what its template made.
 */
function stepOf(graph: Graph, group: string, what: TemplateStep['what'], by: TemplateStep['by']): Step | null {
  const { indexOf, parent } = groupTreeOf(graph.groups);
  const chain: string[] = [];
  for (let at = indexOf.get(group) ?? -1; at >= 0; at = parent[at]!) chain.unshift(graph.groups[at]!.id);
  for (const owner of chain) {
    const made = madeBy(graph, owner);
    const name = [...(made?.match.groups ?? [])].find(([, id]) => id === group)?.[0];
    if (!made || name === undefined) continue;
    const options = made.template.step?.(made.options, { what, by, group: name }) ?? null;
    return options && { owner, options };
  }
  return null;
}

/** Whether {@link stepTemplate} has something to do. */
export function canStep(graph: Graph, group: string, what: TemplateStep['what'], by: TemplateStep['by']): boolean {
  return stepOf(graph, group, what, by) !== null;
}

/** Adds or takes away a unit or a layer; the graph itself where that cannot be. Trained numbers stay where they can. */
export function stepTemplate<G extends Graph>(
  graph: G,
  group: string,
  what: TemplateStep['what'],
  by: TemplateStep['by'],
): G {
  const step = stepOf(graph, group, what, by);
  return step ? resizeTemplate(graph, step.owner, step.options) : graph;
}
