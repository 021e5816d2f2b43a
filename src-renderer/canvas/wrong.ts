import { useStore } from 'zustand';
import type { Tensor } from '#engine';
import type { ShownNumbers } from '../stores/shown.ts';
import { useCanvas } from './canvas-context.ts';
import { numberKey } from './NumberText.tsx';

/**
 * The number of a pass broken on purpose, where it stands and differs from the right one; `null` elsewhere. Tensors have no
 * text of their own: their shape is the same.
 */
export function useWrong(read: (numbers: ShownNumbers) => Tensor | null, widthCh: number): string | null {
  return useStore(useCanvas().numbers, ({ shown, wrong }) => {
    const found = wrong && read(wrong);
    const right = found && read(shown);
    if (!found || !right || found.data.every((entry, index) => Object.is(entry + 0, right.data[index]! + 0)))
      return null;
    return found.data.length === 1 ? numberKey(found, 'gradient', widthCh) : 'plain\n\n';
  });
}
