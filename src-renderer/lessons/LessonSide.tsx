import { useLessons } from '../stores/hooks.ts';
import { LessonColumn } from './LessonColumn.tsx';
import { Presentation } from './Presentation.tsx';
import { Recorder } from './recorder/Recorder.tsx';

/** What stands at the left of the canvas: a lesson, a presentation of it, or the making of one. */
export function LessonSide() {
  const lesson = useLessons((state) => state.lesson);
  const presenting = useLessons((state) => state.presenting);
  if (!lesson) return <Recorder />;
  return presenting ? <Presentation lesson={lesson} /> : <LessonColumn />;
}
