import { useLessons } from '../stores/hooks.ts';
import { LessonColumn } from './LessonColumn.tsx';

/** What stands at the left of the canvas: a lesson, a presentation of it, or the making of one. */
export function LessonSide() {
  const lesson = useLessons((state) => state.lesson);
  return lesson ? <LessonColumn /> : null;
}
