import { serializeDocument } from '#engine';
import type { Lesson } from './lesson.ts';

/** The one text of a lesson: keys in fixed order, the document as it is written by itself. Reads back as the same lesson. */
export function serializeLesson({ id, title, description, hides, document, steps }: Lesson): string {
  const text = (value: unknown) => JSON.stringify(value, null, 2).replaceAll('\n', '\n  ');
  const members = [
    '"format": "chainrule-lesson"',
    '"version": 1',
    `"id": ${JSON.stringify(id)}`,
    `"title": ${JSON.stringify(title)}`,
    `"description": ${JSON.stringify(description)}`,
    ...(hides.length > 0 ? [`"hides": ${JSON.stringify(hides)}`] : []),
    `"document": ${serializeDocument(document).trimEnd().replaceAll('\n', '\n  ')}`,
    `"steps": ${text(steps)}`,
  ];
  return `{\n  ${members.join(',\n  ')}\n}\n`;
}
