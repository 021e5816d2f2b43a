import { expect, test } from 'vitest';
import {
  addNodes,
  type ChainruleDocument,
  connect,
  disconnect,
  emptyDocument,
  idSource,
  mergeIntoGroup,
  ops,
  parseDocument,
  place,
  serializeDocument,
  setAttribute,
  setCollapsed,
  setLabel,
  setObjective,
  slotCount,
  stream,
  ungroup,
  wouldCreateCycle,
} from '#engine';
import { createManualClock } from '../platform/memory.ts';
import { createDocumentStore, type DocumentStore } from '../stores/document-store.ts';
import { pruneSelection } from '../stores/prune-selection.ts';
import { createSessionStore } from '../stores/session-store.ts';
import type { Studio } from '../stores/studio.ts';
import { createTexts, translator } from '../texts/texts.ts';
import { alignShifts, distributeShifts, shifted } from './arrange.ts';
import { copySelection, cutSelection, duplicateSelection, pasteText } from './clipboard-actions.ts';
import { deleteSelection } from './delete.ts';
import { mergeRefusal } from './merge-refusal.ts';
import { reachOf } from './reach.ts';
import { selectedPart, visibleGates } from './selection.ts';

const SEEDS = 100;
const OPERATIONS = 200;

type Change = (document: ChainruleDocument) => ChainruleDocument;

/** Everything that changed the document, entry by entry, as the history has it: what the state is rebuilt from. */
function recorded(document: DocumentStore) {
  let done: Change[][] = [];
  let undone: Change[][] = [];
  const follow = (act: () => void, changes: readonly Change[]) => {
    const before = document.history();
    const newest = before.entries[before.position - 1]?.id;
    act();
    const after = document.history();
    if (after.position > before.position) done.push([...changes]);
    else if (after.position < before.position)
      done.pop(); // merged with the last entry, and together they change nothing
    else if (after.entries[after.position - 1]?.id !== newest) done.at(-1)?.push(...changes);
    if (after.entries.length === after.position) undone = [];
  };
  const store: DocumentStore = {
    ...document,
    edit: (label, change, options) => follow(() => document.edit(label, change, options), [change]),
    begin(label) {
      const gesture = document.begin(label);
      const changes: Change[] = [];
      return {
        update(change) {
          changes.push(change);
          gesture.update(change);
        },
        commit: () => follow(gesture.commit, changes),
        cancel: gesture.cancel,
      };
    },
    undo() {
      const entry = done.pop();
      if (entry) undone.push(entry);
      document.undo();
    },
    redo() {
      const entry = undone.pop();
      if (entry) done.push(entry);
      document.redo();
    },
    goTo(position) {
      const all = [...done, ...undone.toReversed()];
      done = all.slice(0, position);
      undone = all.slice(position).toReversed();
      document.goTo(position);
    },
  };
  const rebuild = (start: ChainruleDocument) => done.flat().reduce((state, change) => change(state), start);
  return { store, rebuild };
}

