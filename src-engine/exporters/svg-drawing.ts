import type { ChainruleDocument } from '../document/document.ts';
import type { GraphNode, Point } from '../graph/graph.ts';
import type { OpTable } from '../graph/node-problems.ts';
import { evaluate } from '../run/evaluate.ts';
import type { RunResult } from '../run/result.ts';
import { shapeText } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type Box, type Layout, layOutDrawing } from './svg-layout.ts';

export interface DrawingOptions {
  readonly table: OpTable;
  /** Whether computed numbers stand in the drawing, or lines on which to write them. What leaves hold always stands. */
  readonly numbers: 'shown' | 'blank';
}

/** A graph as the elements of an SVG, with their extent. */
export interface Drawing {
  readonly svg: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

const MARGIN = 24;
/** Flat end of a wire, above and below which its numbers stand. */
const FLAT = 72;
const LONGEST_LABEL = 14;
const DIGITS = 4;

const INK = '#16181d';
const MUTED = '#686e79';
const WIRE = '#868c96';
const PLUS = '#006ba8';
const MINUS = '#b34b00';

/** Nodes with values and gradients, wires with contributions: the model itself drawn, not the screen. */
export function drawGraph(document: ChainruleDocument, { table, numbers }: DrawingOptions): Drawing {
  const run = evaluate(document, { table });
  const layout = layOutDrawing(document);
  const { boxes } = layout;
  const at = new Map(document.nodes.map(({ id }, index) => [id, index]));
  const left = boxes.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY);
  const top = boxes.reduce((least, { y }) => Math.min(least, y), Number.POSITIVE_INFINITY);
  const right = boxes.reduce((most, { x, width }) => Math.max(most, x + width), 0);
  const bottom = boxes.reduce((most, { y, height }) => Math.max(most, y + height), 0);
  const empty = boxes.length === 0;
  const origin = empty ? { x: 0, y: 0 } : { x: left - MARGIN, y: top - MARGIN };
  const width = empty ? 2 * MARGIN : right - left + 2 * MARGIN;
  const height = empty ? 2 * MARGIN : bottom - top + 2 * MARGIN;
  const blank = numbers === 'blank';
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${origin.x} ${origin.y} ${width} ${height}" width="${width}" height="${height}" font-family="Inter, 'Inter Variable', Helvetica, Arial, sans-serif" font-size="12" role="img">`,
    `<title>${escaped(document.title)}</title>`,
    ...document.nodes.flatMap((node) => wires(node, at, layout, run, blank)),
    ...document.nodes.map((node) => gate(node, boxes[at.get(node.id)!]!, run, table, blank)),
    '</svg>',
  ];
  return { svg: lines.join('\n'), width, height };
}

function wires(
  node: GraphNode,
  at: ReadonlyMap<string, number>,
  { boxes, lanes }: Layout,
  run: RunResult,
  blank: boolean,
): string[] {
  const target = at.get(node.id)!;
  const to = boxes[target]!;
  return node.inputs.flatMap((input, slot) => {
    const source = input === null ? undefined : at.get(input);
    if (source === undefined) return [];
    const from = boxes[source]!;
    const end = { x: to.x, y: to.y + to.ports[slot]! };
    const path = wirePath({ x: from.x + from.width, y: from.y + 44 }, lanes(source, target), from.width, end);
    const contribution = run.edge(node.id, slot)?.contribution ?? null;
    const tone = blank ? WIRE : colourOf(contribution);
    const middle = end.x - 12 - 28;
    const back = run.layout.nodes[run.nodeIndex(node.id) ?? -1]?.reachesObjective === true;
    const number = !back
      ? ''
      : blank
        ? line(middle - 20, end.y + 18, 40)
        : text(middle, end.y + 15, signed(contribution), tone, 'middle', 600);
    return [`<path d="${path}" fill="none" stroke="${tone}" stroke-width="1.5"/>${number}`];
  });
}

