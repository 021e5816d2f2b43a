import type { LessonStep } from '../../lesson-format/lesson.ts';
import { stopTextAt } from '../../lesson-format/stop.ts';
import { eventsDone } from '../../stores/player-store.ts';
import type { Studio } from '../../stores/studio.ts';

/** What a step shows, as it stands on the screen now. */
export function takeStage(studio: Studio): Pick<LessonStep, 'mark' | 'camera' | 'stop' | 'numbers'> {
  const { selectedNodes, selectedEdges, wireNumbers } = studio.session.getState();
  const result = studio.run.getState().result;
  const camera = seenNodes(studio);
  return {
    ...(camera === null ? {} : { camera }),
    mark: { nodes: [...selectedNodes], wires: [...selectedEdges] },
    ...(result ? { stop: stopTextAt(result, eventsDone(studio.player.getState())) } : {}),
    numbers: wireNumbers,
  };
}

/** Gates that lie in view; all of them are none, which means the whole graph. */
function seenNodes({ canvas }: Studio): readonly string[] | null {
  const { port } = canvas.getState();
  const room = document.querySelector('.canvas-region')?.getBoundingClientRect();
  if (!port || !room) return null;
  const boxes = [...port.boxes()];
  const seen = boxes.filter(([, box]) => {
    const from = port.toScreen({ x: box.x, y: box.y });
    const to = port.toScreen({ x: box.x + box.width, y: box.y + box.height });
    return from.x >= room.left && from.y >= room.top && to.x <= room.right && to.y <= room.bottom;
  });
  return seen.length === boxes.length ? [] : seen.map(([id]) => id);
}
