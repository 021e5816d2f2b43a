import { defineScalarRule } from './define.ts';
import { normalizeGroup } from './normalize.ts';

export const layerNorm = defineScalarRule<{ readonly eps: number }>({
  op: 'layer_norm',
  build(tools) {
    const { shape, ids } = tools.x[0]!;
    const columns = shape.at(-1)!;
    const made = new Array<string>(ids.length);
    for (let start = 0; start < ids.length; start += columns)
      normalizeGroup(
        Array.from({ length: columns }, (_, at) => start + at),
        tools,
        tools.attrs,
        made,
      );
    return made;
  },
});
