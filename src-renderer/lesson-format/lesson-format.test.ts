import { describe, expect, it, test } from 'vitest';
import { type ChainruleDocument, emptyDocument, type GraphNode } from '#engine';
import { applyChanges, documentAt } from './changes.ts';
import { changesBetween } from './changes-between.ts';
import { draftOf, emptyDraft, idOf, lessonOf } from './draft.ts';
import { parseExpression } from './expression.ts';
import { isReached, judgeChoice, judgePrediction, judgeTask } from './judge.ts';
import type { Lesson, PredictCheck } from './lesson.ts';
import { numbersOf } from './numbers.ts';
import { looksLikeLesson, parseLesson } from './parse-lesson.ts';
import { parseProse, writtenNumbersOf } from './prose.ts';
import { serializeLesson } from './serialize-lesson.ts';
import { eventsDoneAt, parseStop, stopTextAt } from './stop.ts';

const leaf = (id: string, value: unknown): GraphNode => ({ id, op: 'parameter', attrs: { value }, inputs: [] });
const gate = (id: string, op: string, ...inputs: string[]): GraphNode => ({ id, op, attrs: {}, inputs });
/** q = (x + y) · z at −2, 5, −4: q = 3, f = −12. */
const document: ChainruleDocument = {
  ...emptyDocument,
  nodes: [leaf('x', -2), leaf('y', 5), leaf('z', -4), gate('q', 'add', 'x', 'y'), gate('f', 'mul', 'q', 'z')],
  objective: 'f',
};
const numbers = numbersOf(document);
const value = (text: string, of = numbers) => {
  const { expression, problem } = parseExpression(text);
  if (!expression) throw new Error(problem);
  return of.number(expression);
};

describe('an expression', () => {
  test.each([
    ['1 + 2 * 3 ^ 2', 19],
    ['-(2 - 5) / 2', 1.5],
    ['value f', -12],
    ['grad x', -4],
    ['local f:0 * upstream f:0', -4],
    ['contribution f:1', 3],
    ['value f at x = 0', -20],
    ['(value f at x = -1.9 at y = 5 - value f) / 0.1', -4],
    ['value q > 2 and value f < 0', 1],
    ['value q = 3 or value q = 4', 1],
    ['round(2.345, 1) + max(1, 2) + abs(-3)', 7.3],
  ])('%s is %d', (text, expected) => {
    expect(value(text)).toBeCloseTo(expected, 9);
  });

  it('names entries of tensors, and is nothing where one number is asked of many', () => {
    const tensor = numbersOf({
      ...emptyDocument,
      nodes: [
        leaf('w', [
          [1, 2],
          [3, 4],
        ]),
      ],
    });
    expect(value('value w[1, 0]', tensor)).toBe(3);
    expect(value('sum(value w)', tensor)).toBe(10);
    expect(value('value w', tensor)).toBeNull();
    expect(value('value w[2, 0]', tensor)).toBeNull();
    expect(value('value missing')).toBeNull();
  });

  test.each(['', 'value', '1 +', 'alert(1)', 'value f)', 'local f', '#', 'a.b.c', `${'('.repeat(80)}1`])(
    '“%s” is refused with a sentence',
    (text) => {
      expect(parseExpression(text).problem).toMatch(/\.$/);
    },
  );
});

describe('prose', () => {
  it('parts words, formulas and live numbers', () => {
    const { parts } = parseProse(R`Now $\frac{{{grad x}}}{2}$ is **here**: {{value f | 2}}.`);
    expect(parts?.map(({ kind }) => kind)).toEqual(['words', 'formula', 'words', 'strong', 'words', 'number', 'words']);
  });

  it('finds numbers that are written out, not those that are part of a name or a power', () => {
    const { parts } = parseProse('At $w_1 = 3$ and x₂, $x^2$, 0.5 or −4e-3: {{value f}}.');
    expect(writtenNumbersOf(parts!)).toEqual(['3', '0.5', '4e-3']);
  });

  test.each(['{{value}}', '{{value f | loud}}', 'a }} b', 'costs 5 $'])('“%s” is refused', (text) => {
    expect(parseProse(text).problem).toBeDefined();
  });
});
const R = String.raw;

