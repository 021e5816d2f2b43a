import type { LineAttrs } from '../../ops/line.ts';
import { axisSpan, resolveAxis } from '../../tensor/axes.ts';
import type { ScalarTools } from './define.ts';

/** Rebuilds every line along `dim`; `build` returns the gates of a line, for the elements it is given. */
export function alongLines(
  op: string,
  { attrs, x }: ScalarTools<LineAttrs>,
  build: (line: readonly string[], elements: readonly number[]) => readonly string[],
): readonly string[] {
  const { shape, ids } = x[0]!;
  const { outer, length, inner } = axisSpan(shape, resolveAxis(op, attrs.dim, shape));
  const made = new Array<string>(ids.length);
  for (let block = 0; block < outer; block++)
    for (let lane = 0; lane < inner; lane++) {
      const elements = Array.from({ length }, (_, at) => block * length * inner + at * inner + lane);
      const line = build(
        elements.map((at) => ids[at]!),
        elements,
      );
      for (const [at, element] of elements.entries()) made[element] = line[at]!;
    }
  return made;
}
