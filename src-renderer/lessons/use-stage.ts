import { useEffect } from 'react';
import { standingAt } from '../lesson-format/changes.ts';
import { useCanvasPort, useLessons } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';

/** Frames that the canvas takes to lay out a document that was just opened. */
const FRAMES = 3;

/** Turns the camera to what the step is about. */
export function useStage(): void {
  const { platform } = useStudio();
  const port = useCanvasPort((state) => state.port);
  const camera = useLessons(({ lesson, step }) => (lesson ? standingAt(lesson, step, 'camera') : undefined));
  useEffect(() => {
    if (!port || !camera) return;
    let frame = 0;
    let left = FRAMES;
    const turn = () => {
      left--;
      if (left > 0) frame = platform.clock.requestFrame(turn);
      else if (camera.length === 0) port.fit();
      else port.fitNodes(camera);
    };
    frame = platform.clock.requestFrame(turn);
    return () => platform.clock.cancelFrame(frame);
  }, [port, camera, platform]);
}
