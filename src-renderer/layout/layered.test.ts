import { expect, it } from 'vitest';
import { layered } from './layered.ts';
import type { LayoutGraph } from './layout-graph.ts';

const box = (id: string, height = 88) => ({ id, width: 120, height, below: 0 });
const wire = (source: string, target: string, targetY = 44) => ({ source, sourceY: 44, target, targetY });

it('puts every box right of those it reads, and leaves right before their first reader', () => {
  const graph: LayoutGraph = {
    boxes: ['w', 'x', 'p', 'one', 'd', 'E'].map((id) => box(id)),
    wires: [wire('w', 'p', 16), wire('x', 'p', 72), wire('p', 'd', 16), wire('one', 'd', 72), wire('d', 'E')],
    frames: [],
  };
  const layout = layered(graph);
  for (const { source, target } of graph.wires)
    expect(layout.get(target)!.x).toBeGreaterThan(layout.get(source)!.x + 120);
  expect(layout.get('one')!.x).toBe(layout.get('p')!.x);
});

it('never lets boxes overlap', () => {
  const boxes = Array.from({ length: 30 }, (_, index) => box(`n${index}`, index % 3 === 0 ? 200 : 88));
  const wires = boxes.flatMap((_, index) =>
    index < 4 ? [] : [wire(`n${index >> 1}`, `n${index}`, 16), wire(`n${index - 3}`, `n${index}`, 72)],
  );
  const layout = layered({ boxes, wires, frames: [] });
  for (const a of boxes)
    for (const b of boxes) {
      if (a === b) continue;
      const [p, q] = [layout.get(a.id)!, layout.get(b.id)!];
      expect(p.x === q.x && p.y < q.y + b.height && q.y < p.y + a.height, `${a.id} over ${b.id}`).toBe(false);
    }
});

it('runs a single wire straight', () => {
  const layout = layered({ boxes: [box('a'), box('b')], wires: [wire('a', 'b')], frames: [] });
  expect(layout.get('a')!.y).toBe(layout.get('b')!.y);
});

it('survives a cycle and a chain of 100 000', () => {
  const cycle = layered({ boxes: [box('a'), box('b')], wires: [wire('a', 'b'), wire('b', 'a')], frames: [] });
  expect(cycle.size).toBe(2);
  const boxes = Array.from({ length: 100_000 }, (_, index) => box(`n${index}`));
  const wires = boxes.slice(1).map((_, index) => wire(`n${index}`, `n${index + 1}`));
  expect(layered({ boxes, wires, frames: [] }).size).toBe(100_000);
});
