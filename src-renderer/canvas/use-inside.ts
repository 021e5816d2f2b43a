import { type RefObject, useEffect, useRef } from 'react';
import type { Camera } from '../stores/canvas-port.ts';
import { useSession } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { around, boxOf } from './box.ts';
import type { FlowModel } from './flow-types.ts';

const MARGIN = 16;

/** Brings the inside of a gate into view when it is entered and cannot be seen whole; leaving restores what was seen. */
export function useInside(root: RefObject<HTMLDivElement | null>, model: () => FlowModel): void {
  const { canvas, platform } = useStudio();
  const inside = useSession((session) => session.inside);
  const seen = useRef<Camera | null>(null);
  const before = useRef(inside);
  useEffect(() => {
    const was = before.current;
    before.current = inside;
    if (was === inside) return;
    const { port } = canvas.getState();
    if (!port) return;
    if (was === null) seen.current = port.camera();
    const frame = platform.clock.requestFrame(() => {
      if (inside === null) {
        if (seen.current) port.setCamera(seen.current);
        seen.current = null;
        return;
      }
      const room = root.current?.getBoundingClientRect();
      const box = around(model().nodes.map(boxOf));
      if (!room || !box) return;
      const from = port.toScreen({ x: box.x, y: box.y });
      const to = port.toScreen({ x: box.x + box.width, y: box.y + box.height });
      const visible =
        from.x >= room.left + MARGIN &&
        from.y >= room.top + MARGIN &&
        to.x <= room.right - MARGIN &&
        to.y <= room.bottom - MARGIN;
      if (!visible) port.fit();
    });
    return () => platform.clock.cancelFrame(frame);
  }, [inside, canvas, platform, root, model]);
}
