import { type ChainruleDocument, changeNode, moveIntoGroup, place, removeNodes } from '#engine';
import type { SavedGate } from '../stores/settings-store.ts';
import { type GateUse, sheetOf, withSheet } from '../stores/sheet.ts';
import type { Studio } from '../stores/studio.ts';
import { clipOf, clipText, pasteClip, readClip } from './clipboard.ts';
import { freePlace } from './free-place.ts';

/** How a saved gate is used again: with parameters of its own, or with those of its first use in the document. */
export type Sharing = 'copy' | 'shared';

/** What a lifted parameter keeps to the gate it leaves. */
const LIFT = { x: 248, y: 112 };

/** Keeps a merged gate in the list of the user's own; the gate itself becomes its first use. */
export function saveGate(studio: Studio, group: string): void {
  const { document, session, settings, translate } = studio;
  const before = document.getState().document;
  const clip = clipOf(before, new Set([group]));
  const record = before.groups.find(({ id }) => id === group);
  if (!clip || !record) return;
  const name = record.label ?? record.id;
  const { gates } = settings.getState();
  const taken = new Set(gates.map(({ id }) => id));
  let number = gates.length + 1;
  while (taken.has(`gate-${number}`)) number++;
  const id = `gate-${number}`;
  settings.set({ gates: [...gates, { id, name, text: clipText({ ...clip, incoming: [] }) }] });
  const parameters = Object.fromEntries(parametersOf(clip.nodes).map((each) => [each, each]));
  document.edit(translate('commands:step.saveGate', { name }), (graph) =>
    withUse(graph, { group, gate: id, parameters }),
  );
  session.notify(translate('commands:done.savedGate', { name }));
}

export function forgetGate({ settings }: Studio, id: string): void {
  settings.set({ gates: settings.getState().gates.filter((gate) => gate.id !== id) });
}

/** The use whose parameters another use can share; `null` when the document has none with parameters. */
export function sharableUse(document: ChainruleDocument, gate: string): GateUse | null {
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  const groups = new Set(document.groups.map(({ id }) => id));
  return (
    sheetOf(document).uses.find(({ group, gate: of, parameters }) => {
      const own = Object.values(parameters);
      return of === gate && groups.has(group) && own.length > 0 && own.every((id) => nodes.get(id)?.op === 'parameter');
    }) ?? null
  );
}

/** Adds a saved gate as one step and selects it. Refuses, with a sentence, one that cannot be read any more. */
export function addSavedGate(studio: Studio, gate: SavedGate, sharing: Sharing): void {
  const { document, session, translate, canvas } = studio;
  const read = readClip(gate.text);
  if (!('clip' in read)) {
    session.notify(translate('commands:refused.savedGate', { name: gate.name }), 'refusal');
    return;
  }
  const { clip } = read;
  const centre = canvas.getState().port?.centre() ?? { x: 0, y: 0 };
  let added: readonly string[] = [];
  document.edit(translate('commands:step.useGate', { name: gate.name }), (before) => {
    const use = sharing === 'shared' ? sharableUse(before, gate.id) : null;
    const lifted = use ? withParametersLifted(before, use) : before;
    const { x, y } = freePlace(lifted, null, centre);
    const pasted = pasteClip(lifted, clip, { at: { x: x - 60, y: y - 44 }, offset: 0, keepIncoming: false });
    added = pasted.gates;
    const group = pasted.gates.find((id) => pasted.document.groups.some((each) => each.id === id)) ?? '';
    const own = parametersOf(clip.nodes).map((id) => [id, pasted.renamed.get(id) ?? id] as const);
    const parameters = use?.parameters ?? Object.fromEntries(own);
    const wired = use ? withParametersOf(pasted.document, own, use) : pasted.document;
    return withUse(wired, { group, gate: gate.id, parameters });
  });
  session.select(added);
  const [first] = added;
  if (first !== undefined) session.revealNode(first);
}

function parametersOf(nodes: readonly { readonly id: string; readonly op: string }[]): readonly string[] {
  return nodes.filter(({ op }) => op === 'parameter').map(({ id }) => id);
}

function withUse(document: ChainruleDocument, use: GateUse): ChainruleDocument {
  return withSheet(document, (sheet) => ({
    ...sheet,
    uses: [...sheet.uses.filter(({ group }) => group !== use.group), use],
  }));
}

/** Parameters that several gates read stand beside them: a merged gate with one inside would have two outputs. */
function withParametersLifted(document: ChainruleDocument, { group, parameters }: GateUse): ChainruleDocument {
  const ids = new Set(Object.values(parameters));
  const parents = new Map(document.groups.map((each) => [each.id, each.group]));
  const isInside = (at: string | undefined) => {
    for (
      let around = at, steps = 0;
      around !== undefined && steps <= parents.size;
      around = parents.get(around), steps++
    )
      if (around === group) return true;
    return false;
  };
  const inside = document.nodes.filter((node) => ids.has(node.id) && isInside(node.group)).map(({ id }) => id);
  if (inside.length === 0) return document;
  const moved = moveIntoGroup(document, inside, parents.get(group));
  const members = document.nodes.filter((node) => isInside(node.group));
  const placed = [...members, ...document.groups.filter(({ id }) => id === group)].flatMap(({ position }) =>
    position ? [position] : [],
  );
  if (placed.length === 0) return moved;
  const left = Math.min(...placed.map(({ x }) => x)) - LIFT.x;
  const top = Math.min(...placed.map(({ y }) => y));
  return place(moved, new Map(inside.map((id, row) => [id, { x: left, y: top + row * LIFT.y }])));
}

/** The copy reads the shared parameters in place of its own. */
function withParametersOf(
  document: ChainruleDocument,
  own: readonly (readonly [string, string])[],
  use: GateUse,
): ChainruleDocument {
  let next = document;
  for (const [name, copy] of own) {
    const shared = use.parameters[name];
    if (shared === undefined) continue;
    for (const { id, inputs } of next.nodes)
      if (inputs.includes(copy))
        next = changeNode(next, id, (node) => ({
          ...node,
          inputs: node.inputs.map((input) => (input === copy ? shared : input)),
        }));
    next = removeNodes(next, [copy]);
  }
  return next;
}
