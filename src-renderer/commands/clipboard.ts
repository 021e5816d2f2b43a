import {
  type ChainruleDocument,
  type GraphNode,
  type Group,
  type Point,
  type Problem,
  parseDocument,
  withFreshIds,
} from '#engine';
import { selectedPart } from './selection.ts';

const TAG = 'chainrule-clipboard';
const VERSION = 1;
/** Longer texts are not even read. */
export const LARGEST_TEXT = 16 * 2 ** 20;

/** A part of a graph as text on the clipboard, readable in any editor. */
export interface Clip {
  readonly nodes: readonly GraphNode[];
  readonly groups: readonly Group[];
  /** Wires that came from outside the part, for pasting where their sources still are. */
  readonly incoming: readonly IncomingWire[];
}

interface IncomingWire {
  readonly source: string;
  readonly target: string;
  readonly slot: number;
}

/** The selected gates with the wires between them; `null` when nothing is selected. */
export function clipOf(document: ChainruleDocument, selected: ReadonlySet<string>): Clip | null {
  const part = selectedPart(document, selected);
  if (part.nodes.size === 0) return null;
  const incoming: IncomingWire[] = [];
  const nodes = document.nodes
    .filter(({ id }) => part.nodes.has(id))
    .map((node) => ({
      ...node,
      inputs: node.inputs.map((source, slot) => {
        if (source === null || part.nodes.has(source)) return source;
        incoming.push({ source, target: node.id, slot });
        return null;
      }),
    }));
  const groups = document.groups.filter(({ id }) => part.groups.has(id));
  // A group around the part is not copied: what lay in it lies at the top.
  const known = (group: string | undefined) => group !== undefined && part.groups.has(group);
  return {
    nodes: nodes.map((node) => (known(node.group) ? node : withoutGroup(node))),
    groups: groups.map((group) => (known(group.group) ? group : withoutGroup(group))),
    incoming,
  };
}

function withoutGroup<T extends { readonly group?: string }>(record: T): T {
  const { group: _, ...rest } = record;
  return rest as T;
}

export function clipText({ nodes, groups, incoming }: Clip): string {
  return JSON.stringify({ [TAG]: VERSION, nodes, groups, ...(incoming.length > 0 ? { incoming } : {}) }, null, 1);
}

export type ReadClip =
  | { readonly clip: Clip }
  /** Not a part of a graph: text from elsewhere. */
  | { readonly foreign: true }
  | { readonly tooLarge: true }
  | { readonly problems: readonly Problem[] };

/** Text of the clipboard → nodes, checked as a document is. A whole document is taken as its nodes. */
export function readClip(text: string): ReadClip {
  if (text.length > LARGEST_TEXT) return { tooLarge: true };
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { foreign: true };
  }
  if (typeof raw !== 'object' || raw === null) return { foreign: true };
  const { [TAG]: version, format, nodes, groups, incoming } = raw as Record<string, unknown>;
  if (version !== VERSION && format !== 'chainrule') return { foreign: true };
  const whole = version === VERSION ? JSON.stringify({ format: 'chainrule', version: 1, nodes, groups }) : text;
  const { document, problems } = parseDocument(whole);
  if (!document) return { problems: problems ?? [] };
  return { clip: { nodes: document.nodes, groups: document.groups, incoming: readIncoming(incoming, document) } };
}

/** Wires from outside are a convenience: those that make no sense are left out. */
function readIncoming(raw: unknown, { nodes }: ChainruleDocument): readonly IncomingWire[] {
  if (!Array.isArray(raw)) return [];
  const slots = new Map(nodes.map(({ id, inputs }) => [id, inputs]));
  return raw.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { source, target, slot } = entry as Record<string, unknown>;
    if (typeof source !== 'string' || typeof target !== 'string' || typeof slot !== 'number') return [];
    return slots.get(target)?.[slot] === null ? [{ source, target, slot }] : [];
  });
}

export interface Pasted {
  readonly document: ChainruleDocument;
  /** Ids of the new gates at the top: what is selected afterwards. */
  readonly gates: readonly string[];
  readonly count: number;
  /** Id in the clip → id in the document. */
  readonly renamed: ReadonlyMap<string, string>;
}

export interface PasteOptions {
  /** Where the upper left corner of what is pasted comes to lie. */
  readonly at: Point | null;
  /** Distance from where it was copied, when `at` is not given. */
  readonly offset: number;
  readonly keepIncoming: boolean;
}

const GRID = 8;

export function pasteClip(document: ChainruleDocument, clip: Clip, { at, offset, keepIncoming }: PasteOptions): Pasted {
  const wired = keepIncoming ? withIncoming(clip) : clip.nodes;
  const copy = withFreshIds(document, { nodes: wired, groups: clip.groups }, { keepOutside: keepIncoming });
  const shift = shiftFor([...clip.nodes, ...clip.groups], at, offset);
  const moved = <T extends { readonly position?: Point }>(record: T): T =>
    record.position
      ? { ...record, position: { x: record.position.x + shift.x, y: record.position.y + shift.y } }
      : record;
  const originals = new Map([...copy.renamed].map(([old, fresh]) => [fresh, old]));
  const nodes = copy.nodes.map((node) => withOwnLabel(moved(node), originals.get(node.id)));
  const groups = copy.groups.map((group) => moved(group));
  const hidden = new Set(groups.filter(({ collapsed }) => collapsed).map(({ id }) => id));
  const fresh = new Set(groups.map(({ id }) => id));
  const onTop = ({ group }: { readonly group?: string }) => group === undefined || !fresh.has(group);
  return {
    document: { ...document, nodes: [...document.nodes, ...nodes], groups: [...document.groups, ...groups] },
    gates: [
      ...nodes.filter((node) => onTop(node) || !hidden.has(node.group!)).map(({ id }) => id),
      ...groups.filter((group) => onTop(group) && hidden.has(group.id)).map(({ id }) => id),
    ],
    count: nodes.length,
    renamed: copy.renamed,
  };
}

function withIncoming({ nodes, incoming }: Clip): readonly GraphNode[] {
  return nodes.map((node) => {
    const wires = incoming.filter(({ target }) => target === node.id);
    const inputs = [...node.inputs];
    for (const { source, slot } of wires) inputs[slot] = source;
    return wires.length === 0 ? node : { ...node, inputs };
  });
}

/** A label that only repeated the id goes by the new id; two nodes written the same could not be told apart. */
function withOwnLabel(node: GraphNode, original: string | undefined): GraphNode {
  if (node.label === undefined || node.label !== original || original === node.id) return node;
  const { label: _, ...rest } = node;
  return rest;
}

function shiftFor(records: readonly { readonly position?: Point }[], at: Point | null, offset: number): Point {
  const placed = records.flatMap(({ position }) => (position ? [position] : []));
  if (!at || placed.length === 0) return { x: offset, y: offset };
  const snap = (distance: number) => Math.round(distance / GRID) * GRID;
  return {
    x: snap(at.x + offset - Math.min(...placed.map(({ x }) => x))),
    y: snap(at.y + offset - Math.min(...placed.map(({ y }) => y))),
  };
}
