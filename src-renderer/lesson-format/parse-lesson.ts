import { type ChainruleDocument, isObject, type Problem, parseDocument } from '#engine';
import type { Lesson } from './lesson.ts';
import { type LessonProblem, problemsOf } from './problems.ts';
import { lessonSchema } from './schema.ts';

export type ParsedLesson =
  | { readonly lesson: Lesson; readonly problems?: never }
  /** At least one, each with its path. */
  | { readonly problems: readonly LessonProblem[]; readonly lesson?: never };

/** UTF-16 code units. */
const LONGEST_FILE = 8 * 2 ** 20;

/** Whether a file says of itself that it is a lesson: then it is read as one, whatever else is wrong with it. */
export function looksLikeLesson(text: string): boolean {
  return /^\uFEFF?\s*\{\s*"format"\s*:\s*"chainrule-lesson"/.test(text.slice(0, 400));
}

/** Text of a `.lesson.json` → lesson, or everything that is wrong with it. Reads whole or refuses whole; throws nothing. */
export function parseLesson(text: string): ParsedLesson {
  if (text.length > LONGEST_FILE)
    return refuse('lesson', `This lesson has ${text.length} characters; at most ${LONGEST_FILE} are read.`);
  let raw: unknown;
  try {
    raw = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : `${error}`;
    return refuse('lesson', `This file is not JSON: ${detail}.`);
  }
  const found: Problem[] = [];
  if (!isObject(raw, 'lesson', (problem) => found.push(problem))) return { problems: found };
  if (raw['format'] !== 'chainrule-lesson')
    return refuse('format', '"format" must be "chainrule-lesson".', 'This is a file of another kind.');
  if (typeof raw['version'] === 'number' && raw['version'] > 1)
    return refuse(
      'version',
      `This lesson has version ${raw['version']}; this release reads version 1.`,
      'Install a newer release of Chainrule to open it.',
    );
  const read = lessonSchema.read(raw, 'document', (problem) => found.push(problem));
  const document = readDocument(raw['document'], found);
  if (!read || !document) return { problems: found };
  const lesson: Lesson = {
    id: read.id,
    title: read.title,
    description: read.description,
    hides: read.hides ?? [],
    document,
    steps: read.steps as Lesson['steps'], // the schemas of tools and checks are chosen by kind, which the type cannot follow
  };
  const problems = problemsOf(lesson);
  return problems.length > 0 ? { problems } : { lesson };
}

function readDocument(raw: unknown, found: Problem[]): ChainruleDocument | undefined {
  if (raw === undefined) return undefined; // told as missing
  const { document, problems } = parseDocument(JSON.stringify(raw));
  for (const each of problems ?? []) found.push({ ...each, path: each.path ? `document.${each.path}` : 'document' });
  return document;
}

function refuse(path: string, message: string, hint = 'Correct the file at the path named.'): ParsedLesson {
  return { problems: [{ path, message, hint }] };
}
