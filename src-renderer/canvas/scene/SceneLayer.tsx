import { useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useStudio } from '../../stores/studio.ts';
import { useCanvas } from '../canvas-context.ts';
import { createPainter, type Picture } from './painter.ts';

/** The painted part of the graph, below its elements. It is painted when the view, the numbers or the document change. */
export function SceneLayer({ picture }: { readonly picture: Picture }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<ReturnType<typeof createPainter> | null>(null);
  const parts = useCanvas();
  const studio = useStudio();
  const store = useStoreApi();
  useEffect(() => {
    if (!canvas.current) return;
    const made = createPainter(canvas.current, studio, parts, () => store.getState());
    painter.current = made;
    const ends = [
      store.subscribe(made.onCamera),
      parts.numbers.subscribe(made.request),
      parts.view.subscribe(({ textScale, cursor }, before) => {
        if (textScale !== before.textScale || cursor !== before.cursor) made.request();
      }),
      studio.session.subscribe((state, before) => {
        if (
          state.selectedNodes !== before.selectedNodes ||
          state.selectedEdges !== before.selectedEdges ||
          state.hoveredNode !== before.hoveredNode ||
          state.markedNodes !== before.markedNodes ||
          state.wireNumbers !== before.wireNumbers
        )
          made.request();
      }),
    ];
    return () => {
      for (const end of ends) end();
      made.dispose();
      painter.current = null;
    };
  }, [studio, parts, store]);
  useEffect(() => {
    painter.current?.show(picture);
  }, [picture]);
  return <canvas ref={canvas} className="scene-layer" />;
}
