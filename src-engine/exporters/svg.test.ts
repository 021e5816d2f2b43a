import { describe, expect, it } from 'vitest';
import { type ChainruleDocument, emptyDocument } from '../document/document.ts';
import { randomGraph } from '../graph/random-graph.ts';
import { opTable as table } from '../ops/registry.ts';
import { build } from '../testing/build.ts';
import { drawGraph } from './svg-drawing.ts';
import { layOutDrawing } from './svg-layout.ts';

const documentOf = (text: string): ChainruleDocument => ({ ...emptyDocument, ...build(text) });
const draw = (document: ChainruleDocument, numbers: 'shown' | 'blank' = 'shown') =>
  drawGraph(document, { table, numbers }).svg;
const texts = (svg: string) => Array.from(svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g), ([, found]) => found);

/** The names of elements still open at the end, and of those closed out of turn. */
function unbalanced(svg: string): string[] {
  const open: string[] = [];
  for (const [, close, name, self] of svg.matchAll(/<(\/?)([a-z]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (close === '/' && open.pop() !== name) return [name!];
    if (close === '' && self === '') open.push(name!);
  }
  return open;
}

const squared = documentOf('w = parameter 3; x = input 1; p = mul w x; one = constant 1; d = sub p one; E = square d');

describe('the drawing', () => {
  it('carries values, gradients and what wires bring back, with their signs', () => {
    const found = texts(draw(squared));
    expect(found).toEqual(expect.arrayContaining(['Multiply', 'w', '3', '+4', '−4', '+12']));
  });

  it('leaves everything blank that is to be worked out, and nothing that is given', () => {
    const found = texts(draw(squared, 'blank'));
    expect(found.filter((text) => /\d/.test(text!))).toEqual(['3', '1', '1', '1']); // w, x, and the constant twice
    expect(found).toContain('gradient');
  });

  it('keeps labels as text', () => {
    const label = '</text><script>alert("1")</script> & \u202E\u0007';
    const hostile = { ...squared, title: label, nodes: squared.nodes.map((node) => ({ ...node, label })) };
    const svg = draw(hostile);
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;/text');
    expect(unbalanced(svg)).toEqual([]);
  });

  it('is well formed for random graphs, and draws no box over another', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const graph = randomGraph({ depth: 4, forks: 2, ops: ['add', 'mul', 'square'], seed });
      expect(unbalanced(draw({ ...emptyDocument, ...graph }))).toEqual([]);
      const boxes = layOutDrawing(graph).boxes;
      boxes.forEach((a, at) => {
        for (const b of boxes.slice(at + 1))
          expect(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(
            true,
          );
      });
    }
  });

  it('places nodes as the document does where that leaves no overlap', () => {
    const placed = {
      ...squared,
      nodes: squared.nodes.map((node, at) => ({ ...node, position: { x: 300 * at, y: 7 } })),
    };
    expect(layOutDrawing(placed).boxes.map(({ x, y }) => [x, y])).toEqual(
      placed.nodes.map(({ position: { x, y } }) => [x, y]),
    );
    const stacked = { ...squared, nodes: squared.nodes.map((node) => ({ ...node, position: { x: 0, y: 0 } })) };
    expect(new Set(layOutDrawing(stacked).boxes.map(({ x }) => x)).size).toBe(4);
  });

  it('puts sources left of what reads them', () => {
    const boxes = layOutDrawing(squared).boxes;
    const at = new Map(squared.nodes.map(({ id }, index) => [id, boxes[index]!]));
    for (const { id, inputs } of squared.nodes)
      for (const input of inputs) expect(at.get(input!)!.x).toBeLessThan(at.get(id)!.x);
  });

  it('leads wires past the nodes in between', () => {
    const graph = build('x = input 1; a = neg x; b = neg a; c = neg b; L = add c x');
    const { boxes, lanes } = layOutDrawing(graph);
    const way = lanes(0, 4);
    expect(way.map(({ x }) => x)).toEqual([boxes[1]!.x, boxes[2]!.x, boxes[3]!.x]);
    for (const { x, y } of way)
      expect(boxes.some((box) => box.x === x && y > box.y && y < box.y + box.height)).toBe(false);
  });
});
