import { type RefObject, useEffect, useRef } from 'react';
import { useStudio } from '../stores/studio.ts';
import { type Box, boxOf } from './box.ts';
import { frameGroup } from './flow-ids.ts';
import type { FlowModel } from './flow-types.ts';

const MORPH_MS = 180;
const EASE = 'cubic-bezier(0.2, 0, 0, 1)';
/** With more gates than this nothing is animated. */
const MOST = 400;

/**
 * Lets gates grow out of a merged gate that opens, and gather into one that closes, while neighbours glide aside. Only what
 * is seen moves: the document is in its final state from the first frame on.
 */
export function useMorph(root: RefObject<HTMLDivElement | null>, model: FlowModel): void {
  const { platform } = useStudio();
  const last = useRef(model);
  useEffect(() => {
    const before = last.current;
    last.current = model;
    const origin = toggled(before, model);
    if (!origin || model.nodes.length > MOST || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const frame = platform.clock.requestFrame(() => {
      const from = new Map(before.nodes.map((node) => [node.id, boxOf(node)]));
      for (const node of model.nodes) {
        const element = root.current?.querySelector(`.react-flow__node[data-id="${CSS.escape(node.id)}"]`);
        const start = from.get(node.id);
        const to = boxOf(node);
        if (!element || (start && start.x === to.x && start.y === to.y)) continue;
        const at = start ?? origin;
        const small = start ? 1 : Math.min(1, at.width / Math.max(1, to.width));
        const middle = start ?? {
          x: at.x + at.width / 2 - (to.width * small) / 2,
          y: at.y + at.height / 2 - (to.height * small) / 2,
        };
        element.animate(
          [
            { transform: `translate(${middle.x}px,${middle.y}px) scale(${small})`, opacity: start ? 1 : 0 },
            { transform: `translate(${to.x}px,${to.y}px) scale(1)`, opacity: 1 },
          ],
          { duration: MORPH_MS, easing: EASE },
        );
      }
      root.current
        ?.querySelector('.react-flow__edges')
        ?.animate([{ opacity: 0 }, { opacity: 1 }], { duration: MORPH_MS, easing: 'ease-in' });
    });
    return () => platform.clock.cancelFrame(frame);
  }, [model, platform, root]);
}

/** The box that a merged gate that was opened or closed had before; `null` when none was. */
function toggled(before: FlowModel, now: FlowModel): Box | null {
  if (before.visible.frames === now.visible.frames) return null;
  const gates = new Map(before.nodes.map((node) => [node.id, node]));
  for (const node of now.nodes) {
    const group = node.type === 'frame' ? frameGroup(node.id) : null;
    const gate = group === null ? undefined : gates.get(group);
    if (gate?.type === 'gate') return boxOf(gate);
    const frame = node.type === 'gate' && node.data.gate.kind === 'group' ? gates.get(`frame:${node.id}`) : undefined;
    if (frame) return boxOf(frame);
  }
  return null;
}