function setUp(seed: number) {
  const clock = createManualClock();
  const { store: document, rebuild } = recorded(createDocumentStore(clock));
  const session = createSessionStore(clock);
  const translate = translator(createTexts());
  const run = { getState: () => ({ result: null }) };
  const studio = { document, session, run, translate } as unknown as Studio; // all that these operations use
  pruneSelection(document, session);
  const random = stream(seed, 'operations');
  const below = (count: number) => Math.floor(random() * count);
  const oneOf = <T>(list: readonly T[]): T | undefined => list[below(list.length)];
  const now = () => document.getState().document;
  let clip: string | null = null;

  const add = () => {
    const op = oneOf(ops)!;
    const inputs = new Array<null>(op.leaf ? 0 : slotCount(op.slots, 0)).fill(null);
    const position = { x: 8 * below(200), y: 8 * below(100) };
    const node = {
      id: idSource(now()).fresh('n1'),
      op: op.id,
      attrs: op.leaf ? { value: below(9) } : {},
      inputs,
      position,
    };
    document.edit('Add', (before) => addNodes(before, [node]));
    session.select([node.id]);
  };
  const wire = () => {
    const target = oneOf(now().nodes.filter(({ inputs }) => inputs.length > 0));
    const source = oneOf(now().nodes);
    if (!target || !source || wouldCreateCycle(now(), source.id, target.id) || source.id === target.id) return;
    const slot = below(target.inputs.length);
    document.edit('Connect', (before) => connect(before, source.id, { target: target.id, slot }));
  };
  const unwire = () => {
    const target = oneOf(now().nodes.filter(({ inputs }) => inputs.some(Boolean)));
    if (!target) return;
    const slot = target.inputs.findIndex(Boolean);
    document.edit('Disconnect', (before) => disconnect(before, { target: target.id, slot }));
  };
  const select = () => {
    const gates = visibleGates(now());
    session.select(gates.filter(() => random() < 0.3));
  };
  const drag = (keep: boolean) => {
    const gesture = document.begin('Move');
    for (let step = 0; step < 3; step++) {
      const by = { x: below(50), y: below(50) };
      const gates = [...session.getState().selectedNodes];
      gesture.update((before) => place(before, new Map(gates.map((id) => [id, { x: by.x + step, y: by.y }]))));
    }
    if (keep) gesture.commit();
    else gesture.cancel();
  };
  const type = () => {
    const leaf = oneOf(now().nodes.filter(({ inputs }) => inputs.length === 0));
    if (!leaf) return;
    const value = below(100) / 8;
    document.edit('Set', (before) => setAttribute(before, leaf.id, 'value', value), { merge: `value:${leaf.id}` });
    if (random() < 0.3) clock.advance(900);
  };
  const nudge = () => {
    const boxes = boxesOf(now(), session.getState().selectedNodes);
    const shifts = new Map([...boxes.keys()].map((id) => [id, { x: 8, y: random() < 0.5 ? 8 : -8 }]));
    document.edit('Nudge', (before) => shifted(before, boxes, shifts), { merge: 'nudge' });
  };
  const name = () => {
    const gate = oneOf([...now().nodes, ...now().groups]);
    const label = random() < 0.3 ? undefined : `name ${below(20)}`;
    if (gate) document.edit('Rename', (before) => setLabel(before, gate.id, label));
  };
  const merge = () => {
    const selected = session.getState().selectedNodes;
    if (selected.size === 0 || mergeRefusal(now(), [...selectedPart(now(), selected).nodes], now().objective)) return;
    const group = { id: idSource(now()).fresh('gate1'), collapsed: random() < 0.5 };
    document.edit('Merge', (before) => mergeIntoGroup(before, group, selected));
  };
  const group = (change: (id: string) => Change) => {
    const found = oneOf(now().groups);
    if (found) document.edit('Gate', change(found.id));
  };
  const arrange = () => {
    const boxes = boxesOf(now(), session.getState().selectedNodes);
    const shifts = random() < 0.5 ? alignShifts(boxes, 'middle') : distributeShifts(boxes, 'horizontal');
    document.edit('Align', (before) => shifted(before, boxes, shifts));
  };
  const operations: readonly (() => void)[] = [
    add,
    add,
    add,
    wire,
    wire,
    wire,
    unwire,
    select,
    select,
    () => session.select(reachOf(now(), session.getState().selectedNodes, 'downstream')),
    () => drag(true),
    () => drag(false),
    type,
    type,
    nudge,
    name,
    merge,
    () => {
      const collapsed = random() < 0.5;
      group((id) => (before) => setCollapsed(before, id, collapsed));
    },
    () => group((id) => (before) => ungroup(before, id)),
    arrange,
    () => deleteSelection(studio, 'Delete', random() < 0.5 ? 'bridge' : 'clear'),
    () => now().nodes.length < 150 && duplicateSelection(studio),
    () => {
      clip = copySelection(studio, 'copied') ?? clip;
    },
    () => {
      clip = cutSelection(studio) ?? clip;
    },
    () => clip !== null && now().nodes.length < 150 && pasteText(studio, clip, random() < 0.5),
    () => {
      const node = oneOf(now().nodes);
      if (node) document.edit('Objective', (before) => setObjective(before, node.id));
    },
    () => document.undo(),
    () => document.undo(),
    () => document.redo(),
    () => document.goTo(below(document.history().entries.length + 1)),
    () => clock.advance(below(600)),
  ];
  return { document, rebuild, step: () => operations[below(operations.length)]!() };
}

function boxesOf(document: ChainruleDocument, gates: ReadonlySet<string>) {
  return new Map(
    [...document.nodes, ...document.groups]
      .filter(({ id }) => gates.has(id))
      .map(({ id, position }) => [id, { x: position?.x ?? 0, y: position?.y ?? 0, width: 120, height: 88 }]),
  );
}

test(`${SEEDS} seeds of ${OPERATIONS} operations: the state is what its history makes, there and back`, () => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const { document, rebuild, step } = setUp(seed);
    const start: ChainruleDocument = { ...emptyDocument, title: `Seed ${seed}` };
    document.open(start, null);
    const first = serializeDocument(start);
    for (let count = 0; count < OPERATIONS; count++) step();
    const state = document.getState().document;
    const last = serializeDocument(state);
    const { entries, position } = document.history();

    expect(parseDocument(last).problems ?? [], `seed ${seed}: a document that opens again`).toEqual([]);
    expect(serializeDocument(rebuild(start)), `seed ${seed}: rebuilt from scratch`).toBe(last);
    document.goTo(entries.length);
    const end = serializeDocument(document.getState().document);
    while (document.getState().undoLabel !== null) document.undo();
    expect(serializeDocument(document.getState().document), `seed ${seed}: all undone`).toBe(first);
    while (document.getState().redoLabel !== null) document.redo();
    expect(serializeDocument(document.getState().document), `seed ${seed}: all redone`).toBe(end);
    document.goTo(position);
    expect(serializeDocument(document.getState().document), `seed ${seed}: back where it was`).toBe(last);
  }
});
