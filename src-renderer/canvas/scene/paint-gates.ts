import type { Faces } from './faces.ts';
import { type Brush, write } from './paint-wires.ts';
import type { Scene } from './scene.ts';

/** Narrower boxes, in pixels on the screen, carry no symbol. */
const SYMBOL_FROM_PX = 22;

export interface GateMarks {
  readonly selected: ReadonlySet<string>;
  readonly hovered: string | null;
  readonly marked: ReadonlySet<string>;
}

/** Far away: the box in the tint of its kind, a bar in the sign colour of its gradient, its symbol while it is legible. */
export function paintBoxes(brush: Brush, scene: Scene, faces: Faces, drawn: readonly number[]): void {
  const { context, colours, zoom } = brush;
  const byTint = new Map<string, number[]>();
  const bySign = new Map<string, number[]>();
  for (const index of drawn) {
    group(byTint, faces.gate(index).category, index);
    const { tone } = faces.gradient(index);
    if (tone === 'plus' || tone === 'minus' || tone === 'error') group(bySign, tone, index);
  }
  const { boxes } = scene;
  const [radius, bar] = zoom < 0.12 ? [0, 0.3] : [12, 0.2];
  const box = (index: number) =>
    [boxes[4 * index]!, boxes[4 * index + 1]!, boxes[4 * index + 2]!, boxes[4 * index + 3]!] as const;
  const each = (list: readonly number[], add: (x: number, y: number, width: number, height: number) => void) => {
    context.beginPath();
    for (const index of list) add(...box(index));
  };
  const rounded = (x: number, y: number, width: number, height: number) =>
    radius === 0 ? context.rect(x, y, width, height) : context.roundRect(x, y, width, height, radius);
  if (zoom >= 0.12) {
    each(drawn, rounded);
    context.fillStyle = colours.panel;
    context.fill();
  }
  for (const [tint, list] of byTint) {
    each(list, rounded);
    context.globalAlpha = zoom < 0.12 ? 0.7 : 0.3;
    context.fillStyle = colours[tint as keyof typeof colours];
    context.fill();
    context.globalAlpha = 1;
    if (zoom < 0.12) continue;
    context.strokeStyle = colours[tint as keyof typeof colours];
    context.lineWidth = 1 / zoom;
    context.stroke();
  }
  for (const [sign, list] of bySign) {
    each(list, (x, y, width, height) =>
      context.rect(x + radius / 2, y + height * (1 - bar) - radius / 3, width - radius, height * bar),
    );
    context.fillStyle = sign === 'plus' ? colours.plus : sign === 'minus' ? colours.minus : colours.err;
    context.fill();
  }
  paintSymbols(brush, scene, faces, drawn, bar);
}

function paintSymbols(brush: Brush, scene: Scene, faces: Faces, drawn: readonly number[], bar: number): void {
  const { context, colours, zoom, fonts } = brush;
  if (120 * zoom < SYMBOL_FROM_PX) return;
  const size = Math.min(52, 15 / zoom);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = colours.ink;
  for (const index of drawn) {
    const { symbol, upright } = faces.gate(index);
    const [x, y, width, height] = [0, 1, 2, 3].map((part) => scene.boxes[4 * index + part]!) as [
      number,
      number,
      number,
      number,
    ];
    context.font = `${upright ? '' : 'italic '}${size}px ${fonts.math}`;
    context.fillText(symbol, x + width / 2, y + (height * (1 - bar)) / 2, width - 8);
  }
}

/** Nearer, where too many gates are seen for elements: symbol, value and gradient in the places they have on an element. */
export function paintFaces(brush: Brush, scene: Scene, faces: Faces, drawn: readonly number[]): void {
  const { context, colours, zoom, textScale, fonts } = brush;
  const { boxes } = scene;
  context.beginPath();
  for (const index of drawn)
    context.roundRect(boxes[4 * index]!, boxes[4 * index + 1]!, boxes[4 * index + 2]!, boxes[4 * index + 3]!, 8);
  context.fillStyle = colours.panel;
  context.fill();
  context.strokeStyle = colours['line-2'];
  context.lineWidth = Math.max(1, 0.75 / zoom);
  context.stroke();
  context.fillStyle = colours['cat-param'];
  for (const index of drawn)
    if (faces.gate(index).parameter)
      context.fillRect(boxes[4 * index]!, boxes[4 * index + 1]! + 4, 3, boxes[4 * index + 3]! - 8);
  const size = 12 * textScale;
  if (size * zoom < 7) return;
  context.textBaseline = 'middle';
  context.textAlign = 'right';
  const right = (index: number) => boxes[4 * index]! + boxes[4 * index + 2]! - 11;
  context.fillStyle = colours.ink;
  for (const index of drawn) {
    const { symbol, upright } = faces.gate(index);
    context.font = `${upright ? '' : 'italic '}${1.3 * size}px ${fonts.math}`;
    context.fillText(symbol, right(index), boxes[4 * index + 1]! + 18, boxes[4 * index + 2]! - 22);
  }
  context.font = `500 ${size}px ${fonts.ui}`;
  for (const index of drawn) write(brush, faces.value(index), right(index), boxes[4 * index + 1]! + 45);
  context.font = `600 ${size}px ${fonts.ui}`;
  for (const index of drawn) write(brush, faces.gradient(index), right(index), boxes[4 * index + 1]! + 69);
}

/** Rings of what is selected, hovered, pointed out or current, where no element shows them. */
export function paintMarks(
  { context, colours, zoom }: Brush,
  { boxes, gates }: Scene,
  drawn: readonly number[],
  marks: GateMarks,
  current: string | null,
): void {
  const ring = (index: number, colour: string, width: number) => {
    const grow = width / 2;
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    context.roundRect(
      boxes[4 * index]! - grow,
      boxes[4 * index + 1]! - grow,
      boxes[4 * index + 2]! + 2 * grow,
      boxes[4 * index + 3]! + 2 * grow,
      10,
    );
    context.stroke();
  };
  for (const index of drawn) {
    const { id } = gates[index]!;
    if (id === current || marks.marked.has(id)) ring(index, colours.now, Math.max(4, 3 / zoom));
    if (marks.selected.has(id)) ring(index, colours.ink, Math.max(2, 2 / zoom));
    else if (marks.hovered === id) ring(index, colours['ink-3'], Math.max(1, 1.5 / zoom));
  }
}

function group(lists: Map<string, number[]>, key: string, index: number): void {
  const list = lists.get(key);
  if (list) list.push(index);
  else lists.set(key, [index]);
}