describe('judging', () => {
  const check: PredictCheck = {
    kind: 'predict',
    question: '?',
    expect: 'grad x',
    mistakes: [{ is: 'value z + 1', title: 'almost', hint: 'one off' }],
    hint: 'think',
  };

  it('takes an answer to half a percent and knows the mistakes it was told', () => {
    expect(judgePrediction(check, -4, numbers)).toEqual({ right: true });
    expect(judgePrediction(check, -3.99, numbers)).toEqual({ right: true });
    expect(judgePrediction(check, -3, numbers)).toEqual({ right: false, title: 'almost', hint: 'one off' });
    expect(judgePrediction(check, 4, numbers)).toEqual({ right: false, builtIn: 'sign', hint: 'think' });
    expect(judgePrediction(check, -4.1, numbers)).toEqual({ right: false, builtIn: 'coarse', hint: 'think' });
    expect(judgePrediction(check, 40, numbers)).toEqual({ right: false, hint: 'think' });
  });

  it('lets the engine say which option is right', () => {
    const options = [
      { text: 'up', when: 'grad x > 0', hint: 'no' },
      { text: 'down', when: 'grad x < 0' },
    ];
    expect(judgeChoice({ kind: 'choice', question: '?', options }, 1, numbers).right).toBe(true);
    expect(judgeChoice({ kind: 'choice', question: '?', options }, 0, numbers)).toEqual({ right: false, hint: 'no' });
  });

  it('recognises what was done, however it was done', () => {
    const standing = { numbers, eventsDone: 5 };
    expect(isReached({ kind: 'shape', op: 'mul', inputs: ['z', 'op:add'] }, standing)).toBe(true);
    expect(isReached({ kind: 'shape', op: 'mul', inputs: ['x', 'z'] }, standing)).toBe(false);
    expect(isReached({ kind: 'shape', op: 'add', inputs: ['x', 'y'], feeds: 'f' }, standing)).toBe(true);
    expect(isReached({ kind: 'slider', node: 'x', from: -3, to: -2 }, standing)).toBe(true);
    expect(isReached({ kind: 'stepped', stop: 'value f' }, standing)).toBe(true);
    expect(isReached({ kind: 'stepped', stop: 'grad x' }, standing)).toBe(false);
    const merged = applyChanges(document, [{ merge: { id: 'g', nodes: ['q', 'f'] } }]);
    expect(isReached({ kind: 'merged', nodes: ['f', 'q'] }, { numbers: numbersOf(merged), eventsDone: 0 })).toBe(true);
    expect(isReached({ kind: 'opened', group: 'g' }, { numbers: numbersOf(merged), eventsDone: 0 })).toBe(false);
  });

  it('hints at the first thing that holds', () => {
    const task = {
      kind: 'task' as const,
      task: '!',
      goals: [{ kind: 'number' as const, that: 'value f > 0' }],
      hints: [{ when: 'value z < 0', text: 'raise z' }],
      hint: 'else',
      solution: [{ set: { z: 1 } }],
    };
    expect(judgeTask(task, { numbers, eventsDone: 0 })).toEqual({ right: false, hint: 'raise z' });
  });
});

test('a place of the player is named by the number that comes to stand there', () => {
  const result = numbers.result()!;
  for (let done = 0; done <= result.trace.events.length; done++) {
    const { place } = parseStop(stopTextAt(result, done));
    const again = eventsDoneAt(place!, result)!;
    expect(stopTextAt(result, again)).toBe(stopTextAt(result, done));
  }
  expect(parseStop('local f:0').problem).toContain('names no stop');
});

describe('changes', () => {
  it('lead from one graph to the other', () => {
    const after = applyChanges(document, [
      { set: { x: 7 } },
      { add: { id: 'h', op: 'relu', attrs: {}, inputs: ['f'] } },
      { disconnect: { target: 'q', slot: 1 } },
      { connect: { source: 'z', target: 'q', slot: 1 } },
      { remove: ['y'] },
      { op: { f: 'maximum' } },
      { merge: { id: 'g', label: 'both', nodes: ['q', 'f'] } },
      { objective: 'h' },
    ]);
    const again = applyChanges(document, changesBetween(document, after));
    expect(again.nodes.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
      after.nodes.toSorted((a, b) => a.id.localeCompare(b.id)),
    );
    expect(again.groups).toEqual(after.groups);
    expect(again.objective).toBe('h');
    expect(changesBetween(document, document)).toEqual([]);
  });
});

describe('a lesson file', () => {
  const lesson: Lesson = {
    id: 'two-steps',
    title: 'Two steps',
    description: 'Short.',
    hides: [],
    document,
    steps: [{ text: ['{{value f}}'] }, { text: ['Then.'], change: [{ set: { z: 1 } }], stop: 'value f' }],
  };

  it('reads back as it was written, also by way of the recorder', () => {
    const text = serializeLesson(lesson);
    expect(looksLikeLesson(text)).toBe(true);
    const read = parseLesson(text).lesson!;
    expect(serializeLesson(read)).toBe(text);
    expect(documentAt(read, 1).nodes[2]?.attrs['value']).toBe(1);
    expect(lessonOf(draftOf(read))?.steps).toEqual(read.steps);
    expect(lessonOf(emptyDraft)).toBeNull();
    expect(idOf('Über 3 Schritte!')).toBe('u-ber-3-schritte');
    expect(idOf('3 ways')).toBe('lesson-3-ways');
  });

  test.each([
    ['{', 'lesson', 'not JSON'],
    ['{"format": "chainrule"}', 'format', 'must be'],
    ['{"format": "chainrule-lesson", "version": 2}', 'version', 'version 2'],
    [serializeLesson({ ...lesson, steps: [] }), 'steps', 'at least 1'],
    [serializeLesson({ ...lesson, steps: [{ text: ['{{value v}}'] }] }), 'steps[0].text[0]', 'no node "v"'],
    [serializeLesson({ ...lesson, steps: [{ text: ['a'], stop: 'never' }] }), 'steps[0].stop', 'never'],
    [
      serializeLesson({ ...lesson, steps: [{ text: ['a'], change: [{ remove: ['v'] }] }] }),
      'steps[0].change[0]',
      '"v"',
    ],
    [serializeLesson(lesson).replace('"op": "add"', '"op": "adds"'), 'document.nodes[3].op', 'adds'],
    [serializeLesson(lesson).replace('"text"', '"words"'), 'steps[0].words', 'words'],
  ])('that is wrong is refused with path and sentence (%#)', (text, path, sentence) => {
    const problems = parseLesson(text).problems ?? [];
    expect(problems.map((each) => each.path)).toContain(path);
    expect(problems.map(({ message }) => message).join('\n')).toContain(sentence);
  });
});
