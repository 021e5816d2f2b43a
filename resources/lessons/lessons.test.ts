import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { graphProblems, opTable } from '#engine';
import { documentAt } from '../../src-renderer/lesson-format/changes.ts';
import type { Lesson } from '../../src-renderer/lesson-format/lesson.ts';
import { parseLesson } from '../../src-renderer/lesson-format/parse-lesson.ts';
import { unprovenIn } from '../../src-renderer/lesson-format/prove.ts';
import { serializeLesson } from '../../src-renderer/lesson-format/serialize-lesson.ts';
import { lessons } from './catalog.ts';

const text = (id: string) => readFileSync(new URL(`${id}.lesson.json`, import.meta.url), 'utf8');
const read = (id: string): Lesson => {
  const { lesson, problems } = parseLesson(text(id));
  if (!lesson) throw new Error(problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return lesson;
};
const faults = (lesson: Lesson) => unprovenIn(lesson).map(({ path, message }) => `${path}: ${message}`);

test('the catalogue lists every lesson file once', () => {
  const files = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.lesson.json'));
  expect(lessons.map(({ id }) => `${id}.lesson.json`).toSorted()).toEqual(files.toSorted());
  expect(lessons.length).toBeGreaterThanOrEqual(17);
});

describe.each(lessons)('the lesson “$title”', (listing) => {
  const lesson = read(listing.id);

  it('is listed as it says of itself, and its file is in canonical form', async () => {
    const { id, title, description, steps } = lesson;
    expect({ id, title, description, steps: steps.length }).toEqual({
      id: listing.id,
      title: listing.title,
      description: listing.description,
      steps: listing.steps,
    });
    expect(serializeLesson(lesson)).toBe(text(listing.id));
  });

  it('says no number that the engine does not find', () => {
    expect(faults(lesson)).toEqual([]);
  });

  it('has five to nine steps, something to predict and something to do', () => {
    expect(lesson.steps.length).toBeGreaterThanOrEqual(5);
    expect(lesson.steps.length).toBeLessThanOrEqual(9);
    const kinds = lesson.steps.map(({ check }) => check?.kind);
    expect(kinds).toContain('predict');
    expect(kinds).toContain('task');
  });

  it('begins each step with a graph that runs and lies on the grid without overlaps', () => {
    for (const index of lesson.steps.keys()) {
      const { nodes, groups, ...rest } = documentAt(lesson, index);
      expect(graphProblems({ nodes, groups, ...rest }, opTable)).toEqual([]);
      for (const { position } of nodes) expect([position!.x % 4, position!.y % 4]).toEqual([0, 0]);
      for (const [at, one] of nodes.entries())
        for (const other of nodes.slice(at + 1)) {
          const apart =
            Math.abs(one.position!.x - other.position!.x) >= 160 || Math.abs(one.position!.y - other.position!.y) >= 88;
          expect(apart || `${one.id} lies on ${other.id}`).toBe(true);
        }
    }
  });

  it('fails its proofs as soon as a number of its graph is another', () => {
    const moved = (value: unknown): unknown => (Array.isArray(value) ? value.map(moved) : Number(value) + 1.234);
    const nodes = lesson.document.nodes.map((node) =>
      node.attrs['value'] === undefined
        ? node
        : { ...node, attrs: { ...node.attrs, value: moved(node.attrs['value']) } },
    );
    const everySet = lesson.steps.map((step) => ({ ...step, change: step.change?.filter(({ set }) => !set) ?? [] }));
    expect(faults({ ...lesson, document: { ...lesson.document, nodes }, steps: everySet })).not.toEqual([]);
  });
});

describe('a wrong number in a lesson', () => {
  const lesson = read('derivative-as-nudge');
  const withStep = (at: number, change: Partial<Lesson['steps'][number]>): Lesson => ({
    ...lesson,
    steps: lesson.steps.map((step, index) => (index === at ? { ...step, ...change } : step)),
  });

  it('is found in the text', () => {
    expect(faults(withStep(0, { text: ['Now $y$ is 10.'] }))).toEqual([
      'steps[0].text[0]: The number 10 stands in the text without a proof.',
    ]);
    expect(faults(withStep(0, { text: ['$y = 10$'] }))).toHaveLength(1);
  });

  it('is found in a proof', () => {
    expect(faults(withStep(0, { text: ['9'], proofs: ['9 = value y'] }))).toEqual([]);
    expect(faults(withStep(0, { text: ['10'], proofs: ['10 = value y'] }))).toEqual([
      'steps[0].proofs[0]: “10 = value y” is not true here.',
    ]);
    expect(faults(withStep(0, { text: ['10'], proofs: ['10 = 10'] }))).toEqual([
      'steps[0].proofs[0]: “10 = 10” names no number of the graph.',
    ]);
  });

  it('is found in an answer that is not a number of the graph', () => {
    const { check } = lesson.steps[2]!;
    if (check?.kind !== 'predict') throw new Error('step 2 asks for a number');
    expect(faults(withStep(2, { check: { ...check, expect: '7' } }))).toContain(
      'steps[2].check.expect: “7” names no number of the graph.',
    );
  });
});
