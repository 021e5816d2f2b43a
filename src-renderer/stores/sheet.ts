import type { ChainruleDocument, Point } from '#engine';

/** What stands on the canvas beside the graph; the engine never sees it (docs/decisions/0021-beside-the-graph.md). */
export interface Sheet {
  readonly frames: readonly SheetFrame[];
  readonly notes: readonly SheetNote[];
  readonly bends: readonly Bends[];
  readonly uses: readonly GateUse[];
  readonly rooms: readonly Room[];
}

export const TONES = ['plain', 'local', 'up', 'plus', 'minus', 'now', 'ok'] as const;
export type Tone = (typeof TONES)[number];

interface SheetBox extends Point {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** An outline with a title; what lies inside moves with it. */
export interface SheetFrame extends SheetBox {
  readonly title: string;
  readonly tone: Tone;
}

/** Plain text on the canvas. */
export interface SheetNote extends SheetBox {
  readonly text: string;
}

/** Points a wire is led through. Those of a wire that has another source by now are passed over. */
export interface Bends {
  readonly source: string;
  readonly target: string;
  readonly slot: number;
  readonly points: readonly Point[];
}

/** A group that is a use of a saved gate; `parameters` maps the saved gate's parameters to the nodes that stand for them. */
export interface GateUse {
  readonly group: string;
  readonly gate: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** How far gates were moved aside for an open group; closing it brings those back that still stand there. */
export interface Room {
  readonly group: string;
  readonly moved: readonly { readonly id: string; readonly from: Point; readonly to: Point }[];
}

const KEY = 'chainrule';
const MOST = 2000;
const LONGEST_TEXT = 4000;
const FARTHEST = 1e7;

export const emptySheet: Sheet = Object.freeze({ frames: [], notes: [], bends: [], uses: [], rooms: [] });

const read = new WeakMap<object, Sheet>();

/** The sheet of a document; entries that make no sense are left out. The same object while the document keeps it. */
export function sheetOf({ extensions }: Pick<ChainruleDocument, 'extensions'>): Sheet {
  const raw = extensions && Object.hasOwn(extensions, KEY) ? extensions[KEY] : undefined;
  if (!isRecord(raw)) return emptySheet;
  const known = read.get(raw);
  if (known) return known;
  const sheet: Sheet = {
    frames: distinct(entries(raw['frames'], readFrame)),
    notes: distinct(entries(raw['notes'], readNote)),
    bends: entries(raw['bends'], readBends),
    uses: entries(raw['uses'], readUse),
    rooms: entries(raw['rooms'], readRoom),
  };
  read.set(raw, sheet);
  return sheet;
}

/** The document with another sheet; other programs' data stays. A change that returns the same sheet changes nothing. */
export function withSheet<D extends ChainruleDocument>(document: D, change: (sheet: Sheet) => Sheet): D {
  const before = sheetOf(document);
  const after = change(before);
  if (after === before) return document;
  const kept: Record<string, unknown> = {};
  for (const [key, list] of Object.entries(after)) if (list.length > 0) kept[key] = list;
  const { extensions = {}, ...rest } = document;
  const { [KEY]: _, ...others } = extensions;
  if (Object.keys(kept).length > 0) {
    read.set(kept, after);
    return { ...document, extensions: { ...others, [KEY]: kept } };
  }
  return Object.keys(others).length > 0 ? { ...document, extensions: others } : (rest as D);
}

/** The points of a wire, if any. */
export function bendsOf(sheet: Sheet, wire: { source: string; target: string; slot: number }): readonly Point[] {
  if (sheet.bends.length === 0) return NONE;
  return (
    sheet.bends.find(
      ({ source, target, slot }) => target === wire.target && slot === wire.slot && source === wire.source,
    )?.points ?? NONE
  );
}

const NONE: readonly Point[] = Object.freeze([]);

function isRecord(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

function entries<T>(raw: unknown, readEntry: (raw: Readonly<Record<string, unknown>>) => T | null): readonly T[] {
  if (!Array.isArray(raw)) return [];
  return raw.slice(0, MOST).flatMap((entry: unknown) => {
    const sound = isRecord(entry) ? readEntry(entry) : null;
    return sound === null ? [] : [sound];
  });
}

function distinct<T extends { readonly id: string }>(list: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return list.filter(({ id }) => !seen.has(id) && seen.add(id));
}

const isId = (raw: unknown): raw is string => typeof raw === 'string' && raw !== '' && raw.length <= 128;
const isLength = (raw: unknown): raw is number => typeof raw === 'number' && raw >= 8 && raw <= FARTHEST;
const isSlot = (raw: unknown): raw is number => Number.isInteger(raw) && (raw as number) >= 0;

function readPoint(raw: unknown): Point | null {
  if (!isRecord(raw)) return null;
  const { x, y } = raw;
  const sound = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) <= FARTHEST;
  return sound(x) && sound(y) ? { x, y } : null;
}

function readBox(raw: Readonly<Record<string, unknown>>): SheetBox | null {
  const at = readPoint(raw);
  const { id, width, height } = raw;
  return at && isId(id) && isLength(width) && isLength(height) ? { id, ...at, width, height } : null;
}

function readFrame(raw: Readonly<Record<string, unknown>>): SheetFrame | null {
  const box = readBox(raw);
  const { title } = raw;
  if (!box || typeof title !== 'string' || title.length > LONGEST_TEXT) return null;
  return { ...box, title, tone: TONES.find((tone) => tone === raw['tone']) ?? 'plain' };
}

function readNote(raw: Readonly<Record<string, unknown>>): SheetNote | null {
  const box = readBox(raw);
  const { text } = raw;
  return box && typeof text === 'string' && text.length <= LONGEST_TEXT ? { ...box, text } : null;
}

function readBends(raw: Readonly<Record<string, unknown>>): Bends | null {
  const { source, target, slot, points } = raw;
  if (!isId(source) || !isId(target) || !isSlot(slot) || !Array.isArray(points)) return null;
  const sound = points.slice(0, 64).flatMap((point: unknown) => readPoint(point) ?? []);
  return sound.length > 0 ? { source, target, slot, points: sound } : null;
}

function readUse(raw: Readonly<Record<string, unknown>>): GateUse | null {
  const { group, gate, parameters } = raw;
  if (!isId(group) || !isId(gate) || !isRecord(parameters)) return null;
  const sound = Object.entries(parameters).filter((entry): entry is [string, string] => isId(entry[1]));
  return { group, gate, parameters: Object.fromEntries(sound) };
}

function readRoom(raw: Readonly<Record<string, unknown>>): Room | null {
  const { group, moved } = raw;
  if (!isId(group)) return null;
  const list = entries(moved, (entry) => {
    const [from, to] = [readPoint(entry['from']), readPoint(entry['to'])];
    return isId(entry['id']) && from && to ? { id: entry['id'], from, to } : null;
  });
  return list.length > 0 ? { group, moved: list } : null;
}