/** Along the lanes, then a curve, then the flat run into the port. */
function wirePath(start: Point, lanes: readonly Point[], laneLength: number, end: Point): string {
  const flat = end.x - FLAT;
  let from = start;
  let path = `M${start.x} ${start.y}`;
  const curveTo = (to: Point) => {
    const ease = Math.max(40, Math.abs(to.x - from.x) * 0.55);
    path += ` C${from.x + ease} ${from.y} ${to.x - ease} ${to.y} ${to.x} ${to.y}`;
    from = to;
  };
  for (const lane of lanes) {
    curveTo(lane);
    from = { x: lane.x + laneLength, y: lane.y };
    path += ` H${from.x}`;
  }
  curveTo({ x: flat, y: end.y });
  return `${path} H${end.x}`;
}

function gate(node: GraphNode, box: Box, run: RunResult, table: OpTable, blank: boolean): string {
  const { x, y, width, height } = box;
  const op = table.get(node.op);
  const ring = node.id === run.objective ? 2 : 1;
  const leaf = op?.leaf;
  const value = run.value(node.id);
  const right = x + width - 11;
  const parts = [
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8" fill="#fff" stroke="${ring === 2 ? INK : '#cfcfc9'}" stroke-width="${ring}"/>`,
    text(x + 11, y + 21, shortened(op?.name ?? node.op), INK, 'start', 500),
    text(right, y + 21, shortened(symbolOf(node)), INK, 'end', 400, 'italic'),
    text(x + 11, y + 49, 'value', MUTED),
    blank && !leaf ? line(right - 56, y + 51, 56) : text(right, y + 49, plain(value), INK, 'end', 500),
  ];
  if (leaf !== 'constant') {
    const grad = run.grad(node.id);
    parts.push(text(x + 11, y + 73, 'gradient', MUTED));
    parts.push(blank ? line(right - 44, y + 75, 44) : text(right, y + 73, signed(grad), colourOf(grad), 'end', 600));
  }
  return `<g>${parts.join('')}</g>`;
}

const line = (x: number, y: number, width: number) => `<path d="M${x} ${y} h${width}" stroke="${MUTED}"/>`;

function text(
  x: number,
  y: number,
  words: string,
  fill: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
  weight = 400,
  style = 'normal',
): string {
  return `<text x="${x}" y="${y}" fill="${fill}" text-anchor="${anchor}" font-weight="${weight}"${style === 'normal' ? '' : ` font-style="${style}"`}>${escaped(words)}</text>`;
}

function symbolOf({ id, label, op, attrs }: GraphNode): string {
  if (label !== undefined && label.trim() !== '') return label;
  const value = attrs['value'];
  return op === 'constant' && typeof value === 'number' ? plainNumber(value) : id;
}

function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return `${value}`.replace('-', '−').replace('Infinity', '∞');
  return `${Number(value.toPrecision(DIGITS))}`.replaceAll('-', '−');
}

function plain(tensor: Tensor | null): string {
  if (!tensor) return '–';
  return tensor.shape.length === 0 ? plainNumber(tensor.data[0]!) : shapeText(tensor.shape);
}

function signed(tensor: Tensor | null): string {
  const number = plain(tensor);
  return tensor?.shape.length === 0 && tensor.data[0]! > 0 ? `+${number}` : number;
}

function colourOf(tensor: Tensor | null): string {
  const number = tensor?.shape.length === 0 ? tensor.data[0]! : 0;
  return number > 0 ? PLUS : number < 0 ? MINUS : MUTED;
}

/** Cut between characters, so that none is torn apart. */
function shortened(words: string): string {
  const characters = [...words];
  return characters.length <= LONGEST_LABEL ? words : `${characters.slice(0, LONGEST_LABEL - 1).join('')}…`;
}

/** Text between tags. Characters that XML cannot carry, or that would turn the line around, are left out or replaced. */
function escaped(words: string): string {
  if (/^[\w .,+()−–∞…]*$/.test(words)) return words;
  return words
    .replace(/\p{Cc}/gu, ' ')
    .replace(/[\p{Surrogate}\uFFFE\uFFFF]/gu, '\uFFFD')
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
