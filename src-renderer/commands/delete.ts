import { withSheet } from '../stores/sheet.ts';
import type { Studio } from '../stores/studio.ts';
import { selectedPart } from './selection.ts';
import { dissolved, wireOf, withoutNodes, withoutWires } from './wires.ts';

/**
 * Removes what is selected as one step: gates, wires, frames and notes. `bridge` joins what led to a removed node with
 * what read it, where the shapes allow that.
 */
export function deleteSelection(studio: Studio, label: string, healing: 'clear' | 'bridge' = 'clear'): void {
  const { document, session, run } = studio;
  const { selectedNodes, selectedEdges, selectedMarks } = session.getState();
  const shapeOf = (id: string) => run.getState().result?.value(id)?.shape;
  document.edit(label, (before) => {
    const cut = withoutWires(before, [...selectedEdges].map(wireOf));
    const { nodes } = selectedPart(before, selectedNodes);
    const next = healing === 'bridge' ? dissolved(cut, nodes, shapeOf) : withoutNodes(cut, nodes);
    return withSheet(next, (sheet) => {
      const left = <T extends { readonly id: string }>(list: readonly T[]) =>
        list.some(({ id }) => selectedMarks.has(id)) ? list.filter(({ id }) => !selectedMarks.has(id)) : list;
      const [frames, notes] = [left(sheet.frames), left(sheet.notes)];
      return frames === sheet.frames && notes === sheet.notes ? sheet : { ...sheet, frames, notes };
    });
  });
  session.select([]);
}
