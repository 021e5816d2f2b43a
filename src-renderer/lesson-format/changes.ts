import {
  addNodes,
  type ChainruleDocument,
  changeNode,
  connect,
  disconnect,
  mergeIntoGroup,
  removeNodes,
  setAttribute,
  setCollapsed,
  setObjective,
  ungroup,
} from '#engine';
import type { Change, Lesson, LessonStep } from './lesson.ts';

/** The document after the change. Throws what the engine throws for nodes that are not there. */
export function applyChange(document: ChainruleDocument, change: Change): ChainruleDocument {
  let next = document;
  for (const [node, value] of Object.entries(change.set ?? {})) next = setAttribute(next, node, 'value', value);
  for (const [id, op] of Object.entries(change.op ?? {})) next = changeNode(next, id, (node) => ({ ...node, op }));
  if (change.remove) next = removeNodes(next, change.remove);
  if (change.add) next = addNodes(next, [change.add]);
  if (change.disconnect) next = disconnect(next, change.disconnect);
  if (change.connect) {
    const { source, target, slot } = change.connect;
    next = connect(next, source, { target, slot });
  }
  if (change.ungroup !== undefined) next = ungroup(next, change.ungroup);
  if (change.merge) next = merged(next, change.merge);
  if (change.open !== undefined) next = setCollapsed(next, change.open, false);
  if (change.close !== undefined) next = setCollapsed(next, change.close, true);
  if (change.objective !== undefined) next = setObjective(next, change.objective);
  return next;
}

export function applyChanges(document: ChainruleDocument, changes: readonly Change[]): ChainruleDocument {
  return changes.reduce(applyChange, document);
}

/** The document with which a step begins: the lesson's own, changed by all steps up to it. */
export function documentAt(lesson: Lesson, step: number): ChainruleDocument {
  const changes = lesson.steps.slice(0, step + 1).flatMap(({ change }) => change ?? []);
  return { ...applyChanges(lesson.document, changes), title: lesson.title };
}

function merged(document: ChainruleDocument, { id, label, nodes }: NonNullable<Change['merge']>): ChainruleDocument {
  const places = document.nodes.flatMap(({ id: node, position }) =>
    position && nodes.includes(node) ? [position] : [],
  );
  const position = {
    x: Math.min(...places.map(({ x }) => x)),
    y: places.reduce((sum, { y }) => sum + y, 0) / places.length,
  };
  return mergeIntoGroup(
    document,
    { id, ...(label === undefined ? {} : { label }), collapsed: true, ...(places.length > 0 ? { position } : {}) },
    nodes,
  );
}

/** The last thing said of this by the steps up to and with `step`: camera, numbers and the player's place stay until told otherwise. */
export function standingAt<K extends 'camera' | 'numbers' | 'stop'>(
  lesson: Lesson,
  step: number,
  key: K,
): LessonStep[K] | undefined {
  return lesson.steps.slice(0, step + 1).findLast((each) => each[key] !== undefined)?.[key];
}
