import type { FlowModel } from '../flow-types.ts';

/** What moves with a dragged node: all that is selected, also where no element stands for it; else what React Flow says. */
export function draggedWith(primary: string, elements: readonly string[], { nodes }: FlowModel): readonly string[] {
  const selected = nodes.filter((node) => node.selected).map(({ id }) => id);
  return selected.includes(primary) ? selected : elements;
}
